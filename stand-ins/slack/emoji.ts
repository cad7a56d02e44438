import { NAMES } from './emoji-names.ts';

/**
 * What people type reaches apps with emoji by their names: in commands, whatever `should_escape` says (bolt-js #1469),
 * in messages, and most likely in the fields of modals.
 */

/** Slack writes these two by their second name, unless `should_escape` is set (bolt-js #1469). */
const WRITTEN: Readonly<Record<string, string>> = { '+1': 'thumbsup', '-1': 'thumbsdown' };

const TONES = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const TONE = /[\u{1f3fb}-\u{1f3ff}]/gu;
const EMOJI = /^\p{RGI_Emoji}$/v;
/** `\ufe0f` only says that the character is meant as an emoji. */
const plainGlyph = (glyph: string): string => glyph.replaceAll('\ufe0f', '');

const nameByGlyph = new Map<string, string>();
const glyphByName = new Map<string, string>();
for (const line of NAMES.split('\n')) {
  const [glyph = '', ...names] = line.split(' ');
  nameByGlyph.set(plainGlyph(glyph), names[0] ?? '');
  for (const name of names) glyphByName.set(name, glyph);
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `👍🏽 it` becomes `:thumbsup::skin-tone-4: it`. Emoji that Slack has no name for stay what they are. */
export function withShortcodes(typed: string): string {
  return [...characters.segment(typed)].map(({ segment }) => shortcodeOf(segment) ?? segment).join('');
}

function shortcodeOf(character: string): string | undefined {
  if (!EMOJI.test(character)) return undefined;
  const tones = character.match(TONE) ?? [];
  const name = nameByGlyph.get(plainGlyph(character.replaceAll(TONE, '')));
  if (name === undefined || tones.length > 1) return undefined;
  const tone = tones.map((one) => `:skin-tone-${TONES.indexOf(one) + 2}:`).join('');
  return `:${WRITTEN[name] ?? name}:${tone}`;
}

/**
 * The emoji of a name such as `rocket` or `thumbsup::skin-tone-4`; `undefined` for a name that Slack does not know.
 * @see https://docs.slack.dev/reference/block-kit/block-elements/emoji-element
 */
export function glyphOf(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const glyph = glyphByName.get(base);
  if (glyph === undefined || tone === undefined) return glyph;
  const [first = '', ...rest] = plainGlyph(glyph);
  return first + (TONES[Number(tone) - 2] ?? '') + rest.join('');
}
