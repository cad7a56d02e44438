import { linkOf } from './link.ts';
import { cleanTitle, linesOf } from './title.ts';

/** What somebody wants to have estimated: a title, and a link to where it is described. */
export interface NewStory {
  title: string;
  /** Always http or https. */
  link?: string;
}

/** A URL at the beginning of a line, and the rest; also as Slack writes links: `<https://…|label>`. */
const LINKED = /^(?:<(https?:\/\/[^\s<>|]+)(?:\|([^<>]*))?>|(https?:\/\/\S+))\s*(.*)$/isu;

/** Reads a story as it was typed: a title, perhaps with a link before it. `undefined` if nothing is there. */
export function parseStory(line: string): NewStory | undefined {
  const typed = cleanTitle(line);
  if (typed === undefined) return undefined;
  const [, bracketed, label = '', bare = '', rest = ''] = LINKED.exec(typed) ?? [];
  const url = linkOf(bracketed ?? bare);
  if (!url) return { title: typed };
  const title = cleanTitle(rest) ?? labelOf(label, url) ?? nameOf(url);
  return { title, link: url.href };
}

/** The stories in a text with one on each line; empty lines are ignored. */
export function parseStories(text: string): NewStory[] {
  return linesOf(text).flatMap((line) => parseStory(line) ?? []);
}

/** The opposite of `parseStory`, to fill in a field. */
export const storyText = ({ title, link }: NewStory): string =>
  link === undefined ? title : `${link} ${title}`;

/**
 * The label of a link, if it is a title. Slack uses what was typed as a label if a link was typed without its
 * scheme.
 */
function labelOf(label: string, url: URL): string | undefined {
  const title = cleanTitle(label);
  return title === undefined || linkOf(title) || linkOf(`http://${title}`)?.host === url.host
    ? undefined
    : title;
}

/** A title made from an address: `…/browse/PROJ-12` gives `PROJ-12`, `…/issues/42` gives `issues/42`. */
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
