import { parseUntil, readUntil, type Until } from '../../src/game/clock/until.ts';
import { listAtStart, looksLikeCards } from '../../src/game/deck/card-list.ts';
import { parseDeck } from '../../src/game/deck/custom-deck.ts';
import type { Deck } from '../../src/game/deck/deck.ts';
import { isProblem, type Problem } from '../../src/game/problem.ts';
import { type TypedValue, typedValue } from './typed-value.ts';

/** What the flags before a title say. What is absent is as the channel's settings have it. */
export interface Flags {
  /** A name may be that of a deck of the channel. */
  deck?: Deck | { named: string };
  until?: Until | 'none';
  lobby?: boolean;
  autoReveal?: boolean;
  anonymous?: boolean;
  reasons?: boolean;
  anyoneReveals?: boolean;
}

/**
 * Flags stand before the title; `--` ends them. Phones turn `--` into a dash of their own, and what is copied brings a minus
 * sign, or signs that nobody sees.
 */
const FLAG = /^[\u200b-\u200f\u2060\ufeff]*(?:--|—|–|−−|−)([\p{L}\d-]*)(=|:\s*|\s+|$)/u;
/** One dash is enough for a flag that there is; `-x Add SSO` is a title. */
const SHORT = /^[\u200b-\u200f\u2060\ufeff]*[-−‐‑](\p{L}[\p{L}\d-]*)(=|:\s*|\s+|$)/u;
/** A flag behind the title, or within it. */
const BEHIND = /(?<=\s)(?:--|—|–|−−)(\p{L}[\p{L}\d-]*)(?=[=:\s]|$)/gu;

/** Flags that say yes, or no with a `no-` before them. */
const SWITCHES = new Map<string, Exclude<keyof Flags, 'deck' | 'until'>>([
  ['lobby', 'lobby'],
  ['auto-reveal', 'autoReveal'],
  ['anonymous', 'anonymous'],
  ['reasons', 'reasons'],
  ['anyone', 'anyoneReveals'],
]);

/** Takes the flags off a text; `rest` is what they stand before. */
export function readFlags(text: string): { flags: Flags; rest: string } | Problem {
  let flags: Flags = {};
  let rest = text;
  for (let match = flagAt(rest); match; match = flagAt(rest)) {
    const [whole, name = '', end = ''] = match;
    rest = rest.slice(whole.length);
    if (name === '' && end !== '=') return { flags, rest };
    const read = readFlag(name, end === '=', rest);
    if (isProblem(read)) return read;
    flags = { ...flags, ...read.flags };
    rest = read.rest;
  }
  const behind = [...rest.matchAll(BEHIND)].find(([, name = '']) => isFlag(name));
  return behind ? { code: 'flag_behind', flag: `--${behind[1]}` } : { flags, rest };
}

function flagAt(text: string): RegExpExecArray | null {
  const short = SHORT.exec(text);
  return FLAG.exec(text) ?? (short && isFlag(short[1] ?? '') ? short : null);
}

/** Whether there is such a flag. */
function isFlag(name: string): boolean {
  const flag = name.toLowerCase();
  return flag === 'deck' || flag === 'until' || switchOf(flag) !== undefined;
}

function readFlag(name: string, inline: boolean, rest: string): { flags: Flags; rest: string } | Problem {
  const flag = name.toLowerCase();
  if (flag === 'deck' || flag === 'until') {
    const typed = !inline && flagAt(rest) ? undefined : typedValue(rest);
    return flag === 'deck' ? deckIn(typed, rest) : untilIn(typed, rest);
  }
  const flags = inline ? undefined : switchOf(flag);
  if (flags) return { flags, rest };
  return { code: 'unknown_flag', flag: `--${name}${inline ? `=${/^\S*/.exec(rest)?.[0]}` : ''}` };
}

/** Quotes say where a list of cards ends; without them it goes on from separator to separator. */
function deckIn(typed: TypedValue | undefined, text: string): { flags: Flags; rest: string } | Problem {
  if (typed === undefined) return { code: 'no_deck' };
  const read = typed.isQuoted ? { list: typed.value, rest: typed.rest } : listAtStart(text);
  if (isProblem(read)) return read;
  const { list, rest } = read;
  const deck = looksLikeCards(list) ? parseDeck(list) : { named: list };
  return isProblem(deck) ? deck : { flags: { deck }, rest };
}

/** Quotes say where a time ends; without them it has as many words as make one. */
function untilIn(typed: TypedValue | undefined, text: string): { flags: Flags; rest: string } | Problem {
  if (typed === undefined) return { code: 'no_until' };
  const read = typed.isQuoted ? { until: parseUntil(typed.value), rest: typed.rest } : readUntil(text);
  if (isProblem(read)) return read;
  const { until, rest } = read;
  return isProblem(until) ? until : { flags: { until }, rest };
}

function switchOf(flag: string): Flags | undefined {
  if (flag === 'no-until') return { until: 'none' };
  const isOff = flag.startsWith('no-');
  const name = SWITCHES.get(isOff ? flag.slice('no-'.length) : flag);
  return name && { [name]: !isOff };
}
