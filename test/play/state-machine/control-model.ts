import type { Command } from '../../../src/game/decide.ts';
import { MINUTE } from '../../../src/time.ts';
import type { Model } from './model.ts';
import { takesPart } from './roles.ts';

/** Applies a command to the model. Whether it is granted, or was fulfilled before. */
export function applyCommand(model: Model, userId: string, command: Command, now: number): boolean {
  const isCreator = userId === model.creatorId;
  const mayAnyone = command.kind === 'reveal' && model.options.anyoneReveals;
  if (!isCreator && !(mayAnyone && takesPart(model, userId))) return false;
  if (model.isOver) return command.kind === (model.status === 'ended' ? 'end' : 'cancel');
  const effect = effectOf(model, command, now);
  if (effect === undefined) return false;
  if (effect !== 'none') {
    effect();
    if (isCreator) model.creatorActedAt = now;
  }
  return true;
}

/** What a command of the creator's does; `undefined` where it is refused. */
function effectOf(model: Model, command: Command, now: number): (() => void) | 'none' | undefined {
  const isRevealed = 'of' in command && model.status === 'revealed' && model.isRunning(command.of);
  switch (command.kind) {
    case 'start':
      if (model.status !== 'lobby') return 'none';
      return () => {
        set(model, { status: 'voting' });
        model.begin(now);
      };
    case 'reveal':
      if (isRevealed) return 'none';
      if (model.status !== 'voting' || !model.isRunning(command.of)) return undefined;
      return model.cards(model).length >= (model.options.anonymous ? 3 : 1)
        ? () => model.reveal(now)
        : undefined;
    case 'voteAgain':
      if (!isRevealed) return undefined;
      return () => {
        model.estimates.delete(model.story);
        set(model, { status: 'voting' });
        model.open({ story: model.story, round: model.round + 1 }, now);
      };
    case 'next': {
      const [story] = model.upcoming;
      if (!isRevealed || story === undefined) return undefined;
      return () => {
        model.leave();
        model.goTo(story, now);
      };
    }
    case 'back': {
      if (!model.isRunning(command.of)) {
        const next = model.order.indexOf(model.story) + 1;
        return model.status === 'revealed' && model.order.indexOf(command.of.story) === next
          ? 'none'
          : undefined;
      }
      const { before } = model;
      if (model.status === 'lobby' || before === undefined) return undefined;
      return () => {
        model.leave();
        model.goTo(before, now);
      };
    }
    case 'agree':
      if (!isRevealed || command.card === '?') return undefined;
      return () => {
        model.estimates.set(model.story, command.card);
        model.decide(now);
      };
    case 'end':
      return () => set(model, { status: 'ended' });
    case 'cancel':
      return () => set(model, { status: 'cancelled' });
    case 'skip':
      return skip(model, command.story, now);
    case 'move':
      return move(model, command.story, command.to);
    case 'queueStories':
      return () => model.order.push(...command.stories);
    case 'nudge':
      if (model.status !== 'voting' || now - model.nudgedAt < 5 * MINUTE) return undefined;
      return () => set(model, { nudgedAt: now });
    case 'handOver':
      if (command.to === model.creatorId) return 'none';
      return () => set(model, { creatorId: command.to, handedOver: true });
    default:
      return undefined;
  }
}

function skip(model: Model, story: number, now: number): (() => void) | 'none' | undefined {
  if (model.skipped.includes(story)) return 'none';
  const isRunning = story === model.story;
  if (isRunning ? model.status === 'revealed' : !model.upcoming.includes(story)) return undefined;
  return () => {
    const [next] = model.upcoming;
    set(model, { order: model.order.filter((other) => other !== story), skipped: [...model.skipped, story] });
    if (!isRunning) return;
    if (next === undefined) set(model, { status: 'ended' });
    else model.goTo(next, now);
  };
}

/** Swaps neighbours, as a list on paper is put in order. */
function move(model: Model, story: number, to: 'earlier' | 'later' | 'next'): (() => void) | undefined {
  if (!model.upcoming.includes(story)) return undefined;
  return () => {
    const first = model.order.indexOf(model.story) + 1;
    const from = model.order.indexOf(story);
    const target = { earlier: Math.max(first, from - 1), later: from + 1, next: first }[to];
    const rest = model.order.filter((other) => other !== story);
    model.order = [...rest.slice(0, target), story, ...rest.slice(target)];
  };
}

const set = (model: Model, changes: Partial<Model>): void => {
  Object.assign(model, changes);
};
