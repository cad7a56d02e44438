import { expect } from 'vitest';
import { parseRoundKey } from '../../../src/game/round/round.ts';
import { readBoard } from '../../../src/play/board.ts';
import { freezeAll } from '../../../src/play/freeze.ts';
import { admit } from '../../../src/play/presence.ts';
import { expectedBoard } from './board.ts';
import { step } from './step.ts';

/** As the publisher does: freeze what is revealed, read what is to be shown, and admit who has joined by a tap. */
export const publishing = step('the publisher looks', async (model, world) => {
  const { store } = world.local;
  const session = await world.session();
  await freezeAll(store, session);
  const { board, newVoters } = await readBoard(store, session);
  await admit(store, session, newVoters);
  for (const key of [...model.unfrozen]) model.freeze(parseRoundKey(key));
  if (model.status === 'voting') model.remember(model);
  expect(board).toEqual(expectedBoard(model, world.sessionId));
  await world.resultsAgreeWith(model);
});
