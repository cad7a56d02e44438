import type { TakePartAnswer, VoteAnswer } from './answers.ts';
import type { Card } from './deck/deck.ts';
import type { Problem } from './problem.ts';
import type { Refusal } from './refusal.ts';
import type { SessionRound } from './round/round.ts';
import type { SessionStatus } from './session.ts';

/** What only the creator may do here. */
export const WISHES = ['start', 'reveal', 'record', 'voteAgain', 'next', 'back', 'end', 'this'] as const;
export type Wish = (typeof WISHES)[number];

/** What the keyboard does of what the creator's buttons do. */
export type KeyboardControl = 'reveal' | 'agree' | 'again' | 'next' | 'back' | 'end';

export type ToldTakePart = Exclude<TakePartAnswer, { kind: 'refusal' }>;

/** What became of a reason that was typed with a card. */
export type GivenReason = 'kept' | 'too_long' | 'too_late' | 'off';

/** Why there is no message. */
export type PostFailure =
  /** Slack did not let us post, for this reason of its own. */
  | { kind: 'postRefused'; error: string }
  /** Slack did not say whether it has posted. */
  | { kind: 'postUnknown' };

/**
 * The same was started just now, and is not started again. `link` leads to its message, once that is known.
 */
export interface StartedAlready {
  kind: 'startedAlready';
  sessionId: string;
  link?: string;
}

/** Why nothing was started. */
export type WhyNotStarted = PostFailure | StartedAlready | { kind: 'problem'; problem: Problem };

/** A round that somebody may have meant to vote in. */
interface VoteOption {
  of: SessionRound;
  card: Card;
  title: string;
}

/**
 * What somebody is told in private. A value: the words are found where the reader's language is known, in
 * `blocks/private/notices.ts`. Titles are the story's.
 */
export type Notice =
  /** `title`: where what was typed did not say which story it was for. */
  | { kind: 'refusal'; refusal: Refusal; wish?: Wish; title?: string }
  | { kind: 'problem'; problem: Problem }
  /** `of`: the round that was voted in. */
  | {
      kind: 'vote';
      answer: Exclude<VoteAnswer, { kind: 'refusal' }>;
      title: string;
      of: SessionRound;
      reason?: GivenReason;
    }
  /** A typed card may be for any of these, `card` as each deck has it. */
  | { kind: 'whichVote'; options: readonly VoteOption[]; reason?: string }
  | { kind: 'takePart'; answer: ToldTakePart; title?: string }
  /** A control by keyboard has been carried out. */
  | { kind: 'controlled'; what: KeyboardControl; title: string; card?: Card }
  /** `command` may have been meant by what would be the title of a new story. */
  | { kind: 'didYouMean'; command: string; title: string }
  /** A story was begun from such a line. */
  | { kind: 'begun' }
  | { kind: 'myVote'; title: string; card?: Card; status: SessionStatus }
  | { kind: 'windowNotOpened' }
  | { kind: 'formNotOpened' }
  | PostFailure
  | StartedAlready
  /** To a creator whose message Slack no longer lets us update. */
  | { kind: 'farewell'; error: string; title: string }
  | News
  /** A reason was added: shown with the card after the reveal. */
  | { kind: 'reasonKept'; card: Card }
  /** To whoever has saved the settings of a channel. */
  | { kind: 'settingsSaved'; cards?: readonly Card[] }
  /** To whoever started a story with a title of which the message shows no more than its first `shown` characters. */
  | { kind: 'longTitle'; shown: number }
  /** For operators: what Slack has sent, or how a trial went, line by line. `offers`: with what can be tried. */
  | { kind: 'doctor'; about: string; lines: readonly string[]; offers?: true }
  /** To whoever started a session where the app is no member. */
  | { kind: 'unattended' }
  /** A clock time was taken as one of this zone, because nobody has said which. */
  | { kind: 'timeZone'; timeZone: string; sessionId?: string; isKnown?: boolean }
  /** Cards of a deck that was just made are no numbers, as the others are. */
  | { kind: 'uncounted'; cards: readonly Card[] }
  /** Whoever runs this has another workspace's token. */
  | { kind: 'otherInstallation' }
  | { kind: 'help' };

/** What somebody is told who has not clicked, and may be elsewhere: `link` leads to the message. */
export type News =
  /** To the creator: everyone has voted, it is for them to reveal. */
  | { kind: 'everyoneVoted'; title: string; link?: string }
  /** To the creator: the deadline has passed, and the votes were revealed … */
  | { kind: 'deadlineRevealed'; title: string; link?: string }
  /** … or nobody had voted, and the round stays open. */
  | { kind: 'deadlinePassed'; title: string; link?: string }
  /** … or too few had for an anonymous result. */
  | { kind: 'deadlineTooFew'; title: string; link?: string }
  /** To the creator: nobody has revealed the votes, and they will be lost within a day. */
  | { kind: 'expiring'; title: string; link?: string }
  /** To a voter whose card is awaited. */
  | { kind: 'nudge'; title: string; creatorId: string; link?: string }
  /** To whoever hosts from now on … */
  | { kind: 'hostNow'; title: string; from: string; how: Succession; link?: string }
  /** … and to whoever did before. */
  | { kind: 'hostBefore'; title: string; to: string; how: Succession; link?: string }
  /** To somebody whom the creator has removed. As for `ToldTakePart`. */
  | { kind: 'removed'; title: string; creatorId: string; withdrawn: boolean; counted?: Card; link?: string };

/** How a session comes to another creator: it is given or taken. */
export type Succession = 'handedOver' | 'takenOver';

/** Thrown by whoever has no words for a notice: it comes from a newer version, which has. */
export class NotUnderstood extends Error {}
