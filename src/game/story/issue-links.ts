import type { Problem } from '../problem.ts';
import { compileKeyPattern, findKeys, type Key, type KeyPattern } from './key-pattern.ts';
import { linkOf } from './link.ts';

/** How a channel's issue keys become links: `PROJ-(\d+)` → `https://tracker/browse/PROJ-$1`. */
export interface IssueLinks {
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
/** The places in a URL where a group or, with `$&`, the whole key goes. */
const PLACE = /\$([1-9&])/g;

/** Reads the two fields of the settings; `undefined` if both are empty. */
export function parseIssueLinks(pattern: string, url: string): IssueLinks | Problem | undefined {
  const links = { pattern: pattern.trim(), url: url.trim() };
  if (links.pattern === '' && links.url === '') return undefined;
  if (links.pattern === '' || links.url === '') return { code: 'half_pattern' };
  const compiled = compileKeyPattern(links.pattern);
  if (!compiled) return { code: 'bad_pattern', pattern: links.pattern };
  return isUsable(links.url, compiled) ? links : { code: 'bad_pattern_url', url: links.url };
}

/** Whether each key leads to an address of its own, and all of them to one server. */
function isUsable(url: string, { groups }: KeyPattern): boolean {
  const places = [...url.matchAll(PLACE)].map(([, place]) => place);
  if (url.length > LONGEST_URL || places.length === 0) return false;
  if (places.some((place) => place !== '&' && Number(place) > groups)) return false;
  const [one, other] = ['x', 'y'].map((text) => linkOf(url.replace(PLACE, text)));
  return one !== undefined && one.origin === other?.origin;
}

/** Cuts a title into pieces, issue keys with their links. Together they are the unchanged title. */
export function linkKeys(title: string, links: IssueLinks | undefined): TitlePiece[] {
  const pattern = links && compileKeyPattern(links.pattern);
  if (!pattern) return [{ text: title }];
  const characters = [...title];
  const text = (start: number, end?: number) => characters.slice(start, end).join('');
  const pieces: TitlePiece[] = [];
  let rest = 0;
  for (const key of findKeys(pattern, characters).slice(0, MOST_LINKS)) {
    const whole = text(key.start, key.end);
    const url = urlOf(links.url, key, whole);
    if (url === undefined) continue;
    pieces.push({ text: text(rest, key.start) }, { text: whole, url });
    rest = key.end;
  }
  pieces.push({ text: text(rest) });
  return pieces.filter((piece) => piece.text !== '');
}

function urlOf(url: string, { groups }: Key, whole: string): string | undefined {
  const filled = url.replace(PLACE, (_, place: string) =>
    encodeURIComponent(place === '&' ? whole : (groups[Number(place) - 1] ?? '')),
  );
  return linkOf(filled)?.href;
}
