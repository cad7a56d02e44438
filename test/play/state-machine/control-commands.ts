import fc from 'fast-check';
import { expect } from 'vitest';
import type { Command } from '../../../src/game/decide.ts';
import type { RoundRef } from '../../../src/game/round/round.ts';
import { type ControlAnswer, control } from '../../../src/play/control.ts';
import { addStories } from '../../../src/play/stories.ts';
import { handOver, takeOver } from '../../../src/play/succession.ts';
import { MINUTE } from '../../../src/time.ts';
import { titleOf } from './board.ts';
import { applyCommand } from './control-model.ts';
import { actor, back, roundAt, user, whoIs } from './people.ts';
import { isCreatorSilent, takesPart } from './roles.ts';
import { REFUSED, type Step, step } from './step.ts';

/** What only the creator may do; others try it, too. */

const story = fc.integer({ min: 1, max: 5 });
const place = fc.constantFrom('earlier' as const, 'later' as const, 'next' as const);

/** How often each command is given, and what it is for the round that the button was drawn for. */
const wishes: [number, fc.Arbitrary<(of: RoundRef) => Command>][] = [
  [2, fc.constant(() => ({ kind: 'start' }))],
  [14, fc.constant((of) => ({ kind: 'reveal', of }))],
  [8, fc.constant((of) => ({ kind: 'voteAgain', of }))],
  [8, fc.constant((of) => ({ kind: 'next', of }))],
  [5, fc.constant((of) => ({ kind: 'back', of }))],
  [3, fc.constantFrom('5', '13', '?').map((card) => (of) => ({ kind: 'agree', of, card }))],
  [3, story.map((story) => () => ({ kind: 'skip', story }))],
  [
    2,
    fc.tuple(story, place).map(([story, to]) => () => ({ kind: 'move', story, to })),
  ],
  [2, fc.constant(() => ({ kind: 'nudge' }))],
  [1, fc.constantFrom('end' as const, 'cancel' as const).map((kind) => () => ({ kind }))],
];
const wish = fc.oneof(...wishes.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const commanding = fc.tuple(actor, wish, back, fc.boolean()).map(([actor, wish, back, twice]): Step => {
  const { kind } = wish({ story: 1, round: 1 });
  return step(`${actor}: ${kind}, ${back} rounds ago${twice ? ', twice' : ''}`, async (model, world) => {
    const userId = whoIs(actor, model);
    const command = wish(roundAt(model, back));
    const { store, clock } = world.local;
    const click = world.click(userId, 0);
    const give = () => control(store, clock.now, world.sessionId, click, command);
    const answer = await give();
    // The same click once more, as when its acknowledgement was lost, has no further effect.
    if (twice) expect((await give()).kind).toBe(answer.kind);
    return compare(answer, applyCommand(model, userId, command, clock.now()));
  });
});

const adding = fc.tuple(actor, fc.integer({ min: 1, max: 2 })).map(([actor, count]): Step => {
  return step(`${actor} adds ${count} stories`, async (model, world) => {
    const userId = whoIs(actor, model);
    const { store, clock } = world.local;
    const last = Math.max(...model.order, ...model.skipped);
    const stories = Array.from({ length: count }, (_, index) => last + 1 + index);
    const titles = stories.map((story) => ({ title: titleOf(story) }));
    const answer = await addStories(store, clock.now, await world.session(), world.click(userId, 0), titles);
    return compare(answer, applyCommand(model, userId, { kind: 'queueStories', stories }, clock.now()));
  });
});

const handingOver = fc.tuple(actor, user).map(([actor, to]): Step => {
  return step(`${actor} hands over to ${to}`, async (model, world) => {
    const userId = whoIs(actor, model);
    const { store, clock } = world.local;
    const answer = await handOver(store, clock.now, await world.session(), world.click(userId, 0), to);
    if (!takesPart(model, to)) return compare(answer, false);
    return compare(answer, applyCommand(model, userId, { kind: 'handOver', to }, clock.now()));
  });
});

const takingOver = user.map((userId): Step => {
  const act: Parameters<typeof step>[1] = async (model, world) => {
    const { store, clock } = world.local;
    const granted = !model.isOver && takesPart(model, userId) && isCreatorSilent(model, clock.now());
    const answer = await takeOver(store, clock.now, world.sessionId, world.click(userId, 0));
    if (granted) Object.assign(model, { creatorId: userId, creatorActedAt: clock.now(), handedOver: true });
    return compare(answer, granted);
  };
  return step(`${userId} takes over`, act, (model) => model.creatorId !== userId);
});

const silence = step(
  'eleven minutes pass',
  async (model, world) => {
    model.waits += 1;
    world.local.clock.advance(11 * MINUTE);
  },
  // The session must not expire.
  (model) => model.waits < 8,
);

function compare(answer: ControlAnswer, done: boolean): typeof REFUSED | undefined {
  expect(answer.kind).toBe(done ? 'done' : 'refusal');
  return done ? undefined : REFUSED;
}

export const controlCommands = [
  ...Array.from({ length: 6 }, () => commanding),
  adding,
  handingOver,
  takingOver,
  fc.constant(silence),
];
