import type { FinishedStory } from '../game/round/history.ts';

/** As much of an export as fits into a message. */
interface Excerpt {
  text: string;
  /** How many stories are in it: the latest ones. */
  shown: number;
}

/** How many characters it may have. People can type messages of 12,000; the rest is for what is said above it. */
const LONGEST = 9000;

/**
 * Shortens an export to whole lines, because half a line would look like another story. Each story is one line; the
 * header above them is always kept.
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
