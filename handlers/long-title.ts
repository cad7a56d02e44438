import { AMPLE } from '../blocks/text/budget.ts';
import type { Notice } from '../src/game/notice.ts';
import type { NewStory } from '../src/game/story/story-line.ts';

/** Says how much of a title is shown, if one of these is longer. */
export function longTitleIn(stories: readonly NewStory[]): Notice | undefined {
  const isLong = stories.some(({ title }) => title.length > AMPLE.title);
  return isLong ? { kind: 'longTitle', shown: AMPLE.title } : undefined;
}
