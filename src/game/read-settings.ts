import type { Millis } from '../time.ts';
import { parseUntil } from './clock/until.ts';
import { isTimeZone } from './clock/wall-clock.ts';
import { denseDecksText, parseNamedDecks } from './deck/custom-deck.ts';
import { type Deck, findDeck, type NamedDeck } from './deck/deck.ts';
import { defined } from './defined.ts';
import { LANGUAGES } from './language.ts';
import { isProblem, type Problem } from './problem.ts';
import type { ChannelSettings, Options } from './settings.ts';
import { type IssueLinks, parseIssueLinks } from './story/issue-links.ts';

/** What somebody has filled in for a channel, field by field. */
export interface TypedSettings {
  /** The name of a deck, one that was there when they began. */
  deck: string;
  decks: string;
  options: Options;
  timeLimit: string;
  language: string;
  timeZone: string;
  pattern: string;
  url: string;
}

/** What is wrong, by field. */
type SettingsProblems = Partial<Record<keyof TypedSettings, Problem>>;

/** How much fits into the one field that holds a channel's decks. */
export const MAX_DECKS_TEXT = 3000;

/** The settings that are meant, or all that is wrong with them. `before`: what was saved when they began. */
export function readSettings(
  typed: TypedSettings,
  before: ChannelSettings,
): { settings: ChannelSettings } | { problems: SettingsProblems } {
  const decks = readDecks(typed.decks);
  const deck = isProblem(decks) ? before.deck : readDeck(typed.deck, decks, before.decks);
  const timeLimit = readTimeLimit(typed.timeLimit);
  const timeZone = readTimeZone(typed.timeZone);
  const issueLinks = readIssueLinks(typed, before.issueLinks);
  if (
    isProblem(decks) ||
    isProblem(deck) ||
    isProblem(timeLimit) ||
    isProblem(timeZone) ||
    isProblem(issueLinks)
  ) {
    const problems = {
      ...(isProblem(decks) && { decks }),
      ...(isProblem(deck) && { deck }),
      ...(isProblem(timeLimit) && { timeLimit }),
      ...(isProblem(timeZone) && { timeZone }),
      ...(isProblem(issueLinks) && { [wrongField(issueLinks, typed)]: issueLinks }),
    };
    return { problems };
  }
  return {
    settings: defined({
      ...typed.options,
      deck,
      decks,
      language: LANGUAGES.find((known) => known === typed.language) ?? before.language,
      timeLimit,
      timeZone,
      ...(issueLinks && { issueLinks }),
    }),
  };
}

function readDecks(text: string): readonly NamedDeck[] | Problem {
  const decks = parseNamedDecks(text);
  const isTooLong = !isProblem(decks) && denseDecksText(decks).length > MAX_DECKS_TEXT;
  return isTooLong ? { code: 'decks_too_long', most: MAX_DECKS_TEXT } : decks;
}

/**
 * A deck of the channel's own as the list has it now: its cards may have changed, or its name, where the cards
 * are the same.
 */
function readDeck(name: string, decks: readonly NamedDeck[], before: readonly NamedDeck[]): Deck | Problem {
  const deck = findDeck(name, decks);
  if (deck) return deck;
  const cards = findDeck(name, before)?.cards.join();
  const renamed = decks.find((one) => one.cards.join() === cards);
  return renamed ? { name: 'custom', ...renamed } : { code: 'deck_removed', deck: name };
}

function readTimeLimit(text: string): Millis | Problem | undefined {
  const limit = text.trim();
  if (limit === '') return undefined;
  const until = parseUntil(limit);
  if (!isProblem(until) && until.kind === 'after') return until.ms;
  const isOutOfRange =
    isProblem(until) && (until.code === 'until_too_soon' || until.code === 'until_too_far');
  return isOutOfRange ? until : { code: 'bad_time_limit', limit };
}

/** What an earlier version took stays as it is, switched off, as long as nobody changes it. */
function readIssueLinks(
  { pattern, url }: TypedSettings,
  before: IssueLinks | undefined,
): IssueLinks | Problem | undefined {
  const isUnchanged = before?.pattern === pattern.trim() && before.url === url.trim();
  return isUnchanged ? before : parseIssueLinks(pattern, url);
}

function readTimeZone(text: string): string | Problem | undefined {
  const zone = text.trim();
  if (zone === '') return undefined;
  return isTimeZone(zone) ? zone : { code: 'unknown_time_zone', zone };
}

/** Which of the two fields of issue links is wrong. */
function wrongField({ code }: Problem, { pattern }: TypedSettings): 'pattern' | 'url' {
  if (code === 'half_pattern') return pattern.trim() === '' ? 'pattern' : 'url';
  return code === 'bad_pattern' ? 'pattern' : 'url';
}
