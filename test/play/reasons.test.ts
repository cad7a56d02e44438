import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../src/game/session.ts';
import { freeze } from '../../src/play/freeze.ts';
import { type Explanation, giveReason } from '../../src/play/reasons.ts';
import { castVote } from '../../src/play/voting.ts';
import { manualClock } from '../clock.ts';
import { aSession, BO, CHANNEL, CY, clickedAt, MESSAGE, TEAM, withOptions } from '../game/a-session.ts';
import { createMemoryStore } from '../simulation/simulators/memory-store.ts';

const of = { story: 1, round: 1 };
const store = createMemoryStore({ now: manualClock().now, sessionTtlHours: 1 });

/** A session with reasons, in which Bo has a 5. */
async function start(changes: Partial<Session> = {}) {
  const session = aSession({ sessionId: ulid(), ...withOptions({ reasons: true }), ...changes });
  const { sessionId } = session;
  await store.createSession(session, []);
  let steps = 0;
  const vote = (userId: string, card: string) =>
    castVote(
      store,
      { sessionId, userId, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, at: clickedAt(++steps) },
      of,
      card,
    );
  await vote(BO, '5');
  return {
    session,
    vote,
    explain: (text: string, changes: Partial<Explanation> = {}) =>
      giveReason(
        store,
        { sessionId, teamId: TEAM, channelId: CHANNEL, userId: BO, card: '5', ...of, ...changes },
        { text, at: clickedAt(++steps) },
      ),
    async reveal() {
      const now = await store.session(sessionId);
      if (now) await store.commit(now, { status: 'revealed', freeze: of }, `reveal ${++steps}`);
    },
    /** The votes as they are frozen. */
    async frozen() {
      const { votes } = await freeze(store, (await store.session(sessionId)) ?? session, of);
      return votes.map(({ at: _, ...vote }) => vote);
    },
  };
}

describe('A reason', () => {
  it('should be frozen with its card', async () => {
    const { explain, frozen } = await start();
    expect(await explain('like last time')).toEqual({ kind: 'kept', card: '5' });
    expect(await frozen()).toEqual([{ userId: BO, card: '5', reason: 'like last time' }]);
  });

  it('should not be shown with another card, but again with the same', async () => {
    const changed = await start();
    await changed.explain('like last time');
    await changed.vote(BO, '8');
    expect(await changed.frozen()).toEqual([{ userId: BO, card: '8' }]);

    const returned = await start();
    await returned.explain('like last time');
    await returned.vote(BO, '8');
    await returned.vote(BO, '5');
    expect(await returned.frozen()).toEqual([{ userId: BO, card: '5', reason: 'like last time' }]);
  });

  it('should be one’s own', async () => {
    const { explain, vote, frozen } = await start();
    await vote(CY, '5');
    await explain('like last time');
    expect(await frozen()).toEqual([
      { userId: BO, card: '5', reason: 'like last time' },
      { userId: CY, card: '5' },
    ]);
  });

  it('should come too late once the votes are frozen, and in time before', async () => {
    const { explain, reveal, frozen } = await start();
    await reveal();
    expect(await explain('just in time')).toEqual({ kind: 'kept', card: '5' });
    expect(await explain('too late')).toEqual({ kind: 'refusal', refusal: { code: 'reason_too_late' } });
    expect(await frozen()).toEqual([{ userId: BO, card: '5', reason: 'just in time' }]);
  });

  it('should not be read where the channel has none', async () => {
    const { explain, session, frozen } = await start();
    await explain('like last time');
    const without = { ...session, ...withOptions({}) };
    const [vote] = (await freeze(store, without, of)).votes;
    expect(vote).not.toHaveProperty('reason');
    expect(await frozen()).toEqual([{ userId: BO, card: '5' }]);
  });
});

describe('There is nothing to explain', () => {
  const off = withOptions({});

  it.each<[string, Partial<Session>, Partial<Explanation>, string]>([
    ['in a session without reasons', off, {}, 'no_vote_to_explain'],
    ['for somebody without a card', {}, { userId: CY }, 'no_vote_to_explain'],
    ['with a card that is another by now', {}, { card: '8' }, 'no_vote_to_explain'],
    ['in a round without a card', {}, { round: 2 }, 'no_vote_to_explain'],
    ['for somebody of another workspace', {}, { teamId: 'T0OTHER' }, 'no_vote_to_explain'],
    ['in another channel', {}, { channelId: 'C0RANDOM' }, 'not_this_message'],
    ['in a session that is gone', {}, { sessionId: 'nobody' }, 'session_over'],
  ])('%s', async (_, changes, explanation, code) => {
    const { explain, frozen } = await start(changes);
    expect(await explain('like last time', explanation)).toEqual({ kind: 'refusal', refusal: { code } });
    expect(await frozen()).toEqual([{ userId: BO, card: '5' }]);
  });
});
