import { type Deck, findDeck } from '../../src/session/deck.ts';
import type { Problem } from '../../src/session/problem.ts';
import type { ChannelSettings } from '../../src/session/settings.ts';
import type { NewStory } from '../../src/session/story-line.ts';
import type { Deps } from '../deps.ts';
import { startSession } from '../start-session.ts';
import type { Flags } from './flags.ts';
import type { Answer, Command } from './groom.ts';

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
