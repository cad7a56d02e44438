import { expect } from 'vitest';
import { parseRoundKey } from '../../../src/game/round/round.ts';
import { readBoard } from '../../../src/play/board.ts';
import { freeze } from '../../../src/play/freeze.ts';
import { expectedBoard } from './board.ts';
import { step } from './step.ts';

/** As the publisher does: freeze what is revealed, then read what is to be shown. */
export const publishing = step('the publisher looks', async (model, world) => {
  const { store } = world.local;
  const session = await world.session();
  for (const key of session.unfrozen) await freeze(store, session, parseRoundKey(key));
  const board = await readBoard(store, session);
  for (const key of [...model.unfrozen]) model.freeze(parseRoundKey(key));
  if (model.status === 'voting') model.remember(model);
  expect(board).toEqual(expectedBoard(model, world.sessionId));
  await world.resultsAgreeWith(model);
});
