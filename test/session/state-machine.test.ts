import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, test } from 'vitest';
import { type LocalStore, startLocalStore } from '../store/local-store.ts';
import { aSession } from './a-session.ts';
import { titleOf } from './state-machine/board.ts';
import { controlCommands, publishing } from './state-machine/control-commands.ts';
import { Model } from './state-machine/model.ts';
import { participationCommands } from './state-machine/participation-commands.ts';
import { World } from './state-machine/world.ts';

/**
 * Four people do whatever they can do, in any order, through the real services on a real store; beside them a
 * small model does the same. After every step both agree, told is counted, and no card shows before its reveal.
 */
let local: LocalStore;
beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());

async function newGame(): Promise<{ model: Model; real: World }> {
  const now = local.clock.now();
  const session = aSession({ sessionId: ulid(), status: 'lobby', creatorActedAt: now, createdAt: now });
  await local.store.createSession(
    session,
    session.order.map((number) => ({ number, title: titleOf(number) })),
  );
  return { model: new Model(now), real: new World(local, session.sessionId) };
}

test('whatever people do, the session does what a model on paper does', async () => {
  const steps = fc.commands([...participationCommands, ...controlCommands], { maxCommands: 60, size: 'max' });
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const game = await newGame();
      await fc.asyncModelRun(() => game, commands);
      await publishing.run(game.model, game.real);
    }),
    { numRuns: 60, endOnFailure: false },
  );
}, 60_000);
