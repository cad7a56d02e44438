/**
 * A title in the form in which it is stored: one line without control characters and lone surrogates, otherwise as it
 * was typed. `undefined` if nothing is left of it.
 */
export function cleanTitle(text: string): string | undefined {
  const title = text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  return title === '' || /^[\p{Cf}\p{Z}]*$/u.test(title) ? undefined : title;
}

export const isTooLong = (title: string): boolean => title.length > MAX_TITLE;

/** The lines of a text, whatever ends them. */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\u2028\u2029]/);

/** Slack's limit for a text field of a modal. */
export const MAX_TITLE = 3000;
