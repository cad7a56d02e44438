import { COUNTRIES, NAMES } from './names.ts';

/**
 * Slack passes on the emoji that people type by their names (`:rocket:`), and shows names as words wherever texts are
 * literal: so they have to be found. Names that a workspace has made up are not known and stay as they are.
 */

/** An emoji in a text: what its name is, and where `:rocket:` begins and ends, in UTF-16 units. */
export interface Shortcode {
  /** `rocket`, or `thumbsup::skin-tone-2`. */
  name: string;
  start: number;
  end: number;
}

/** Next to these, colons are part of something else: `1:100:5`, `arn:aws:iam`, `std::on::x`. */
const GLUED = String.raw`[[\p{L}\p{M}\p{N}\:]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]]`;
const ONE = String.raw`:[a-z\d_+\-]+:(?::skin-tone-[2-6]:)?`;
/** A web address, so that no emoji is found in it; or one or several emoji that are not glued to a word or a number. */
const RUN = String.raw`[a-z][a-z\d+.\-]*:\/\/\S+|(?<!${GLUED})(?:${ONE})+(?!${GLUED})`;

/** The emoji in a text that Slack has a name for, in their order. */
export function shortcodesIn(text: string): Shortcode[] {
  if (!/:[a-z\d_+-]+:/.test(text)) return [];
  const { run, glyphOf } = known();
  return [...text.matchAll(run)].flatMap(({ 0: whole, index }) => {
    if (!whole.startsWith(':')) return [];
    const found = [...whole.matchAll(new RegExp(ONE, 'g'))].map(({ 0: one, index: at }) => {
      return { name: one.slice(1, -1), start: index + at, end: index + at + one.length };
    });
    return found.every(({ name }) => glyphOf(name) !== undefined) ? found : [];
  });
}

/** The same text with the emoji themselves, for where names would be shown as words. */
export function withGlyphs(text: string): string {
  return shortcodesIn(text).reduceRight(
    (shown, { name, start, end }) => shown.slice(0, start) + known().glyphOf(name) + shown.slice(end),
    text,
  );
}

interface Known {
  run: RegExp;
  glyphOf(name: string): string | undefined;
}

let made: Known | undefined;

/** Made when it is first needed: that takes some milliseconds of a cold start. */
function known(): Known {
  made ??= { run: new RegExp(RUN, 'gv'), glyphOf: glyphFinder() };
  return made;
}

const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];

/** Knows the emoji of every name, with a skin tone where it may have one. */
function glyphFinder(): Known['glyphOf'] {
  const named = NAMES.split('\n').flatMap((line) => {
    const [glyph = '', ...names] = line.split(' ');
    return names.map((name): [string, string] => [name, glyph]);
  });
  const flags = COUNTRIES.split(' ').map((code): [string, string] => [`flag-${code}`, flagOf(code)]);
  const glyphs = new Map([...named, ...flags]);
  return (name) => {
    const [base = '', tone] = name.split('::skin-tone-');
    const glyph = glyphs.get(base);
    if (glyph === undefined || tone === undefined) return glyph;
    const [first = '', ...rest] = glyph;
    if (!/^\p{Emoji_Modifier_Base}/u.test(first)) return undefined;
    return first + TONES[Number(tone) - 2] + rest.join('').replace(/^\ufe0f/, '');
  };
}

/** Two letters of a country as the two halves of its flag. https://www.unicode.org/reports/tr51/#Flags */
const flagOf = (code: string): string =>
  [...code]
    .map((letter) => String.fromCodePoint(0x1f1e6 + letter.charCodeAt(0) - 'a'.charCodeAt(0)))
    .join('');
