import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { publishSession } from '../../src/publish/publish-session.ts';
import { SECOND } from '../../src/time.ts';
import { ADA, BO, CY } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);

describe('Slack’s failures', () => {
  it('should put a rate-limited update off, and render afresh then', async () => {
    const session = await rig.start();
    rig.slack.failNext('chat.update', { error: 'ratelimited', retryAfter: 9 });
    expect(await publish(session)).toMatchObject({ kind: 'again', delay: 9 * SECOND, cause: 'rate_limit' });
    await session.vote(BO, '5');
    rig.local.clock.advance(9 * SECOND);
    await publish(session);
    expect(session.text()).toContain('1 voted');
  });

  test.each([
    ['lost', { drop: true }],
    ['lost after it took effect', { drop: true, afterEffect: true }],
    ['answered with a 500', { status: 500 }],
  ])('an update that is %s is painted again, and once more a while later', async (_, failure) => {
    const session = await rig.start();
    await publish(session);
    await session.vote(BO, '5');
    rig.slack.failNext('chat.update', failure);
    expect(await publish(session)).toMatchObject({ kind: 'again', cause: 'failure' });
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(session.text()).toContain('1 voted');
    const updates = session.updates();
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    rig.local.clock.advance(15 * SECOND);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(session.updates()).toHaveLength(updates.length + 1);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
  });

  it('should paint after a crash between Slack and the store, though the state is as before', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    await publish(session);
    const before = session.text();
    await session.vote(CY, '5');
    const { store } = rig.deps;
    const crashing = { ...store, endPaint: () => Promise.reject(new Error('crash')) };
    rig.local.clock.advance(5 * SECOND);
    await expect(publishSession({ ...rig.deps, store: crashing }, session.sessionId)).rejects.toThrow(
      'crash',
    );
    expect(session.text()).not.toBe(before);
    await session.leave(CY);
    await publish(session);
    expect(session.text()).toBe(before);
  });

  it('should leave the newest picture, though two publishers overlap and the older call lands last', async () => {
    const session = await rig.start();
    await publish(session);
    await session.vote(ADA, '5');
    let isFirst = true;
    const stop = rig.slack.intercept((method) => {
      if (method !== 'chat.update' || !isFirst) return undefined;
      isFirst = false;
      return { delayMs: 700 };
    });
    const late = publish(session);
    await rig.slack.until(() => !isFirst);
    await session.vote(BO, '8');
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(await late).toMatchObject({ kind: 'again', cause: 'race' });
    stop();
    expect(session.text()).toContain('1 voted');
    // The one that came too late paints once more, at the latest when late calls have landed.
    rig.local.clock.advance(15 * SECOND);
    await publish(session);
    expect(session.text()).toContain('Everyone has voted');
  });
});
