let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as people see them (a family of emoji is one), with their places in UTF-16 units.
 * The segmenter is made only when it is needed: that takes some 30 ms of a cold start.
 */
export function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

export const characters = (text: string): string[] => [...segments(text)].map(({ segment }) => segment);
