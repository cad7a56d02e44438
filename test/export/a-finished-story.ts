import { DECKS } from '../../src/game/deck/deck.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';

/** At ten on a morning in November: 3, 5 and 5, agreed on 5, in four minutes. */
export function aFinishedStory(changes: Partial<FinishedStory> = {}): FinishedStory {
  return {
    sessionId: '01JD0000000000000000000000',
    story: 1,
    version: 1,
    dropped: false,
    title: 'Add SSO login',
    deck: DECKS.fibonacci,
    estimate: '5',
    rounds: 1,
    cards: ['3', '5', '5'],
    finishedAt: Date.UTC(2026, 10, 2, 10),
    ms: 240_000,
    ...changes,
  };
}
