export const MAX_LINK = 2000;

/** Reads a web address that may be shown as a link; `undefined` if it is none. Its `href` is what is stored. */
export function linkOf(text: string): URL | undefined {
  // A colon or a comma at the end belongs to the sentence around it.
  const url = parseUrl(text.replace(/[,:;]+$/, '').replaceAll('|', '%7C'));
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= MAX_LINK ? url : undefined;
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
