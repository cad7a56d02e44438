import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/game/session.ts';
import type { Job } from '../../src/ports/job.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { SECOND } from '../../src/time.ts';
import { ADA, BO, CY, DEE, withOptions } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

const of = { story: 1, round: 1 };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);
const pass = (ms: number) => rig.local.clock.advance(ms);
const start = (changes: Partial<Session> = {}) =>
  rig.start({ ...withOptions({ autoReveal: true }), ...changes }, [BO, CY]);

/** When timers of this session are due. */
async function timers({ sessionId }: PostedSession): Promise<number[]> {
  const isTimer = (job: Job) => job.kind === 'timer' && job.sessionId === sessionId;
  return (await rig.jobs()).flatMap((job) => (isTimer(job) && 'dueAt' in job ? job.dueAt : []));
}

/** Bo and Cy have voted, and the publisher has seen it; when the votes are to be revealed. */
async function begun(session: PostedSession): Promise<number> {
  await session.vote(BO, '5');
  await session.vote(CY, '8');
  const due = rig.local.clock.now() + 5 * SECOND;
  await publish(session);
  expect(await session.read()).toMatchObject({ status: 'voting', revealAt: due });
  return due;
}

const cards = async ({ sessionId }: PostedSession, round = 1) =>
  (await rig.deps.store.result(sessionId, { story: 1, round }))?.votes.map(({ userId, card }) => [
    userId,
    card,
  ]);

describe('The countdown', () => {
  it('should begin once everyone has voted, and reveal after five seconds', async () => {
    const session = await start();
    const due = await begun(session);
    expect(await timers(session)).toEqual([due]);
    pass(5 * SECOND - 1);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', revealAt: due });
    pass(1);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    const revealed = await session.read();
    expect(revealed).toMatchObject({ status: 'revealed', unfrozen: [] });
    expect(revealed).not.toHaveProperty('revealAt');
    expect(revealed).not.toHaveProperty('ranOut');
    expect(await cards(session)).toEqual([
      [BO, '5'],
      [CY, '8'],
    ]);
    expect(session.text()).toContain('median 6.5');
  });

  it('should wait for the creator where nobody knows who is to vote', async () => {
    const session = await rig.start(withOptions({ autoReveal: true }));
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await publish(session);
    expect(await session.read()).not.toHaveProperty('revealAt');
    expect(session.text()).toContain('2 voted');
    expect(session.text()).not.toContain('Everyone');
  });

  it('should begin on a second story once everyone has voted who took part in the first', async () => {
    const session = await rig.start({
      ...withOptions({ autoReveal: true }),
      times: [{ story: 1, startedAt: 0 }],
    });
    for (const userId of [BO, CY, DEE]) await session.vote(userId, '5');
    await publish(session);
    pass(SECOND);
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'next', of });
    for (const userId of [BO, CY]) await session.vote(userId, '5');
    await publish(session);
    expect(await session.read()).not.toHaveProperty('revealAt');
    await session.vote(DEE, '5');
    await publish(session);
    expect(await session.read()).toHaveProperty('revealAt');
  });

  it('should be shown, and the same all the time', async () => {
    const session = await start();
    await session.vote(BO, '5');
    await publish(session);
    const before = session.text();
    await session.vote(CY, '5');
    pass(2 * SECOND);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(session.text()).not.toBe(before);
    pass(SECOND);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
  });

  it.each<[string, (session: PostedSession) => Promise<unknown>]>([
    ['nobody has voted', async () => {}],
    ['one alone has: the others are still on their way', (session) => session.vote(BO, '5')],
    [
      'somebody who joined is awaited',
      async (session) => {
        await session.join(DEE);
        await session.vote(BO, '5');
        await session.vote(CY, '8');
      },
    ],
  ])('should not begin while %s', async (_, act) => {
    const session = await start();
    await act(session);
    await publish(session);
    expect(await session.read()).not.toHaveProperty('revealAt');
    expect(await timers(session)).toEqual([]);
  });

  it('should not begin where the channel does not want it', async () => {
    const session = await rig.start({}, [BO, CY]);
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await publish(session);
    expect(await session.read()).not.toHaveProperty('revealAt');
    pass(60 * SECOND);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting' });
  });

  it('should begin when the last who is awaited leaves', async () => {
    const session = await start();
    await session.join(DEE);
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await publish(session);
    await session.leave(DEE);
    await publish(session);
    expect(await session.read()).toHaveProperty('revealAt');
  });
});

