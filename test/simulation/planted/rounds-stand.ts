import type { Changes } from '../../../src/game/changes.ts';
import type { Session } from '../../../src/game/session.ts';
import { backAndForth } from '../scenarios/agreements.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Whoever goes on to a story that was begun before does so elsewhere than where it stands. */
const goingOn = (astray: (changes: Changes, session: Session) => Changes) =>
  inPorts(({ store }) => ({
    store: overriding(store, {
      commit(session, changes, action) {
        const isKnown = session.left?.some(({ story }) => story === changes.story);
        const wrong = isKnown && session.story === 1 ? astray(changes, session) : {};
        return store.commit(session, { ...changes, ...wrong }, action);
      },
    }),
  }));

/** Rule 26. */
export const roundsStand: readonly Planted[] = [
  {
    rule: 26,
    what: 'a frozen round is open again',
    scenario: backAndForth,
    breaks: ['control is conditional'],
    plant: goingOn(() => ({ status: 'voting' })),
  },
  {
    rule: 26,
    what: 'a fresh round in place of the one that was left',
    scenario: backAndForth,
    breaks: ['control is conditional'],
    plant: goingOn(({ round = 1 }) => ({ status: 'voting', round: round + 1 })),
  },
];
