import { type Deck, findDeck } from '../../src/game/deck/deck.ts';
import type { Problem } from '../../src/game/problem.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import type { NewStory } from '../../src/game/story/story-line.ts';
import type { Deps } from '../../src/play/deps.ts';
import { startSession } from '../../src/play/start-session.ts';
import { type Answer, told } from '../answer.ts';
import type { Interaction } from '../receive/interaction.ts';
import type { Flags } from './flags.ts';

/** `/groom Add SSO login`, with whatever flags stand before the title. */
export async function start(
  deps: Deps,
  where: Interaction,
  story: NewStory,
  { deck: wanted, ...wishes }: Flags,
): Promise<Answer> {
  const { teamId, channelId, userId, userName, responseUrl } = where;
  const settings = await deps.directory.settings(where);
  const deck = wanted && deckOf(wanted, settings);
  if (deck && 'code' in deck) return told({ kind: 'problem', problem: deck });
  const { notice } = await startSession(deps, {
    teamId,
    channelId,
    userId,
    userName,
    responseUrl,
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
