import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/game/round/vote.ts';
import type { ReasonAnswer } from '../../src/play/reasons.ts';
import type { Store } from '../../src/ports/store.ts';
import { manualClock } from '../clock.ts';
import { ADA, BO, withOptions } from '../game/a-session.ts';
import { createMemoryStore } from '../simulation/simulators/memory-store.ts';
import { inEveryOrder, inManyOrders } from './interleaving.ts';
import { aRace, reveal } from './race.ts';

const clock = manualClock();
/** In memory, because there are many orders. */
const local = { clock, store: createMemoryStore({ now: clock.now, sessionTtlHours: 1 }) };
const start = (store: Store) => aRace(local, store, withOptions({ reasons: true }));

/** Said to be shown with this card: then it is, unless they have another card by now. Said to be too late: it is not. */
function expectKept(answer: ReasonAnswer, card: string, text: string, result: Result | undefined): void {
  const vote = result?.votes.find(({ userId }) => userId === BO);
  if (answer.kind === 'kept' && vote?.card === card) expect(vote.reason).toBe(text);
  else expect(vote?.reason).not.toBe(text);
}

describe('A reason against a reveal', () => {
  it('should be shown exactly if its voter was told so, in every order there is', async () => {
    const answers = new Set<string>();
    const orders = await inEveryOrder(local.store, async (store) => {
      const { explain, command, publish, result } = await start(store);
      const [answer] = await Promise.all([
        explain(BO, 2, '3', 'like last time'),
        command(reveal).then(publish),
      ]);
      expectKept(answer, '3', 'like last time', await result());
      answers.add(answer.kind === 'refusal' ? answer.refusal.code : answer.kind);
    });
    expect(orders).toBeGreaterThan(50);
    expect([...answers].sort()).toEqual(['kept', 'reason_too_late']);
  });

  it('should go with its card, while that is changed and revealed', () =>
    inManyOrders(
      local.store,
      async (store) => {
        const { explain, vote, command, publish, result } = await start(store);
        const [answer] = await Promise.all([
          explain(BO, 2, '3', 'like last time'),
          vote(BO, 3, '8'),
          command(reveal).then(publish),
        ]);
        const frozen = await result();
        expectKept(answer, '3', 'like last time', frozen);
        const withoutReason = frozen?.votes.filter(({ card }) => card !== '3') ?? [];
        for (const vote of withoutReason) expect(vote).not.toHaveProperty('reason');
      },
      200,
    ));

  it('should give way to a newer one only', () =>
    inManyOrders(
      local.store,
      async (store) => {
        const { explain, command, publish, result } = await start(store);
        const [, newer] = await Promise.all([
          explain(BO, 2, '3', 'first thought'),
          explain(BO, 3, '3', 'second thought'),
          command(reveal).then(publish),
          publish(),
        ]);
        expectKept(newer, '3', 'second thought', await result());
      },
      200,
    ));

  it('should be told the truth though another round has begun', () =>
    inManyOrders(
      local.store,
      async (store) => {
        const { explain, command, publish, result } = await start(store);
        const [answer] = await Promise.all([
          explain(BO, 2, '3', 'like last time'),
          command(reveal, ADA, 4).then(() =>
            command({ kind: 'voteAgain', of: { story: 1, round: 1 } }, ADA, 5),
          ),
          publish(),
        ]);
        expectKept(answer, '3', 'like last time', await result());
      },
      200,
    ));
});
