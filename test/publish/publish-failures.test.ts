import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
    expect(await publish(session)).toMatchObject({ kind: 'later', cause: 'rate_limit' });
    await session.vote(BO, '5');
    rig.local.clock.advance(9 * SECOND);
    await publish(session);
    expect(session.text()).toContain('1 voted');
  });

  it.each([
    ['lost', { drop: true }],
    ['lost after it took effect', { drop: true, afterEffect: true }],
    ['answered with a 500', { status: 500 }],
  ])('should paint an update again that is %s, and once more a while later', async (_, failure) => {
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

  it('should try again ever later, up to five minutes, and not for ever', async () => {
    const session = await rig.start();
    const stop = rig.slack.intercept((method) =>
      method === 'chat.update' ? { body: { ok: false, error: 'service_unavailable' } } : undefined,
    );
    const pauses: number[] = [];
    for (let tries = 0; tries < 50; tries++) {
      const outcome = await publish(session);
      if (outcome.kind === 'given up') break;
      const [timer] = (await rig.jobs()).filter(({ kind }) => kind === 'timer');
      const pause =
        outcome.kind === 'again'
          ? outcome.delay
          : timer?.kind === 'timer'
            ? timer.dueAt - rig.deps.now()
            : Number.NaN;
      pauses.push(pause / SECOND);
      rig.local.clock.advance(pause);
    }
    stop();
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, ...Array(11).fill(300)]);
    await session.vote(BO, '5');
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect((await session.read()).published).not.toHaveProperty('trouble');
  });

  it('should let a click try at once, without a timer of its own and without counting it', async () => {
    const session = await rig.start();
    await session.vote(BO, '5');
    rig.slack.failNext('chat.update', { error: 'ratelimited', retryAfter: 30 });
    await publish(session);
    expect(await rig.jobs()).toHaveLength(1);
    rig.slack.failNext('chat.update', { error: 'service_unavailable' }, 4);
    for (let click = 0; click < 4; click++) expect(await publish(session)).toMatchObject({ kind: 'later' });
    expect(await rig.jobs()).toEqual([]);
    expect((await session.read()).published.trouble).toMatchObject({ tries: 0 });
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
  });

  it.each(['ekm_access_denied', 'update_failed', 'an_error_of_tomorrow'])(
    'should take whatever is not known to pass for final: %s',
    async (error) => {
      const session = await rig.start();
      await session.vote(BO, '5');
      rig.slack.failNext('chat.update', { error });
      expect(await publish(session)).toEqual({ kind: 'nothing' });
      expect((await session.read()).message.detached).toBe(error);
      const told = rig.slack.messages(rig.slack.core.channels.directMessage(ADA).id).at(-1)?.text;
      expect(told).toContain(`(${error})`);
    },
  );

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
    expect(session.text()).toContain('2 voted');
  });
});
