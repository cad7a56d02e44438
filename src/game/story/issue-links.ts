import type { Problem } from '../problem.ts';
import { findKeys, parseIssueKeys } from './issue-keys.ts';
import { linkOf } from './link.ts';

/** How a channel's issue keys become links: `PROJ, OPS` → `https://tracker/browse/$&`. */
export interface IssueLinks {
  /** Which keys, as it was typed; see `parseIssueKeys`. What an earlier version took and this one doesn't is no key. */
  pattern: string;
  url: string;
}

/** A piece of a title: an issue key with its address, or the text in between. */
export interface TitlePiece {
  text: string;
  url?: string;
}

const LONGEST_URL = 500;
/** How many keys of one title become links. */
const MOST_LINKS = 5;
/** The places in a URL where the number or, with `$&`, the whole key goes. */
const PLACE = /\$([1-9&])/g;

/** Reads the two fields of the settings; `undefined` if both are empty. */
export function parseIssueLinks(pattern: string, url: string): IssueLinks | Problem | undefined {
  const links = { pattern: pattern.trim(), url: url.trim() };
  if (links.pattern === '' && links.url === '') return undefined;
  if (links.pattern === '' || links.url === '') return { code: 'half_pattern' };
  if (!parseIssueKeys(links.pattern)) return { code: 'bad_pattern', pattern: links.pattern };
  return isUsable(links.url) ? links : { code: 'bad_pattern_url', url: links.url };
}

/** Whether it is switched off: an earlier version took such patterns. */
export const isPatternFormer = ({ pattern }: IssueLinks): boolean => parseIssueKeys(pattern) === undefined;

/** Whether each key leads to an address of its own, and all of them to one server. */
function isUsable(url: string): boolean {
  const places = [...url.matchAll(PLACE)].map(([, place]) => place);
  if (url.length > LONGEST_URL || places.length === 0) return false;
  if (places.some((place) => place !== '&' && place !== '1')) return false;
  const [one, other] = ['x', 'y'].map((text) => linkOf(url.replace(PLACE, text)));
  return one !== undefined && one.origin === other?.origin;
}

/** Cuts a title into pieces, issue keys with their links. Together they are the unchanged title. */
export function linkKeys(title: string, links: IssueLinks | undefined): TitlePiece[] {
  const keys = links && parseIssueKeys(links.pattern);
  if (!keys) return [{ text: title }];
  const pieces: TitlePiece[] = [];
  let rest = 0;
  for (const key of findKeys(title, keys).slice(0, MOST_LINKS)) {
    const whole = title.slice(key.start, key.end);
    const url = urlOf(links.url, whole, keys.wholeFirst ? whole : key.number);
    if (url === undefined) continue;
    pieces.push({ text: title.slice(rest, key.start) }, { text: whole, url });
    rest = key.end;
  }
  pieces.push({ text: title.slice(rest) });
  return pieces.filter((piece) => piece.text !== '');
}

function urlOf(url: string, whole: string, first: string): string | undefined {
  const filled = url.replace(PLACE, (_, place: string) => encodeURIComponent(place === '&' ? whole : first));
  return linkOf(filled)?.href;
}