describe('While it counts', () => {
  it('should not begin anew when somebody changes their card, which counts', async () => {
    const session = await start();
    const due = await begun(session);
    await timers(session);
    pass(4 * SECOND);
    await session.vote(CY, '13');
    await publish(session);
    expect(await session.read()).toMatchObject({ revealAt: due });
    expect(await timers(session)).toEqual([]);
    pass(SECOND);
    await publish(session);
    expect(await cards(session)).toContainEqual([CY, '13']);
  });

  it('should not wait for somebody who joins', async () => {
    const session = await start();
    const due = await begun(session);
    pass(2 * SECOND);
    await session.join(DEE);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', revealAt: due });
    pass(3 * SECOND);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed' });
    expect(await cards(session)).toHaveLength(2);
  });

  it('should count whoever votes in these seconds', async () => {
    const session = await start();
    await begun(session);
    pass(4 * SECOND);
    await session.vote(DEE, '3');
    pass(SECOND);
    await publish(session);
    expect(await cards(session)).toContainEqual([DEE, '3']);
  });

  it('should reveal what is left when somebody leaves', async () => {
    const session = await start();
    await begun(session);
    await session.leave(CY);
    pass(5 * SECOND);
    await publish(session);
    expect(await cards(session)).toEqual([[BO, '5']]);
  });

  it('should stop when all have withdrawn their votes, and wait for the creator: nobody is known any more', async () => {
    const session = await start();
    await begun(session);
    await session.leave(BO);
    await session.leave(CY);
    pass(5 * SECOND);
    await publish(session);
    const stopped = await session.read();
    expect(stopped).toMatchObject({ status: 'voting', unfrozen: [] });
    expect(stopped).not.toHaveProperty('revealAt');
    expect(await cards(session)).toBeUndefined();
    pass(SECOND);
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await publish(session);
    expect(await session.read()).not.toHaveProperty('revealAt');
    expect(session.text()).toContain('2 voted');
  });

  it('should make way for the creator, who need not wait', async () => {
    const session = await start();
    await begun(session);
    pass(SECOND);
    await session.command({ kind: 'reveal', of });
    await publish(session);
    const { version } = await session.read();
    pass(4 * SECOND);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    expect(await session.read()).toMatchObject({ status: 'revealed', version });
  });

  it('should not reveal a later round', async () => {
    const session = await start();
    await begun(session);
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await session.vote(BO, '5');
    pass(5 * SECOND);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', round: 2 });
    expect(await cards(session, 2)).toBeUndefined();
  });

  it('should begin once in each round', async () => {
    const session = await start();
    await begun(session);
    pass(5 * SECOND);
    await publish(session);
    await session.command({ kind: 'voteAgain', of });
    const due = await begun(session);
    pass(5 * SECOND);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed', round: 2 });
    expect(due).toBeLessThanOrEqual(rig.local.clock.now());
    expect(await cards(session, 2)).toHaveLength(2);
  });
});

describe('Whatever goes wrong', () => {
  const crash = () => Promise.reject(new Error('crash'));

  it('should have its timer before it begins: the countdown of a publisher that dies in between is made up for', async () => {
    const session = await start();
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    const store = { ...rig.deps.store, beginCountdown: crash };
    await expect(publishSession({ ...rig.deps, store }, session.sessionId)).rejects.toThrow('crash');
    expect(await timers(session)).toHaveLength(1);
    expect(await session.read()).not.toHaveProperty('revealAt');
    pass(5 * SECOND);
    await begun(session);
    expect(await timers(session)).toHaveLength(1);
  });

  it('should count a vote that comes between the decision and the reveal, whose voter was told that it counts', async () => {
    const session = await start();
    await begun(session);
    pass(5 * SECOND);
    const { store } = rig.deps;
    const slow = {
      ...store,
      commit: async (...given: Parameters<typeof store.commit>) => {
        await session.vote(DEE, '13');
        await session.vote(BO, '3');
        return store.commit(...given);
      },
    };
    await publishSession({ ...rig.deps, store: slow }, session.sessionId);
    expect(await cards(session)).toEqual([
      [BO, '3'],
      [CY, '8'],
      [DEE, '13'],
    ]);
  });

  it('should reveal once, though two publishers find that it is time', async () => {
    const session = await start();
    await begun(session);
    const { version } = await session.read();
    pass(5 * SECOND);
    await Promise.all([publish(session), publish(session)]);
    expect(await session.read()).toMatchObject({ status: 'revealed', version: version + 1 });
    expect(await rig.deps.store.results(session.sessionId)).toHaveLength(1);
  });

  it('should leave a round alone that the creator has ended meanwhile', async () => {
    const session = await start();
    await begun(session);
    pass(5 * SECOND);
    const { store } = rig.deps;
    const late = {
      ...store,
      commit: async (...given: Parameters<typeof store.commit>) => {
        await session.command({ kind: 'reveal', of });
        await session.command({ kind: 'voteAgain', of });
        return store.commit(...given);
      },
    };
    await publishSession({ ...rig.deps, store: late }, session.sessionId);
    expect(await session.read()).toMatchObject({ status: 'voting', round: 2, unfrozen: [] });
    expect(session.text()).toContain('round 2');
  });

  it('should not be the creator’s doing: whoever waits for them may still take over', async () => {
    const session = await start();
    const { creatorActedAt } = await session.read();
    pass(SECOND);
    await begun(session);
    pass(5 * SECOND);
    await publish(session);
    expect(await session.read()).toMatchObject({ creatorId: ADA, creatorActedAt });
  });
});
