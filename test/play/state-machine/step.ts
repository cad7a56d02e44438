import type { AsyncCommand } from 'fast-check';
import { SECOND } from '../../../src/time.ts';
import type { Model } from './model.ts';
import type { World } from './world.ts';

export type Step = AsyncCommand<Model, World>;

/** Whether the act was refused, where that must leave the session as it was. */
type Act = (model: Model, world: World) => Promise<unknown>;

export const REFUSED = Symbol('refused');

/** A second passes, something happens, and afterwards session and model agree. */
export function step(name: string, act: Act, possible: (model: Model) => boolean = () => true): Step {
  return {
    check: possible,
    async run(model, world) {
      world.local.clock.advance(SECOND);
      const outcome = await act(model, world);
      await world.agreesWith(model, outcome === REFUSED);
    },
    toString: () => name,
  };
}
