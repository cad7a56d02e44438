/**
 * A pattern of issue keys, written as a regular expression, of which only a part is allowed: characters, classes,
 * bounded repetition and up to three groups, one after the other. It is matched here and not by JavaScript's engine,
 * which can be made to backtrack for minutes: here no piece is tried twice at the same character.
 */
export interface KeyPattern {
  pieces: readonly Piece[];
  /** How many groups there are. */
  groups: number;
}

interface Piece {
  fits: (character: string) => boolean;
  min: number;
  max: number;
  /** Which group it is in, counted from 1. */
  group?: number;
}

/** The place of a key, counted in characters, and what its groups hold. */
export interface Key {
  start: number;
  end: number;
  groups: readonly string[];
}

const LONGEST_PATTERN = 100;
const MOST_GROUPS = 3;
const MOST_REPEATS = 20;
/** How many characters of a title are searched. */
const SEARCHED = 300;

const ESCAPED = String.raw`\\(?:[dw]|[^\p{L}\p{N}\p{Z}\p{C}])`;
const IN_CLASS = String.raw`[\p{L}\p{N}]-[\p{L}\p{N}]|\\[dw\\[\]^\/.\-]|[\p{L}\p{N}_.#\/@ -]`;
const LITERAL = String.raw`[^\\[\](){}.*+?^$|\p{C}\p{Zl}\p{Zp}]`;
const REPEATS = String.raw`[+?]|\{\d{1,2}(?:,\d{0,2})?\}`;
const TOKEN = new RegExp(String.raw`([()])|(${ESCAPED}|\[(?:${IN_CLASS})+\]|${LITERAL})(${REPEATS})?`, 'uy');

/** `undefined` for a pattern that is not allowed, or that could match an empty text. */
export function compileKeyPattern(source: string): KeyPattern | undefined {
  if (source.length > LONGEST_PATTERN) return undefined;
  const pieces: Piece[] = [];
  let groups = 0;
  let inGroup = false;
  let at = 0;
  while (at < source.length) {
    TOKEN.lastIndex = at;
    const [token, bracket, atom = '', repeats = ''] = TOKEN.exec(source) ?? [];
    if (token === undefined) return undefined;
    at += token.length;
    if (bracket !== undefined) {
      // Groups are neither nested nor empty; what follows one cannot repeat it.
      const isEmpty = inGroup && pieces.at(-1)?.group !== groups;
      if (inGroup === (bracket === '(') || isEmpty) return undefined;
      inGroup = bracket === '(';
      if (inGroup) groups += 1;
    } else {
      const piece = pieceOf(atom, repeats);
      if (!piece) return undefined;
      pieces.push(inGroup ? { ...piece, group: groups } : piece);
    }
  }
  const isFindable = pieces.some(({ min }) => min > 0);
  return isFindable && !inGroup && groups <= MOST_GROUPS ? { pieces, groups } : undefined;
}

function pieceOf(atom: string, repeats: string): Piece | undefined {
  const fits = fitsOf(atom);
  const [min, max] = rangeOf(repeats);
  return fits && min <= max && max > 0 && max <= MOST_REPEATS ? { fits, min, max } : undefined;
}

function fitsOf(atom: string): Piece['fits'] | undefined {
  const isSet = atom.startsWith('[') || /^\\[dw]$/.test(atom);
  if (!isSet) return (character) => character === atom.replace(/^\\/, '');
  try {
    const set = new RegExp(`^${atom}$`, 'u');
    return (character) => set.test(character);
  } catch {
    // Such as [Z-A].
    return undefined;
  }
}

function rangeOf(repeats: string): [min: number, max: number] {
  if (repeats === '') return [1, 1];
  if (repeats === '?') return [0, 1];
  if (repeats === '+') return [1, MOST_REPEATS];
  const [min = '', max = min] = repeats.slice(1, -1).split(',');
  return [Number(min), max === '' ? MOST_REPEATS : Number(max)];
}

/** Finds the keys in a text, given as its characters. No letter or digit may touch a key. */
export function findKeys({ pieces, groups }: KeyPattern, characters: readonly string[]): Key[] {
  const end = Math.min(characters.length, SEARCHED);
  const ends: number[] = [];
  const failed = new Set<number>();
  /** Whether the pieces from `index` on fit at this place, each taking as many characters as it can. */
  const fit = (index: number, at: number): boolean => {
    const piece = pieces[index];
    if (!piece) return !isWord(characters[at]);
    const place = index * (SEARCHED + 1) + at;
    if (failed.has(place)) return false;
    let last = at;
    while (last < end && last - at < piece.max && piece.fits(characters[last] ?? '')) last += 1;
    for (; last >= at + piece.min; last -= 1) {
      ends[index] = last;
      if (fit(index + 1, last)) return true;
    }
    failed.add(place);
    return false;
  };
  const textOf = (group: number, start: number) =>
    pieces
      .flatMap((piece, index) =>
        piece.group === group ? characters.slice(ends[index - 1] ?? start, ends[index]) : [],
      )
      .join('');
  const keys: Key[] = [];
  for (let start = 0; start < end; ) {
    const isFound = !isWord(characters[start - 1]) && fit(0, start);
    if (isFound) {
      const texts = Array.from({ length: groups }, (_, index) => textOf(index + 1, start));
      keys.push({ start, end: ends.at(-1) ?? start, groups: texts });
    }
    start = isFound ? (ends.at(-1) ?? start) : start + 1;
  }
  return keys;
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
