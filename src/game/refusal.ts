import type { Card } from './deck/deck.ts';
import type { SessionStatus } from './session.ts';

/** Why somebody's wish was not granted. A value, not an exception; `blocks/words/refusals.ts` puts it into words. */
export type Refusal =
  /** No such session, or its time is over. */
  | { code: 'session_over'; status?: SessionStatus }
  /** The click was not made on this session's message. */
  | { code: 'not_this_message' }
  | { code: 'not_creator'; creatorId: string }
  /** Anyone who joined may reveal, and this one has not. */
  | { code: 'join_to_reveal' }
  /** The button belongs to another round than the running one. */
  | { code: 'round_over' }
  /** The session is not in the state that this needs. */
  | { code: 'not_now'; status: SessionStatus }
  | { code: 'no_votes' }
  /** An anonymous round takes three votes: of fewer, people could tell whose they are. */
  | { code: 'too_few_to_hide' }
  | { code: 'card_not_in_deck' }
  | { code: 'too_many_stories'; most: number }
  | { code: 'no_such_story' }
  /** *Back* leads to the story before, and there is none. */
  | { code: 'nothing_before' }
  /** Only by keyboard: a result of the last story has no *Next story*. */
  | { code: 'no_next_story' }
  | { code: 'not_participant'; userId: string }
  | { code: 'creator_stays' }
  /** `minutes` more of the creator's silence before anyone may take over. */
  | { code: 'creator_active'; creatorId: string; minutes: number }
  /** The missing voters were reminded just now; again in `minutes`. */
  | { code: 'nudged_already'; minutes: number }
  /** Reasons are for those who have voted, with the card they have … */
  | { code: 'no_vote_to_explain' }
  /** … and until the reveal. */
  | { code: 'reason_too_late' }
  /** *Move to bottom* is for those who take part … */
  | { code: 'join_to_move' }
  /** … and one at a time. */
  | { code: 'being_moved' }
  /** Only by keyboard: the story has no estimate, such as `card`. */
  | { code: 'no_estimate'; card: Card }
  /** By keyboard: no session runs in this channel. Perhaps what was `typed` is a story. */
  | { code: 'no_session'; typed?: string }
  /** By keyboard: they are in none of those that do. */
  | { code: 'not_joined' }
  /** What was typed after `/groom vote` or `agree` is no card of the deck. `typed`: perhaps all of it is a story. */
  | { code: 'no_such_card'; card: string; cards: readonly Card[]; typed?: string }
  /** Guests of Slack Connect take part, and nothing else. */
  | { code: 'external' }
  /** So many lists or exports in so short a time. */
  | { code: 'asked_too_often' }
  | { code: 'try_again' };

/** The answer to somebody whose wish was not granted. */
export interface Refused {
  kind: 'refusal';
  refusal: Refusal;
}

export const refuse = (refusal: Refusal): Refused => ({ kind: 'refusal', refusal });

/** Whether a refusal came instead of what was asked for. */
export const isRefusal = <T extends object>(found: T | Refusal): found is Refusal => 'code' in found;
