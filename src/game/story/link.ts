export const MAX_LINK = 2000;

/** A web address that may be shown as a link, in the form in which it is stored. */
export function linkOf(text: string): URL | undefined {
  // A colon or a comma after it belongs to the sentence.
  const url = parseUrl(text.replace(/[,:;]+$/, '').replaceAll('|', '%7C'));
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isWeb || url.username !== '' || url.password !== '') return undefined;
  return url.href.length <= MAX_LINK ? url : undefined;
}

export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
