import { DAY, type Millis } from '../time.ts';
import { DECKS, type Deck, type NamedDeck } from './deck/deck.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import type { IssueLinks } from './story/issue-links.ts';

/** How a session is played; chosen when it starts. */
export interface Options {
  /** People gather before the cards appear. */
  lobby: boolean;
  /** The votes are revealed five seconds after the last voter has voted. */
  autoReveal: boolean;
  /** Whoever joined may reveal, not only the creator. */
  anyoneReveals: boolean;
  /** Results show cards and counts without names. */
  anonymous: boolean;
  /** Voters may add one line of why, shown with their card after the reveal. */
  reasons: boolean;
  /** Earlier stories of the channel are shown while people vote. */
  references: boolean;
}

/** What a channel has agreed on: every new session begins with it. */
export interface ChannelSettings extends Options {
  deck: Deck;
  /** The channel's own decks. */
  decks: readonly NamedDeck[];
  /** How long each round stays open; absent: until somebody reveals. */
  timeLimit?: Millis;
  language: Language;
  /** The zone of clock times such as `--until 17:00`, where the person's own is not known. An IANA name. */
  timeZone?: string;
  issueLinks?: IssueLinks;
}

export const DEFAULT_SETTINGS: ChannelSettings = {
  deck: DECKS.fibonacci,
  decks: [],
  lobby: false,
  autoReveal: false,
  anyoneReveals: false,
  anonymous: false,
  reasons: false,
  references: true,
  language: DEFAULT_LANGUAGE,
};

/** The names of the options, for whoever walks through all of them. */
export const OPTION_NAMES = [
  'lobby',
  'autoReveal',
  'anyoneReveals',
  'anonymous',
  'reasons',
  'references',
] as const satisfies readonly (keyof Options)[];

/** Just the options of a channel's settings. */
export function optionsOf(settings: Options): Options {
  const { lobby, autoReveal, anyoneReveals, anonymous, reasons, references } = settings;
  return { lobby, autoReveal, anyoneReveals, anonymous, reasons, references };
}

/** How far away a deadline may be: what belongs to a session is kept for 30 days. */
export const MAX_TIME_LIMIT: Millis = 14 * DAY;
