import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { LambdaTimeout, startLambda } from '../../../stand-ins/aws/lambda.ts';
import { type LambdaHttp, startLambdaHttp } from '../../../stand-ins/aws/lambda-http.ts';
import type { Handler } from '../../../stand-ins/aws/load-handler.ts';

const name = 'test';
const route = 'POST /slack/events';
const open: LambdaHttp[] = [];
afterEach(async () => {
  for (const http of open.splice(0)) await http.close();
});

async function serve(code: Handler, timeout = 5): Promise<string> {
  const http = await startLambdaHttp({ lambda: startLambda({ name, code, timeout }), route });
  open.push(http);
  return `${http.url}/slack/events`;
}

function fileWith(source: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lambda-')), 'code.js');
  writeFileSync(file, source);
  return file;
}

describe('The stand-in for Lambda', () => {
  it('should hand a form over in base64, as an HTTP API sends it, with lower-case headers', async () => {
    const url = await serve((event) => ({ statusCode: 200, body: JSON.stringify(event) }));
    const body = new URLSearchParams({ command: '/groom', text: 'Größe ☕' });
    const response = await fetch(`${url}?a=1&a=2`, {
      method: 'POST',
      body,
      headers: { 'X-Slack-Signature': 'v0=1' },
    });
    const event = (await response.json()) as APIGatewayProxyEventV2;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /slack/events',
      rawPath: '/slack/events',
      rawQueryString: 'a=1&a=2',
      queryStringParameters: { a: '1,2' },
      isBase64Encoded: true,
      headers: { 'x-slack-signature': 'v0=1' },
      requestContext: { http: { method: 'POST', path: '/slack/events' }, stage: '$default' },
    });
    expect(Buffer.from(event.body ?? '', 'base64').toString()).toBe(body.toString());
  });

  it('should hand JSON over as it is', async () => {
    const url = await serve((event) => ({ statusCode: 200, body: JSON.stringify(event) }));
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', body: '{"type":"ping"}', headers });
    expect(await response.json()).toMatchObject({ isBase64Encoded: false, body: '{"type":"ping"}' });
  });

  it('should answer with the status, headers and body of the result', async () => {
    const url = await serve(() => ({ statusCode: 401, headers: { 'x-why': 'signature' }, body: 'no' }));
    const response = await fetch(url, { method: 'POST' });
    expect([response.status, response.headers.get('x-why'), await response.text()]).toEqual([
      401,
      'signature',
      'no',
    ]);
  });

  it.each([
    ['a handler that throws', async () => Promise.reject(new Error('bug')), 500, 'Internal Server Error'],
    ['a handler that never ends', () => new Promise(() => {}), 500, 'Internal Server Error'],
  ])('should make of %s a %d', async (_, code, status, message) => {
    const response = await fetch(await serve(code, 0.05), { method: 'POST' });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message });
  });

  it('should have one route', async () => {
    const url = await serve(() => ({ statusCode: 200 }));
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/more`, { method: 'POST' })).status).toBe(404);
  });

  it('should refuse a handler with three parameters at the start', () => {
    const code = (_event: unknown, _context: unknown, _callback?: unknown) => null;
    const withThree = Object.defineProperty(code, 'length', { value: 3 });
    expect(() => startLambda({ name, code: withThree, timeout: 1 })).toThrow(
      'Runtime.CallbackHandlerDeprecated',
    );
    const file = fileWith('exports.handler = (event, context, callback) => {}');
    expect(() => startLambda({ name, code: file, timeout: 1 })).toThrow('Runtime.CallbackHandlerDeprecated');
  });

  it('should name a file that was not built', () => {
    expect(() => startLambda({ name, code: '/nowhere/slack.js', timeout: 1 })).toThrow('npm run build');
  });

  it('should give each container its own memory, and each function its own environment and output', async () => {
    const code = fileWith(`
    let calls = 0;
    exports.handler = async () => {
      console.log('call', ++calls);
      process.stdout.write('written\\n');
      return [process.env.NAME, require('node:process').env.NAME, process.env.HOME ?? null, calls];
    };`);
    const lines: string[] = [];
    const one = startLambda({
      name,
      code,
      timeout: 1,
      env: { NAME: 'one' },
      log: (line) => lines.push(line),
    });
    const two = startLambda({ name, code, timeout: 1, env: { NAME: 'two' }, containers: 1 });
    expect(await one.invoke({})).toEqual(['one', 'one', null, 1]);
    expect(await one.invoke({})).toEqual(['one', 'one', null, 1]);
    expect(await one.invoke({})).toEqual(['one', 'one', null, 2]);
    expect(await two.invoke({})).toEqual(['two', 'two', null, 1]);
    expect(lines).toEqual(['call 1', 'written', 'call 1', 'written', 'call 2', 'written']);
  });

  it("should let a built file's Date go by the clock that it is given", async () => {
    const code = fileWith(`
    exports.handler = async () => {
      const made = new Date();
      return [Date.now(), made.getTime(), made instanceof Date, new Date(5).getTime(), Date.UTC(1970, 0)];
    };`);
    const lambda = startLambda({ name, code, timeout: 1, now: () => 1_700_000_000_000 });
    expect(await lambda.invoke({})).toEqual([1_700_000_000_000, 1_700_000_000_000, true, 5, 0]);
  });

  it('should replace a container that timed out, and count the context down', async () => {
    const code = fileWith(`
    let hung = false;
    exports.handler = async (event, context) => {
      if (event.hang) { hung = true; await new Promise(() => {}); }
      return { hung, left: context.getRemainingTimeInMillis(), id: context.awsRequestId };
    };`);
    const lambda = startLambda({ name, code, timeout: 0.1, containers: 1 });
    await expect(lambda.invoke({ hang: true })).rejects.toThrow(LambdaTimeout);
    const after = (await lambda.invoke({})) as { hung: boolean; left: number; id: string };
    expect(after.hung).toBe(false);
    expect(after.left).toBeGreaterThan(0);
    expect(after.left).toBeLessThanOrEqual(100);
    expect(after.id).toMatch(/^[0-9a-f-]{36}$/);
  });
});
