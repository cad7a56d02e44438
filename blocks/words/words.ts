/**
 * Part of a line: our own words, or something in between that is shown as it is, whatever it holds. A person has
 * words too, for where Slack shows no mentions.
 */
export type Part =
  | string
  | { card: string }
  | { title: string }
  | { typed: string }
  | { userId: string; inWords: string }
  /** A link of Slack's own. */
  | { url: string; inWords: string };

export type Words = readonly Part[];
