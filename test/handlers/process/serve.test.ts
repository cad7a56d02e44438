import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createCounts, OPEN_METRICS } from '../../../handlers/process/counts.ts';
import { serve } from '../../../handlers/process/serve.ts';
import { createHttpEndpoint } from '../../../handlers/receive/http.ts';
import type { SlackReceiver } from '../../../handlers/receive/receiver.ts';
import { fixedSecret } from '../../../src/ports/secret.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';
import { silent } from '../../silent.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** At any free port, until the end of the test. */
async function served(routes: Parameters<typeof serve>[0]) {
  const server = await serve(routes, { port: 0 });
  closers.push(server.close);
  return server;
}

describe('A process that is called over HTTP', () => {
  it('should answer what Slack has signed, and nothing else', async () => {
    const received: unknown[] = [];
    const receiver: SlackReceiver = {
      init() {},
      async start() {},
      async stop() {},
      async dispatch(body) {
        received.push(body);
        return { kind: 'acknowledged', response: { text: 'Hello' } };
      },
    };
    const endpoint = createHttpEndpoint(receiver, fixedSecret('secret'), { log: silent, now: Date.now });
    const { url } = await served({ 'POST /slack/events': endpoint });
    const slack = await startSlack({ signingSecret: 'secret', botToken: 'xoxb' });
    closers.push(slack.close);
    slack.deliverTo = `${url}/slack/events`;
    const ada = slack.as('ada');
    expect(await ada.command('/groom Add “SSO” 🔐')).toMatchObject({ status: 200 });
    expect(ada.sees().map(({ text }) => text)).toEqual(['Hello']);
    expect(received).toMatchObject([{ command: '/groom', text: 'Add “SSO” :closed_lock_with_key:' }]);
    const statusOf = async (path: string, init?: RequestInit) => (await fetch(url + path, init)).status;
    expect(await statusOf('/slack/events', { method: 'POST', body: 'command=/groom' })).toBe(401);
    expect(await statusOf('/slack/events', { method: 'POST', body: 'x'.repeat(1_100_000) })).toBe(413);
    expect(await statusOf('/slack/events')).toBe(404);
    expect(await statusOf('/', { method: 'POST' })).toBe(404);
    expect(received).toHaveLength(1);
  });

  it('should listen on loopback alone unless told otherwise', async () => {
    const { url } = await served({});
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('should bear with whoever hangs up in the middle', async () => {
    let asked = 0;
    const { url } = await served({
      'POST /': async () => {
        asked += 1;
        return { status: 200, body: '' };
      },
    });
    const aborted = request(url, { method: 'POST', headers: { 'content-length': 100 } });
    aborted.once('error', () => undefined).write('half');
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 50);
    });
    aborted.destroy();
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    expect(asked).toBe(1);
  });

  it('should say so if its port is taken', async () => {
    const { url } = await served({});
    const port = Number(new URL(url).port);
    await expect(serve({}, { port })).rejects.toMatchObject({
      exitCode: 78,
      message: `Port ${port} can’t be had on 127.0.0.1: another program has it. Choose another one.`,
    });
  });

  it('should answer what is under way before it stops', async () => {
    const going = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const { url, close } = await serve(
      {
        'GET /slow': async () => {
          begun.resolve();
          await going.promise;
          return { status: 200, body: 'done' };
        },
      },
      { port: 0 },
    );
    const asked = new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/slow`, ({ statusCode }) => resolve(statusCode))
        .once('error', reject)
        .end();
    });
    await begun.promise;
    const closed = close();
    going.resolve();
    expect(await asked).toBe(200);
    await closed;
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
  });
});

describe('The page of counts', () => {
  it('should have every counter from the start, and what is true just now', async () => {
    const counts = createCounts();
    counts.count('Publishes');
    counts.count('Publishes');
    const page = async () => ({
      status: 200,
      headers: { 'content-type': OPEN_METRICS },
      body: counts.page({ connections: 2 }),
    });
    const { url } = await served({ 'GET /metrics': page });
    const answer = await fetch(`${url}/metrics`);
    expect(answer.headers.get('content-type')).toBe(OPEN_METRICS);
    const lines = (await answer.text()).split('\n');
    expect(lines).toContain('groom_publishes_total 2');
    expect(lines).toContain('groom_detached_total 0');
    expect(lines).toContain('# TYPE groom_connections gauge');
    expect(lines.slice(-4)).toEqual(['# TYPE groom_connections gauge', 'groom_connections 2', '# EOF', '']);
  });
});
