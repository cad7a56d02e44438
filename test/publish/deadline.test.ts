import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '../../src/game/session.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { HOUR, MINUTE } from '../../src/time.ts';
import { ADA, BO, CHANNEL, CY, TEAM, withOptions } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

const of = { story: 1, round: 1 };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);
const pass = (ms: number) => rig.local.clock.advance(ms);
const inAnHour = () => rig.local.clock.now() + HOUR;
const start = (changes: Partial<Session> = {}, gathered?: readonly string[]) =>
  rig.start({ deadlineAt: inAnHour(), ...changes }, gathered);

/** The jobs of a session since the last time: timers by when they are due, private lines by what they say. */
async function jobsOf({ sessionId }: PostedSession) {
  const jobs = await rig.jobs();
  const own = jobs.filter((job) => 'sessionId' in job && job.sessionId === sessionId);
  return {
    timers: own.flatMap((job) => (job.kind === 'timer' ? job.dueAt : [])),
    told: own.flatMap((job) => (job.kind === 'tell' ? [[job.userId, job.via, job.notice.kind]] : [])),
  };
}

const cards = async ({ sessionId }: PostedSession, round = 1) =>
  (await rig.deps.store.result(sessionId, { story: 1, round }))?.votes.map(({ card }) => card);

describe('A deadline', () => {
  it('should be scheduled once, when the round is first seen', async () => {
    const session = await start();
    await publish(session);
    expect((await jobsOf(session)).timers).toEqual([(await session.read()).deadlineAt]);
    await session.vote(BO, '5');
    pass(MINUTE);
    await publish(session);
    expect((await jobsOf(session)).timers).toEqual([]);
  });

  it('should be scheduled anew for a round with a time limit of its own', async () => {
    const session = await start({ timeLimit: HOUR });
    await publish(session);
    await session.vote(BO, '5');
    await session.command({ kind: 'reveal', of });
    pass(MINUTE);
    await session.command({ kind: 'voteAgain', of });
    await jobsOf(session);
    await publish(session);
    expect((await jobsOf(session)).timers).toEqual([inAnHour()]);
  });

  it('should be scheduled again if nobody remembers that it was', async () => {
    const session = await start();
    const forgetful = { ...rig.deps.store, markScheduled: () => Promise.reject(new Error('crash')) };
    const deps = { ...rig.deps, store: forgetful };
    await expect(publishSession(deps, session.sessionId)).rejects.toThrow('crash');
    await publish(session);
    const { timers } = await jobsOf(session);
    expect(new Set(timers)).toEqual(new Set([(await session.read()).deadlineAt]));
  });

  it('should not keep a vote from being shown while it can’t be scheduled, and be scheduled later', async () => {
    const session = await start();
    await session.vote(BO, '5');
    const deps = { ...rig.deps, scheduler: { at: () => Promise.reject(new Error('no scheduler')) } };
    await expect(publishSession(deps, session.sessionId)).rejects.toThrow('no scheduler');
    expect(session.text()).toContain('1 voted');
    await publish(session);
    expect((await jobsOf(session)).timers).toEqual([(await session.read()).deadlineAt]);
  });

  it('should be seen to, though it passes while the publisher paints', async () => {
    const session = await start();
    await session.vote(BO, '5');
    const chat = rig.deps.chats.for(TEAM);
    const slow: typeof chat = {
      ...chat,
      async update(...given) {
        pass(HOUR);
        return chat.update(...given);
      },
    };
    await publishSession({ ...rig.deps, chats: { for: () => slow } }, session.sessionId);
    expect(await session.read()).toMatchObject({ status: 'voting' });
    expect((await jobsOf(session)).timers).toEqual([(await session.read()).deadlineAt]);
  });

  it('should not be scheduled while people gather', async () => {
    const session = await start({ status: 'lobby' });
    await publish(session);
    expect((await jobsOf(session)).timers).toEqual([]);
    await session.command({ kind: 'start' });
    await publish(session);
    expect((await jobsOf(session)).timers).toHaveLength(1);
  });

  it.each([
    ['with the timer', 0],
    ['with any look that comes later', 20 * MINUTE],
  ])('should reveal %s, and tell the creator once, in a direct message', async (_, late) => {
    const session = await start();
    await session.vote(BO, '5');
    await publish(session);
    await jobsOf(session);
    pass(HOUR - 1);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    pass(1 + late);
    expect(await publish(session)).toMatchObject({ kind: 'painted' });
    expect(await session.read()).toMatchObject({ status: 'revealed', ranOut: '1#1' });
    expect(await cards(session)).toEqual(['5']);
    expect((await jobsOf(session)).told).toEqual([[ADA, 'dm', 'deadlineRevealed']]);
    await publish(session);
    expect((await jobsOf(session)).told).toEqual([]);
  });

  it('should say which story it was, in which channel', async () => {
    const session = await start();
    await session.vote(BO, '5');
    pass(HOUR);
    await publish(session);
    const title = `Story of ${session.sessionId}`;
    expect(await rig.jobs()).toContainEqual({
      kind: 'tell',
      via: 'dm',
      sessionId: session.sessionId,
      teamId: session.session.teamId,
      channelId: CHANNEL,
      userId: ADA,
      notice: { kind: 'deadlineRevealed', title },
    });
  });

  it('should leave the round open when nobody has voted, and tell the creator once', async () => {
    const session = await start();
    await publish(session);
    pass(HOUR);
    await publish(session);
    const open = await session.read();
    expect(open).toMatchObject({ status: 'voting', unfrozen: [] });
    expect(open).not.toHaveProperty('deadlineAt');
    const { told } = await jobsOf(session);
    expect(told).toEqual([[ADA, 'dm', 'deadlinePassed']]);
    await session.vote(BO, '5');
    pass(HOUR);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting' });
    expect((await jobsOf(session)).told).toEqual([]);
  });

  it('should leave an anonymous round with two votes open, and say so', async () => {
    const session = await start(withOptions({ anonymous: true }));
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    pass(HOUR);
    await publish(session);
    const open = await session.read();
    expect(open).toMatchObject({ status: 'voting', unfrozen: [] });
    expect(open).not.toHaveProperty('deadlineAt');
    expect((await jobsOf(session)).told).toEqual([[ADA, 'dm', 'deadlineTooFew']]);
    expect(session.text()).toContain('An anonymous result takes three votes.');
  });

  it('should come to the next round of such a session, if each has its own', async () => {
    const session = await start({ timeLimit: HOUR });
    pass(HOUR);
    await publish(session);
    await session.vote(BO, '5');
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await session.vote(BO, '8');
    await publish(session);
    await jobsOf(session);
    pass(HOUR);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed', round: 2, ranOut: '1#2' });
    expect((await jobsOf(session)).told).toEqual([[ADA, 'dm', 'deadlineRevealed']]);
  });

  it.each<[string, Session['status'], (session: PostedSession) => Promise<void>]>([
    ['revealed', 'revealed', (session) => session.command({ kind: 'reveal', of })],
    ['cancelled', 'cancelled', (session) => session.command({ kind: 'cancel' })],
    ['ended', 'ended', (session) => session.command({ kind: 'end' })],
  ])('should do nothing to what was %s before', async (_, status, act) => {
    const session = await start();
    await session.vote(BO, '5');
    await publish(session);
    await act(session);
    await publish(session);
    await jobsOf(session);
    const { version } = await session.read();
    pass(HOUR);
    expect(await publish(session)).toEqual({ kind: 'unchanged' });
    expect(await session.read()).toMatchObject({ status, version });
    expect(await jobsOf(session)).toEqual({ timers: [], told: [] });
  });

  it('should do nothing to a later round with a limit of its own', async () => {
    const session = await start({ timeLimit: HOUR });
    await session.vote(BO, '5');
    pass(HOUR - MINUTE);
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await session.vote(BO, '8');
    // The timer of the first round.
    pass(MINUTE);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', round: 2 });
    expect(await cards(session, 2)).toBeUndefined();
  });

  it('should hold for whichever round runs at its time', async () => {
    const session = await start();
    await session.vote(BO, '5');
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await session.vote(BO, '8');
    pass(HOUR);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed', round: 2 });
    expect(await cards(session, 2)).toEqual(['8']);
  });

  it('should come before the end of a countdown that is still running', async () => {
    const session = await start(withOptions({ autoReveal: true }), [BO, CY]);
    await session.vote(BO, '5');
    await session.vote(CY, '5');
    pass(HOUR - 1);
    await publish(session);
    expect(await session.read()).toHaveProperty('revealAt');
    pass(1);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed', ranOut: '1#1' });
  });
});

