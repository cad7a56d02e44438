import type { Problem } from '../problem.ts';
import { MAX_STORIES } from '../session.ts';
import type { NewStory } from './story-line.ts';
import { isTooLong } from './title.ts';

/** What is wrong with the stories that somebody typed into a form, one on each line, if anything is. */
export function problemWith(stories: readonly NewStory[]): Problem | undefined {
  if (stories.length === 0) return { code: 'no_stories' };
  if (stories.length > MAX_STORIES) return { code: 'too_many_stories', given: stories.length };
  const line = stories.findIndex(({ title }) => isTooLong(title));
  return line < 0 ? undefined : { code: 'title_too_long', line: line + 1 };
}
