/** What can be wrong with what somebody typed. Blocks put it into words, and say what would be right. */
export type Problem =
  | { code: 'unknown_flag'; flag: string }
  /** `known` are the channel's own decks. */
  | { code: 'unknown_deck'; deck: string; known: readonly string[] }
  | { code: 'no_deck' }
  /** A list of cards that goes on, perhaps, where the title seems to begin. */
  | { code: 'deck_without_end' }
  /** Flags stand before the title. */
  | { code: 'flag_behind'; flag: string }
  | { code: 'no_title' }
  | { code: 'no_stories' }
  | { code: 'title_too_long'; line?: number }
  | { code: 'too_many_stories'; given: number }
  | { code: 'too_few_cards'; given: number }
  | { code: 'too_many_cards'; given: number }
  | { code: 'card_too_long'; card: string }
  | { code: 'card_twice'; card: string }
  /** `1,000`: a thousand, or one? */
  | { code: 'card_grouped'; card: string }
  /** A comma that may separate cards, or be part of a number. */
  | { code: 'mixed_separators' }
  /** The card is empty, or holds what Slack would format. */
  | { code: 'card_not_allowed'; card: string }
  /** Only `?` and `☕`. */
  | { code: 'no_estimates' }
  /** Not `name: 1, 2, 3`. */
  | { code: 'deck_line'; line: string }
  | { code: 'deck_name'; name: string }
  | { code: 'deck_name_taken'; name: string }
  | { code: 'too_many_decks'; given: number }
  /** All of them together, in one field. */
  | { code: 'decks_too_long'; most: number }
  /** The deck that is chosen is not among the channel's own any more. */
  | { code: 'deck_removed'; deck: string }
  | { code: 'no_until' }
  | { code: 'bad_until'; until: string }
  /** A number alone, which may be minutes, hours or a time of day. */
  | { code: 'bare_until'; number: string }
  /** A day without a time. */
  | { code: 'no_time_of_day'; day: string }
  /** What comes after the time may still belong to it. */
  | { code: 'until_end'; until: string; next: string }
  /** That time of today is over. */
  | { code: 'until_passed' }
  | { code: 'until_too_soon' }
  | { code: 'until_too_far' }
  /** A time limit is a duration, no time of the day. */
  | { code: 'bad_time_limit'; limit: string }
  | { code: 'bad_page'; page: string; typed?: string }
  | { code: 'unknown_format'; format: string; typed?: string }
  | { code: 'bad_pattern'; pattern: string }
  | { code: 'bad_pattern_url'; url: string }
  /** A pattern without a URL, or the reverse. */
  | { code: 'half_pattern' }
  | { code: 'unknown_time_zone'; zone: string }
  /** `/groom vote` without a card. */
  | { code: 'no_card' }
  /** `/groom agree` without a card. */
  | { code: 'no_agreed_card' };

/** Whether a problem came instead of what was to be read. */
export const isProblem = <T>(read: T | Problem): read is Problem =>
  typeof read === 'object' && read !== null && 'code' in read;
