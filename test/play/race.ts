import { ulid } from 'ulid';
import { expect } from 'vitest';
import type { VoteAnswer } from '../../src/game/answers.ts';
import type { Command } from '../../src/game/decide.ts';
import type { Result } from '../../src/game/round/vote.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { freezeAll } from '../../src/play/freeze.ts';
import { stepOut } from '../../src/play/participation.ts';
import { giveReason } from '../../src/play/reasons.ts';
import { castVote } from '../../src/play/voting.ts';
import type { Store } from '../../src/ports/store.ts';
import type { LocalStore } from '../aws/dynamo/local-store.ts';
import { ADA, aSession, aSlot, BO, CHANNEL, clickedAt, MESSAGE, TEAM } from '../game/a-session.ts';

export const of = { story: 1, round: 1 };
export const reveal: Command = { kind: 'reveal', of };

/** A session in which Ada has voted 5 and Bo 3, and what people do in it through a store of the test’s choice. */
export async function aRace(
  local: Pick<LocalStore, 'store' | 'clock'>,
  store: Store,
  changes: Partial<Session> = {},
) {
  const session = aSession({ sessionId: ulid(), ...changes });
  const { sessionId } = session;
  await local.store.createSession(session, []);
  for (const [userId, card] of [
    [ADA, '5'],
    [BO, '3'],
  ] as const) {
    await local.store.writeSlot(sessionId, aSlot({ userId, card, at: clickedAt(1) }));
  }
  const click = (userId: string, step: number) => ({
    sessionId,
    userId,
    at: clickedAt(step),
    teamId: TEAM,
    channelId: CHANNEL,
    messageTs: MESSAGE,
  });
  const freezeThrough = async (through: Store) => {
    const now = await through.session(sessionId);
    if (!now) throw new Error('the session is gone');
    await freezeAll(through, now);
  };
  return {
    sessionId,
    vote: (userId: string, step: number, card: string, round = 1) =>
      castVote(store, click(userId, step), { story: 1, round }, card),
    command: (command: Command, userId = ADA, step = 0) =>
      control(store, local.clock.now, sessionId, click(userId, step), command),
    explain: (userId: string, step: number, card: string, text: string) => {
      const explanation = { sessionId, teamId: TEAM, channelId: CHANNEL, userId, card, ...of };
      return giveReason(store, explanation, { text, at: clickedAt(step) });
    },
    leave: (userId: string, step: number) => stepOut(store, click(userId, step), 'left'),
    watch: (userId: string, step: number) => stepOut(store, click(userId, step), 'observer'),
    /** What the publisher does before it shows anything. */
    publish: () => freezeThrough(store),
    /** The result of the first round, once everything has come to rest. */
    async result(): Promise<Result | undefined> {
      await freezeThrough(local.store);
      return local.store.result(sessionId, of);
    },
  };
}

/** A vote that somebody cast, and what they were told. */
export const told = (userId: string, step: number, card: string, answer: VoteAnswer) => ({
  userId,
  at: clickedAt(step),
  card,
  answer,
});

/** What was told is what counts: neither more nor less. */
export function expectKept(
  { userId, at, card, answer }: ReturnType<typeof told>,
  result: Result | undefined,
): void {
  const vote = result?.votes.find((one) => one.userId === userId);
  if (answer.kind === 'counts' || answer.kind === 'counted') expect(vote).toEqual({ userId, card, at });
  else expect(vote?.at).not.toBe(at);
  if (answer.kind === 'too_late') expect(answer.card).toBe(vote?.card);
}
