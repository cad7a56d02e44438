/**
 * Part of a line: our own words, or something in them that is not ours and stays what it is. A person has words as
 * well, for where Slack shows no mentions.
 */
export type Part =
  | string
  | { card: string }
  | { title: string }
  | { typed: string }
  | { userId: string; inWords: string }
  /** Where to go on: one of Slack’s own links. */
  | { url: string; inWords: string };

export type Words = readonly Part[];
