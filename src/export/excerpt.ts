import type { FinishedStory } from '../game/round/history.ts';

/** As much of an export as fits into a message. */
export interface Excerpt {
  text: string;
  /** So many stories are in it, the latest. */
  shown: number;
}

/** People can type messages of 12,000 characters; this leaves room for what is said with it. */
const LONGEST = 9000;

/**
 * Whole lines only: half a line would be another story. Stories hold no line breaks, so each is one line; what
 * stands before them is shown with any number of them.
 */
export function excerptOf(
  stories: readonly FinishedStory[],
  write: (stories: readonly FinishedStory[]) => string,
): Excerpt {
  const lines = write(stories).split(/\r?\n/).slice(0, -1);
  const header = lines.length - stories.length;
  let shown = 0;
  let length = lines.slice(0, header).join('\n').length;
  for (const line of lines.slice(header)) {
    length += line.length + 1;
    if (length > LONGEST) break;
    shown += 1;
  }
  return { text: lines.slice(0, header + shown).join('\n'), shown };
}
