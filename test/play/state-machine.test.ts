import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { SessionStatus } from '../../src/game/session.ts';
import { DEFAULT_SETTINGS, type Options, optionsOf } from '../../src/game/settings.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { aSession } from '../game/a-session.ts';
import { titleOf } from './state-machine/board.ts';
import { controlCommands } from './state-machine/control-commands.ts';
import { Model } from './state-machine/model.ts';
import { participationCommands } from './state-machine/participation-commands.ts';
import { publishing } from './state-machine/publishing.ts';
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

async function newGame(status: SessionStatus, options: Options): Promise<{ model: Model; real: World }> {
  const now = local.clock.now();
  const times = status === 'voting' ? [{ story: 1, startedAt: now }] : [];
  const sessionId = ulid();
  const session = aSession({ sessionId, status, options, times, creatorActedAt: now, createdAt: now });
  await local.store.createSession(
    session,
    session.order.map((number) => ({ number, title: titleOf(number) })),
  );
  return { model: new Model(status, options, now), real: new World(local, session.sessionId) };
}

describe('A session', () => {
  it('should do what a model on paper does, whatever people do', async () => {
    const firstStatus = fc.constantFrom<SessionStatus[]>('voting', 'voting', 'lobby');
    const options = fc
      .record({ anyoneReveals: fc.boolean(), anonymous: fc.boolean(), reasons: fc.boolean() })
      .map((chosen): Options => ({ ...optionsOf(DEFAULT_SETTINGS), ...chosen }));
    const steps = fc.commands([...participationCommands, ...controlCommands, fc.constant(publishing)], {
      maxCommands: 60,
      size: 'max',
    });
    await fc.assert(
      fc.asyncProperty(firstStatus, options, steps, async (status, chosen, commands) => {
        const game = await newGame(status, chosen);
        await fc.asyncModelRun(() => game, commands);
        await publishing.run(game.model, game.real);
      }),
      // Without a bias towards short games.
      { numRuns: 40, plugins: [fc.unbiased()] },
    );
  }, 120_000);
});
