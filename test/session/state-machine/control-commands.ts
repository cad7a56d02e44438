import fc from 'fast-check';
import { expect } from 'vitest';
import { readBoard } from '../../../src/session/board.ts';
import { addStories, type ControlAnswer, control, handOver, takeOver } from '../../../src/session/control.ts';
import type { Command } from '../../../src/session/decide.ts';
import { freeze } from '../../../src/session/freeze.ts';
import { parseRoundKey, type RoundRef } from '../../../src/session/session.ts';
import { MINUTE } from '../../../src/time.ts';
import { ADA } from '../a-session.ts';
import { expectedBoard, titleOf } from './board.ts';
import { applyCommand } from './control-model.ts';
import { back, user } from './participation-commands.ts';
import { REFUSED, type Step, step } from './step.ts';

/** What only the creator may do; others try it, too. */

const mostlyAda = fc.oneof({ weight: 4, arbitrary: fc.constant(ADA) }, { weight: 1, arbitrary: user });
const story = fc.integer({ min: 1, max: 5 });

const wish: fc.Arbitrary<(of: RoundRef) => Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(() => ({ kind: 'start' }) as const) },
  { weight: 8, arbitrary: fc.constant((of: RoundRef) => ({ kind: 'reveal', of }) as const) },
  { weight: 4, arbitrary: fc.constant((of: RoundRef) => ({ kind: 'voteAgain', of }) as const) },
  { weight: 4, arbitrary: fc.constant((of: RoundRef) => ({ kind: 'next', of }) as const) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('5', '13', '?')
      .map((card) => (of: RoundRef) => ({ kind: 'agree', of, card }) as const),
  },
  { weight: 2, arbitrary: story.map((story) => () => ({ kind: 'skip', story }) as const) },
  {
    weight: 2,
    arbitrary: fc.tuple(story, fc.constantFrom('earlier' as const, 'later' as const, 'next' as const)).map(
      ([story, to]) =>
        () =>
          ({ kind: 'move', story, to }) as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('end' as const, 'cancel' as const).map((kind) => () => ({ kind })),
  },
);

const commanding = fc.tuple(mostlyAda, wish, back, fc.boolean()).map(([userId, wish, back, twice]): Step => {
  const name = JSON.stringify(wish({ story: 0, round: 0 }));
  return step(`${userId}: ${name}, ${back} rounds ago${twice ? ', twice' : ''}`, async (model, world) => {
    const command = wish({ ...(model.rounds.at(-1 - back) ?? { story: 1, round: 1 }) });
    const { store, clock } = world.local;
    const click = world.click(userId, 0);
    const answer = await control(store, clock.now, world.sessionId, click, command);
    // The same click once more, as when its acknowledgement was lost, has no further effect.
    if (twice)
      expect((await control(store, clock.now, world.sessionId, click, command)).kind).toBe(answer.kind);
    return compare(answer, applyCommand(model, userId, command, clock.now()));
  });
});

const adding = fc.tuple(mostlyAda, fc.integer({ min: 1, max: 2 })).map(
  ([userId, count]): Step =>
    step(`${userId} adds ${count} stories`, async (model, world) => {
      const { store, clock } = world.local;
      const first = Math.max(...model.order, ...model.skipped) + 1;
      const numbers = Array.from({ length: count }, (_, index) => first + index);
      const titles = numbers.map(titleOf);
      const answer = await addStories(store, clock.now, world.sessionId, world.click(userId, 0), titles);
      return compare(
        answer,
        applyCommand(model, userId, { kind: 'queueStories', stories: numbers }, clock.now()),
      );
    }),
);

const handingOver = fc.tuple(mostlyAda, user).map(
  ([userId, to]): Step =>
    step(`${userId} hands over to ${to}`, async (model, world) => {
      const { store, clock } = world.local;
      const answer = await handOver(store, clock.now, world.sessionId, world.click(userId, 0), to);
      if (!model.takesPart(to)) return compare(answer, false);
      return compare(answer, applyCommand(model, userId, { kind: 'handOver', to }, clock.now()));
    }),
);

const takingOver = user.map(
  (userId): Step =>
    step(
      `${userId} takes over`,
      async (model, world) => {
        const { store, clock } = world.local;
        const granted = !model.isOver && model.takesPart(userId) && model.isCreatorSilent(clock.now());
        const answer = await takeOver(store, clock.now, world.sessionId, world.click(userId, 0));
        if (granted)
          Object.assign(model, { creatorId: userId, creatorActedAt: clock.now(), handedOver: true });
        return compare(answer, granted);
      },
      (model) => model.creatorId !== userId,
    ),
);

const waiting = fc.constant(
  step(
    'eleven minutes pass',
    async (model, world) => {
      model.waits += 1;
      world.local.clock.advance(11 * MINUTE);
    },
    // The session must not expire.
    (model) => model.waits < 8,
  ),
);

/** As the publisher does: freeze what is revealed, then read what is to be shown. */
export const publishing = step('the publisher looks', async (model, world) => {
  const { store } = world.local;
  const session = await world.session();
  for (const key of session.unfrozen) await freeze(store, session, parseRoundKey(key));
  const board = await readBoard(store, session);
  for (const key of [...model.unfrozen]) model.freeze(parseRoundKey(key));
  if (model.status === 'voting') model.remember(model);
  const { people: _, minutes: __, ...shown } = { people: [], minutes: 0, ...board };
  expect(shown).toEqual(expectedBoard(model, world.sessionId));
  await world.resultsAgreeWith(model);
});

function compare(answer: ControlAnswer, done: boolean): typeof REFUSED | undefined {
  expect(answer.kind).toBe(done ? 'done' : 'refusal');
  return done ? undefined : REFUSED;
}

export const controlCommands = [
  ...Array.from({ length: 6 }, () => commanding),
  ...[adding, handingOver, takingOver, waiting],
  ...Array.from({ length: 3 }, () => fc.constant(publishing)),
];
