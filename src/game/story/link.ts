export const MAX_LINK = 2000;

/** Reads a web address that may be shown as a link; `undefined` if it is none. Its `href` is what is stored. */
export function linkOf(text: string): URL | undefined {
  const url = parseUrl(text.replaceAll('|', '%7C'));
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= MAX_LINK ? url : undefined;
}

/** What may stand behind an address and isn't part of it: the punctuation of a sentence, in any script; closing quotes. */
const PUNCTUATION = new Set('.,:;!?…。、，．：；！？"\'”’»›“‘');
const BRACKETS = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
  ['>', '<'],
  ['）', '（'],
  ['］', '［'],
  ['」', '「'],
  ['】', '【'],
]);

/**
 * An address without what only stands behind it: `https://a.test/x),` gives `https://a.test/x`, but `…/x_(y)` keeps its
 * bracket, which was opened within.
 */
export function addressIn(text: string): string {
  const opened = new Map<string, number>();
  for (const character of text) {
    const opening = BRACKETS.get(character) ?? character;
    opened.set(opening, (opened.get(opening) ?? 0) + (opening === character ? 1 : -1));
  }
  let end = text.length;
  for (; end > 0; end--) {
    const last = text[end - 1] ?? '';
    const opening = BRACKETS.get(last);
    if (opening === undefined ? !PUNCTUATION.has(last) : (opened.get(opening) ?? 0) >= 0) break;
    if (opening !== undefined) opened.set(opening, (opened.get(opening) ?? 0) + 1);
  }
  return text.slice(0, end);
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
