import type { Card } from '../src/game/deck/deck.ts';
import type { SessionRound } from '../src/game/round/round.ts';

/** Every action_id, block_id, callback_id and value that Slack sends back to us, in one place. */

export const COMMAND = '/groom';

export const ACTIONS = {
  join: 'join',
  leave: 'leave',
  start: 'start',
  reveal: 'reveal',
  agree: 'agree',
  estimate: 'estimate',
  voteAgain: 'vote_again',
  next: 'next',
  back: 'back',
  end: 'end',
  menu: 'menu',
  // In modals.
  remove: 'remove',
  page: 'page',
  storyMenu: 'story_menu',
  endFromManage: 'manage_end',
  cancel: 'cancel',
  takeOver: 'take_over',
  nudge: 'nudge',
  settings: 'settings',
  // In the private line after a vote.
  addWhy: 'add_why',
  /** In the private line that asks whether a command was meant. */
  startOnIt: 'start_on_it',
  // For operators.
  doctorModal: 'doctor_modal',
  doctorInModal: 'doctor_in_modal',
  doctorPost: 'doctor_post',
  doctorUpdates: 'doctor_updates',
  doctorDeleted: 'doctor_deleted',
} as const;

/** action_ids must be unique within a block, so each card has its own. */
export const cardAction = (index: number): string => `card_${index}`;
export const CARD_ACTION = /^card_\d+$/;
/** The buttons that turn the pages of *People…*. */
export const pageAction = (direction: 'back' | 'forward'): string => `${ACTIONS.page}_${direction}`;
export const PAGE_ACTION = /^page_(back|forward)$/;

/** In the private line that asks which session a typed card is for: a button for each. */
export const voteInAction = (index: number): string => `vote_in_${index}`;
export const VOTE_IN_ACTION = /^vote_in_\d+$/;

export const VIEWS = {
  newSession: 'new_session',
  people: 'people',
  manage: 'manage',
  editStory: 'edit_story',
  why: 'why',
  settings: 'settings',
  doctor: 'doctor',
} as const;

/** In the menu beside any message. */
export const SHORTCUTS = { estimateThis: 'estimate_this' } as const;

export const INPUTS = {
  stories: 'stories',
  deck: 'deck',
  cards: 'cards',
  until: 'until',
  options: 'options',
  decks: 'decks',
  timeLimit: 'time_limit',
  language: 'language',
  timeZone: 'time_zone',
  pattern: 'pattern',
  url: 'url',
  add: 'add',
  handOver: 'hand_over',
  title: 'title',
  reason: 'reason',
} as const;

export const MENU_ITEMS = ['my_vote', 'watch', 'people', 'bottom', 'manage'] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];

export const STORY_MENU_ITEMS = ['edit', 'next', 'earlier', 'later', 'skip'] as const;
export type StoryMenuItem = (typeof STORY_MENU_ITEMS)[number];

export const refValue = ({ sessionId, story, round }: SessionRound): string =>
  `${sessionId}.${story}.${round}`;
export const cardValue = (ref: SessionRound, card: Card): string => `${refValue(ref)}.${card}`;
export const menuValue = (ref: SessionRound, item: MenuItem | StoryMenuItem): string => cardValue(ref, item);

/** A card for a round, and perhaps why. */
export const voteInValue = (ref: SessionRound, card: Card, reason = ''): string =>
  `${cardValue(ref, card)}${reason && `\n${reason}`}`;

/** A ULID. https://github.com/ulid/spec */
const SESSION_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

export const isSessionId = (value: string): boolean => SESSION_ID.test(value);

// Session, story and round; some have a card or a menu item as well.
const VALUE = /^([0-9A-HJKMNP-TV-Z]{26})\.(\d{1,3})\.(\d{1,3})(?:\.(.{1,40}))?$/su;

/** Reads the value of a button; `undefined` if it is none of ours. */
export function parseValue(value: unknown): (SessionRound & { detail?: string }) | undefined {
  const match = typeof value === 'string' ? VALUE.exec(value) : null;
  if (!match?.[1]) return undefined;
  const ref = { sessionId: match[1], story: Number(match[2]), round: Number(match[3]) };
  return match[4] === undefined ? ref : { ...ref, detail: match[4] };
}

/** Reads the value of a button that says in which round a card is meant. */
export function parseVoteIn(
  value: string,
): (SessionRound & { detail?: string; reason?: string }) | undefined {
  const [vote, ...reason] = value.split('\n');
  const ref = parseValue(vote);
  return ref && (reason.length > 0 ? { ...ref, reason: reason.join(' ') } : ref);
}
