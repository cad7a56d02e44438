import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_MESSAGE } from '../../src/game/message.ts';
import type { Session } from '../../src/game/session.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { MINUTE, SECOND } from '../../src/time.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

/** A message that was posted through a response_url, in a conversation where the app is no member. */

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const start = (changes: Partial<Session> = {}) =>
  rig.start({ message: { ...NO_MESSAGE, unattended: true }, ...changes });
const look = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);
const pass = (ms: number) => rig.local.clock.advance(ms);

/** Somebody taps a card, and the publisher hears of it. */
async function tap(session: PostedSession, userId: string, card = '5') {
  await session.vote(userId, card);
  return publishSession(rig.deps, session.sessionId, { responseUrl: session.answerUrl(userId) });
}

/** How the message was changed, all times together. */
const changes = (session: PostedSession) =>
  rig.slack.sent.filter(({ ts }) => ts === session.session.message.ts).map(({ by }) => by);

describe('An unattended message', () => {
  it('should be painted through the response_url of a tap, and never otherwise', async () => {
    const session = await start();
    expect(await tap(session, BO)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('1 voted');
    await session.leave(BO);
    pass(2 * SECOND);
    expect(await look(session)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('No votes yet');
    expect(changes(session)).toEqual(['chat.postMessage', 'response_url', 'response_url']);
  });

  it('should stay as it is until the first tap', async () => {
    const session = await start();
    expect(await look(session)).toEqual({ kind: 'nothing' });
    expect(session.text()).toBe('New');
  });

  it('should take four of the five uses of a response_url, and leave the last to the private line', async () => {
    const session = await start();
    await tap(session, BO);
    for (let n = 0; n < 6; n++) {
      pass(5 * SECOND);
      await (n % 2 === 0 ? session.leave(BO) : session.vote(BO, '5'));
      await look(session);
    }
    expect(changes(session).filter((by) => by === 'response_url')).toHaveLength(4);
    expect((await session.read()).message.answer).toMatchObject({ uses: 4 });
    pass(5 * SECOND);
    expect(await tap(session, CY)).toMatchObject({ kind: 'painted' });
    expect((await session.read()).message.answer).toMatchObject({ uses: 1 });
  });

  it('should use a response_url for 29 minutes, and then wait for the next tap', async () => {
    const session = await start();
    await tap(session, BO);
    pass(29 * MINUTE - 1);
    await session.vote(CY, '8');
    expect(await look(session)).toMatchObject({ kind: 'painted' });
    pass(1);
    await session.leave(CY);
    expect(await look(session)).toEqual({ kind: 'nothing' });
    expect(session.text()).toContain('2 voted');
    expect(await tap(session, ADA)).toMatchObject({ kind: 'painted' });
    expect(await look(session)).toEqual({ kind: 'unchanged' });
  });

  it('should be painted through the newest response_url', async () => {
    const session = await start();
    await tap(session, BO);
    const url = session.answerUrl(CY);
    await session.vote(CY, '8');
    pass(5 * SECOND);
    await publishSession(rig.deps, session.sessionId, { responseUrl: url });
    expect((await session.read()).message.answer).toMatchObject({ url, uses: 1 });
  });

  it('should know a response_url again that comes with a second job', async () => {
    const session = await start();
    const responseUrl = session.answerUrl(BO);
    for (const card of ['5', '8']) {
      await session.vote(BO, card);
      await session.leave(CY);
      await publishSession(rig.deps, session.sessionId, { responseUrl });
    }
    expect((await session.read()).message.answer).toMatchObject({ url: responseUrl, uses: 1 });
  });

  it('should not be given up because a response_url is of no use any more', async () => {
    const session = await start();
    await session.vote(BO, '5');
    const responseUrl = `${session.answerUrl(BO)}0`;
    expect(await publishSession(rig.deps, session.sessionId, { responseUrl })).toEqual({ kind: 'nothing' });
    expect(await session.read()).not.toHaveProperty('message.detached');
    expect(rig.counted).not.toContain('Detached');
    expect(await tap(session, CY)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('2 voted');
  });

  it('should not tell its creator what only a member could', async () => {
    const session = await start();
    await tap(session, BO);
    await tap(session, CY);
    const told = (await rig.jobs()).filter(
      (job) => job.kind === 'tell' && job.sessionId === session.sessionId,
    );
    expect(told).toEqual([]);
  });
});

describe('A message that the app has posted itself', () => {
  it('should not need response_urls, nor remember them', async () => {
    const session = await rig.start();
    await tap(session, BO);
    expect(await session.read()).not.toHaveProperty('message.answer');
    expect(changes(session)).toEqual(['chat.postMessage', 'chat.update']);
  });
});
