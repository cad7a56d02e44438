import fc from 'fast-check';
import { expect } from 'vitest';
import { join, removeParticipant, stepOut } from '../../../src/play/participation.ts';
import { giveReason } from '../../../src/play/reasons.ts';
import { castVote } from '../../../src/play/voting.ts';
import { age, back, roundAt, user } from './people.ts';
import { type Step, step } from './step.ts';

/** What people do with themselves. Clicks may arrive late, and on buttons of earlier rounds. */

const card = fc.constantFrom('3', '5', '8', '?', 'XL');

const vote = fc.tuple(user, card, age, back).map(
  ([userId, card, age, back]): Step =>
    step(`${userId} taps ${card}, ${age} s ago, ${back} rounds ago`, async (model, world) => {
      const of = roundAt(model, back);
      const click = world.click(userId, age);
      const answer = await castVote(world.local.store, click, of, card);
      if (card === 'XL') return expect(answer.kind).toBe('refusal');
      const expected = model.vote(userId, of, card, click.at);
      expect(answer).toMatchObject(expected);
      expect('card' in answer).toBe('card' in expected);
      if (answer.kind === 'refusal') return;
      world.noteClick(click, of);
      const late = answer.kind === 'too_late';
      // A newer click may have come first: then that one's card was told.
      if (late || answer.card === card) {
        world.told.push({ userId, of: { ...of }, at: click.at, card: late ? undefined : card });
      }
    }),
);

const joining = fc.tuple(user, age).map(
  ([userId, age]): Step =>
    step(`${userId} joins, ${age} s ago`, async (model, world) => {
      const click = world.click(userId, age);
      const answer = await join(world.local.store, click);
      expect(answer.kind).toBe(model.isOver ? 'refusal' : 'joined');
      if (!model.isOver) model.become(userId, 'voter', click.at);
    }),
);

const stepping = fc.tuple(user, fc.constantFrom('left' as const, 'observer' as const), age).map(
  ([userId, out, age]): Step =>
    step(`${userId} is out (${out}), ${age} s ago`, async (model, world) => {
      const click = world.click(userId, age);
      const answer = await stepOut(world.local.store, click, out);
      if (model.isOver) return expect(answer.kind).toBe('refusal');
      world.noteClick(click, model);
      const { counted } = model.stepOut(userId, out, click.at);
      expect(answer).toMatchObject({ kind: 'out', out });
      expect(answer.kind === 'out' && answer.counted).toBe(counted);
    }),
);

const removing = fc.tuple(user, user).map(
  ([userId, target]): Step =>
    step(`${userId} removes ${target}`, async (model, world) => {
      const click = world.click(userId, 0);
      const answer = await removeParticipant(world.local.store, await world.session(), click, target);
      if (userId !== model.creatorId || model.isOver || target === model.creatorId) {
        return expect(answer.kind).toBe('refusal');
      }
      world.noteClick({ ...click, userId: target }, model);
      const { counted } = model.stepOut(target, 'removed', click.at);
      expect(answer).toMatchObject({ kind: 'out', out: 'removed' });
      expect(answer.kind === 'out' && answer.counted).toBe(counted);
    }),
);

const explaining = fc.tuple(user, fc.constantFrom('3', '5', '8'), back).map(
  ([userId, card, back]): Step =>
    step(`${userId} explains their ${card}, ${back} rounds ago`, async (model, world) => {
      const of = roundAt(model, back);
      const { sessionId, teamId, channelId, at } = world.click(userId, 0);
      const explanation = { sessionId, teamId, channelId, userId, card, ...of };
      const answer = await giveReason(world.local.store, explanation, { text: `because of ${at}`, at });
      const shown = model.explain(userId, of, card, `because of ${at}`);
      const isLate = answer.kind === 'refusal' && answer.refusal.code === 'reason_too_late';
      const kind = isLate ? 'too_late' : answer.kind;
      expect(kind).toBe(shown === undefined ? 'refusal' : shown ? 'kept' : 'too_late');
    }),
);

export const participationCommands = [
  ...Array.from({ length: 4 }, () => vote),
  joining,
  stepping,
  stepping,
  removing,
  explaining,
];
