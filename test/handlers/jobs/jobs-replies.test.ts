import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../src/ports/job.ts';
import { closeServer, listenLocally } from '../../../stand-ins/aws/listen.ts';
import { inspectQueue } from '../../../stand-ins/aws/queue-state.ts';
import { ADA, CHANNEL, TEAM } from '../../game/a-session.ts';
import { type Rig, startRig } from '../../publish/rig.ts';
import { loose, sent } from './records.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
beforeEach(() => {
  rig.logged.length = 0;
});
afterAll(() => rig.close());

/** A private line with this card in it. */
const reply = (responseUrl: string, card: string): Job => ({
  kind: 'reply',
  teamId: TEAM,
  channelId: CHANNEL,
  userId: ADA,
  sessionId: 'A',
  responseUrl,
  notice: { kind: 'reasonKept', card },
});
/** The cards in what Ada was told. */
const told = () => rig.slack.ephemeralsOf('ada').map(({ text = '' }) => /with your \*(.*)\*/.exec(text)?.[1]);

/** A response_url of a click in #planning. */
function responseUrl(): string {
  const ts = rig.slack.messages().at(-1)?.ts ?? '1.000000';
  const origin = { ts, ephemeral: false };
  return rig.slack.core.responseUrls.issue('actions', TEAM, { channelId: CHANNEL, memberId: ADA, origin });
}

describe('Private lines', () => {
  it('should reach their reader in order, and nobody else', async () => {
    const { text } = await rig.start();
    const before = text();
    const url = responseUrl();
    expect(await rig.handle([loose(reply(url, 'One')), loose(reply(url, 'Two'))])).toEqual([]);
    expect(told().slice(-2)).toEqual(['One', 'Two']);
    expect(rig.slack.ephemeralsOf('bo')).toEqual([]);
    // The message that was clicked stays as it is.
    expect(text()).toBe(before);
  });

  it('should be dropped once their url is used up: retrying would not help', async () => {
    const url = responseUrl();
    const six = Array.from({ length: 6 }, (_, n) => loose(reply(url, `${n}`)));
    expect(await rig.handle([...six])).toEqual([]);
    expect(told().slice(-5)).toEqual(['0', '1', '2', '3', '4']);
    expect(rig.logged.join('\n')).toMatch(/warn: private line dropped/);
  });
});

describe('A reply that fails', () => {
  let people = 0;

  /** Posts two replies of one person to a server that always answers so. */
  async function replyTo(status: number, headers: Record<string, string>, receives: number) {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status, headers).end());
    });
    const url = await listenLocally(server);
    const [first] = await sent(rig.queue, [{ ...reply(url, 'One'), userId: `U${++people}` } as Job]);
    if (!first) throw new Error('not received');
    first.attributes.ApproximateReceiveCount = String(receives);
    const second = loose(reply(url, 'Two'), receives);
    second.attributes.MessageGroupId = first.attributes.MessageGroupId ?? '';
    const postponed = await rig.handle([first, second]);
    await closeServer(server);
    const { invisible } = await inspectQueue(rig.queue.sqs.endpoint, rig.queue.sqs.queueUrl);
    const back = invisible.find(({ groupId }) => groupId === first.attributes.MessageGroupId);
    const all = [first.messageId, second.messageId];
    return { postponed, all, seconds: back && Math.round((back.returnsAt - Date.now()) / 1000) };
  }

  it.each([
    ['a server error', 500, {}, 1],
    ['a rate limit', 429, { 'retry-after': '11' }, 11],
  ])('for %s comes again, before those that follow it', async (_, status, headers, expected) => {
    const { postponed, all, seconds } = await replyTo(status, headers, 1);
    expect(postponed).toEqual(all);
    expect(seconds).toBe(expected);
  });

  it.each([
    ['after five attempts', 500, 5],
    ['that Slack refuses', 404, 1],
  ])('%s is dropped, and those that follow it are tried', async (_, status, receives) => {
    const { postponed } = await replyTo(status, {}, receives);
    expect(postponed).toEqual([]);
    expect(rig.logged.filter((line) => line.includes('private line dropped'))).toHaveLength(2);
  });

  it('should leave neither its text nor its url in the log', async () => {
    await replyTo(404, {}, 1);
    expect(rig.logged.join('\n')).not.toMatch(/One|127\.0\.0\.1/);
  });
});
