import { addressIn, linkOf } from './link.ts';
import { cleanTitle, linesOf } from './title.ts';

/** What somebody wants to have estimated: a title, and a link to where it is described. */
export interface NewStory {
  title: string;
  /** Always http or https. */
  link?: string;
}

/** A URL at the beginning of a line, and the rest; also as Slack writes links: `<https://…|label>`. */
const LINKED =
  /^(?:<(https?:\/\/[^\s<>|]+)(?:\|([^<>]*))?>|(https?:\/\/[^\s、。，；：！？（）「」【】]+)[、。，；：！？）」】]*)\s*(.*)$/isu;
/** A link as Markdown writes it, with Slack's brackets around its address or without: `[label](https://…)`. */
const MARKDOWN = /^\[([^[\]]+)\]\(<?(https?:\/\/[^\s<>|]+?)(?:\|[^<>]*)?>?\)\s*(.*)$/isu;

/** What makes a line one of a list: a dash or a bullet; a box to tick. */
const BULLET = /^(?:[-*+•‣◦▪·–—]\s+)?(?:\[[ xX]\]\s+|☐\s*|☑\s*|✅\s*)?/u;
const BULLETED = /^(?:[-*+•‣◦▪·–—]\s+\S|(?:[-*+]\s+)?\[[ xX]\]\s+\S)/u;
/** Numbers make a list only where every line has one: `2. Quartal` may be a title. */
const NUMBERED = /^\d{1,3}[.)、]\s+(?=\S)/u;

/** Reads a story as it was typed: a title, perhaps with a link before it. `undefined` if nothing is there. */
export function parseStory(line: string): NewStory | undefined {
  const typed = cleanTitle(line);
  if (typed === undefined) return undefined;
  const item = typed.replace(BULLET, '');
  return linked(item) ?? linked(item.replace(NUMBERED, '')) ?? { title: cleanTitle(item) ?? typed };
}

/** A line that begins with a link. */
function linked(line: string): NewStory | undefined {
  const [, text, address, more = ''] = MARKDOWN.exec(line) ?? [];
  if (text !== undefined && address !== undefined) {
    const url = linkOf(address);
    return url && { title: cleanTitle(`${text} ${more}`) ?? nameOf(url), link: url.href };
  }
  const [, bracketed, label = '', bare = '', rest = ''] = LINKED.exec(line) ?? [];
  const url = linkOf(bracketed ?? addressIn(bare));
  if (!url) return undefined;
  const title = cleanTitle(rest) ?? labelOf(label, url) ?? nameOf(url);
  return { title, link: url.href };
}

/** The stories in a text with one on each line; empty lines are ignored, and so are the marks of a list. */
export function parseStories(text: string): NewStory[] {
  const lines = linesOf(text).filter((line) => line.trim() !== '');
  const isNumbered = lines.length > 1 && lines.every((line) => NUMBERED.test(line.trim()));
  return lines.flatMap((line) => parseStory(isNumbered ? line.trim().replace(NUMBERED, '') : line) ?? []);
}

/** The lines of a text that are the items of a list, if there are several. */
export function listItems(text: string): string[] {
  const lines = linesOf(text).map((line) => line.trim());
  const marks = [BULLETED, NUMBERED].map((mark) => lines.filter((line) => mark.test(line)));
  const [items = []] = marks.sort((a, b) => b.length - a.length);
  return items.length > 1 ? items.map((line) => line.replace(BULLET, '').replace(NUMBERED, '')) : [];
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
