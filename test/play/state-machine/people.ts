import fc from 'fast-check';
import type { RoundRef } from '../../../src/game/round/round.ts';
import { ADA, BO, CY, DEE } from '../../game/a-session.ts';
import type { Model } from './model.ts';

/** Who clicks, when, and on which button. */

export const user = fc.constantFrom(ADA, BO, CY, DEE);

/** Mostly the creator, whoever that is by then. */
export const actor: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('the creator') },
  { weight: 1, arbitrary: user },
);

export const whoIs = (actor: string, model: Model): string =>
  actor === 'the creator' ? model.creatorId : actor;

/** For how many seconds a click was under way. */
export const age = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) });

/** How many rounds ago the tapped button was drawn. */
export const back = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) });

export function roundAt(model: Model, back: number): RoundRef {
  return { ...(model.rounds.at(-1 - back) ?? model.rounds[0] ?? model) };
}
