import { linkOf } from './link.ts';
import { cleanTitle, linesOf } from './title.ts';

/** What somebody wants estimated: a title, and where more is to be read. */
export interface NewStory {
  title: string;
  /** Only ever http or https. */
  link?: string;
}

/** A URL at the beginning of a line, and the rest; also as Slack writes links: `<https://…|label>`. */
const LINKED = /^(?:<(https?:\/\/[^\s<>|]+)(?:\|([^<>]*))?>|(https?:\/\/\S+))\s*(.*)$/isu;

/** A story as it is typed: a title, with a link before it or not. `undefined` if there is nothing. */
export function parseStory(line: string): NewStory | undefined {
  const typed = cleanTitle(line);
  if (typed === undefined) return undefined;
  const [, bracketed, label = '', bare = '', rest = ''] = LINKED.exec(typed) ?? [];
  const url = linkOf(bracketed ?? bare);
  if (!url) return { title: typed };
  const title = cleanTitle(rest) ?? labelOf(label, url) ?? nameOf(url);
  return { title, link: url.href };
}

/** The stories in a text with one on each line; empty lines are passed over. */
export function parseStories(text: string): NewStory[] {
  return linesOf(text).flatMap((line) => parseStory(line) ?? []);
}

/** What `parseStory` reads, for fields that are filled in already. */
export const storyText = ({ title, link }: NewStory): string =>
  link === undefined ? title : `${link} ${title}`;

/** Slack labels a link that was typed without its scheme with what was typed: that is no title. */
function labelOf(label: string, url: URL): string | undefined {
  const title = cleanTitle(label);
  return title === undefined || linkOf(title) || linkOf(`http://${title}`)?.host === url.host
    ? undefined
    : title;
}

/** The last part of an address that says something: `…/browse/PROJ-12` is PROJ-12, `…/issues/42` issues/42. */
function nameOf(url: URL): string {
  const [last = '', ...before] = url.pathname.split('/').filter(Boolean).map(decoded).reverse();
  const named = /\p{L}/u.test(last) ? last : [before[0], last].filter(Boolean).join('/');
  return cleanTitle(named) ?? url.host;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