describe('The creator', () => {
  const allVoted = async (session: PostedSession) => {
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    await publish(session);
  };

  it('should be told once in a round that everyone has voted, where they are', async () => {
    const session = await rig.start({}, [BO, CY]);
    await allVoted(session);
    expect((await jobsOf(session)).told).toEqual([[ADA, 'channel', 'everyoneVoted']]);
    await session.vote(CY, '13');
    await session.vote('U0DEE', '3');
    await publish(session);
    await session.join('U0EVE');
    await publish(session);
    await session.leave('U0EVE');
    await publish(session);
    expect((await jobsOf(session)).told).toEqual([]);
    await session.command({ kind: 'reveal', of });
    await session.command({ kind: 'voteAgain', of });
    await publish(session);
    await allVoted(session);
    expect((await jobsOf(session)).told).toEqual([]);
    await session.vote('U0DEE', '3');
    await publish(session);
    expect((await jobsOf(session)).told).toEqual([[ADA, 'channel', 'everyoneVoted']]);
  });

  it('should be told in a direct message where people are not all there at once', async () => {
    const session = await start({}, [BO, CY]);
    await allVoted(session);
    expect((await jobsOf(session)).told).toEqual([[ADA, 'dm', 'everyoneVoted']]);
  });

  it('should not be told where nobody knows who is to vote', async () => {
    const session = await rig.start();
    await allVoted(session);
    expect((await jobsOf(session)).told).toEqual([]);
  });

  it('should be told whoever that is by then', async () => {
    const session = await rig.start({}, [BO, CY]);
    await session.command({ kind: 'handOver', to: CY });
    await allVoted(session);
    expect((await jobsOf(session)).told).toEqual([[CY, 'channel', 'everyoneVoted']]);
  });

  it('should be told nothing where the votes are revealed by themselves', async () => {
    const session = await rig.start(withOptions({ autoReveal: true }), [BO, CY]);
    await allVoted(session);
    pass(MINUTE);
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'revealed' });
    expect((await jobsOf(session)).told).toEqual([]);
  });

  it('should be told twice rather than never, if the note of it is lost', async () => {
    const session = await rig.start({}, [BO, CY]);
    const forgetful = { ...rig.deps.store, markAnnounced: () => Promise.reject(new Error('crash')) };
    await session.vote(BO, '5');
    await session.vote(CY, '8');
    const deps = { ...rig.deps, store: forgetful };
    await expect(publishSession(deps, session.sessionId)).rejects.toThrow('crash');
    await publish(session);
    await publish(session);
    expect((await jobsOf(session)).told).toHaveLength(2);
  });
});
