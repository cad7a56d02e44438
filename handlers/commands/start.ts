import { type Deck, findDeck } from '../../src/game/deck/deck.ts';
import type { Problem } from '../../src/game/problem.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import type { NewStory } from '../../src/game/story/story-line.ts';
import type { Deps } from '../../src/play/deps.ts';
import { startSession } from '../../src/play/start-session.ts';
import type { Answer, Command } from './command.ts';
import type { Flags } from './flags.ts';

/** `/groom Add SSO login`, with whatever flags stand before the title. */
export async function start(
  deps: Deps,
  command: Command,
  story: NewStory,
  { deck: wanted, ...wishes }: Flags,
): Promise<Answer> {
  const { triggerId: _, ...wish } = command;
  const settings = await deps.directory.settings(command);
  const deck = wanted && deckOf(wanted, settings);
  if (deck && 'code' in deck) return { notice: { kind: 'problem', problem: deck } };
  const { notice } = await startSession(deps, {
    ...wish,
    stories: [story],
    settings,
    wishes: { ...wishes, ...(deck && { deck }) },
  });
  return { notice };
}

function deckOf(wanted: NonNullable<Flags['deck']>, { decks }: ChannelSettings): Deck | Problem {
  if (wanted.kind === 'cards') return { name: 'custom', cards: wanted.cards };
  const known = decks.map(({ title }) => title);
  return findDeck(wanted.name, decks) ?? { code: 'unknown_deck', deck: wanted.name, known };
}
