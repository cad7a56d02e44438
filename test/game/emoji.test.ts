import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortcodesIn, withGlyphs } from '../../src/game/emoji/shortcodes.ts';
import { withShortcodes } from '../../stand-ins/slack/emoji.ts';
import { NAMES } from '../../stand-ins/slack/emoji-names.ts';

const namesIn = (text: string) => shortcodesIn(text).map(({ name }) => name);

describe('Emoji are read by their names', () => {
  it.each([
    [':rocket:', '🚀'],
    [':rocket: Ship it :tada:', '🚀 Ship it 🎉'],
    ['(:rocket:) “:tada:”, :100:!', '(🚀) “🎉”, 💯!'],
    [':rocket::tada:', '🚀🎉'],
    [':+1: :thumbsup: :-1:', '👍 👍 👎'],
    [':thumbsup::skin-tone-2: :wave::skin-tone-6:', '👍🏻 👋🏿'],
    [':female-technologist::skin-tone-4:', '👩🏽‍💻'],
    [':point_up::skin-tone-3:', '☝🏼'],
    [':thumbsup::skin-tone-2::tada:', '👍🏻🎉'],
    [':de: :flag-de: :flag-ua: :flag-england:', '🇩🇪 🇩🇪 🇺🇦 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    [':heart: :coffee: :one:', '❤️ ☕ 1️⃣'],
    // Scripts that put no spaces between words.
    ['ログイン:rocket:を追加', 'ログイン🚀を追加'],
    ['เข้าสู่ระบบ:rocket:', 'เข้าสู่ระบบ🚀'],
    ['\u2068:rocket: שלום\u2069', '\u2068🚀 שלום\u2069'],
    ['a\n:rocket:\nb', 'a\n🚀\nb'],
  ])('%j is %j', (text, shown) => {
    expect(withGlyphs(text)).toBe(shown);
  });

  it.each([
    '1:100:5',
    'at 10:30:45',
    ':100:5',
    '5:100:',
    'arn:aws:iam',
    'std::on::x',
    '::on::',
    ' ::x:: ',
    'x:rocket:',
    ':rocket:x',
    'é:rocket:',
    'Вход:rocket:',
    ':Rocket:',
    ': rocket :',
    ':partyparrot:',
    ':rocket::partyparrot:',
    ':constructor: :__proto__:',
    ':flag-zz:',
    ':rocket::skin-tone-2:',
    ':thumbsup::skin-tone-1: :thumbsup::skin-tone-7:',
    ':skin-tone-2::rocket:x',
    'https://x.example/:rocket:/y',
    'see https://x.example/?q=:tada: there',
    'slack://channel?:tada:',
    ':',
    '::',
    ':rocket',
  ])('%j is none', (text) => {
    expect(shortcodesIn(text)).toEqual([]);
    expect(withGlyphs(text)).toBe(text);
  });

  it('should say where they are, with their skin tone', () => {
    expect(shortcodesIn('a :rocket: :wave::skin-tone-3:')).toEqual([
      { name: 'rocket', start: 2, end: 10 },
      { name: 'wave::skin-tone-3', start: 11, end: 30 },
    ]);
    expect(namesIn(':tada::wave::skin-tone-3::tada:')).toEqual(['tada', 'wave::skin-tone-3', 'tada']);
  });

  it('should know all that Slack has a name for', () => {
    const glyphs = NAMES.split('\n').map((line) => line.split(' ')[0] ?? '');
    for (const glyph of glyphs) expect([glyph, withGlyphs(withShortcodes(glyph))]).toEqual([glyph, glyph]);
    for (const line of NAMES.split('\n')) {
      const [glyph, ...names] = line.split(' ');
      for (const name of names) expect(withGlyphs(`:${name}:`)).toBe(glyph);
    }
  });

  it('should change nothing else, whatever was typed', () => {
    const piece = fc.constantFrom(
      ':',
      ':tada:',
      'a',
      '1',
      ' ',
      '-',
      '::',
      'on',
      'https://',
      '.',
      ':skin-tone-2:',
      'あ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let rest = 0;
        for (const { start, end, name } of shortcodesIn(text)) {
          expect(start).toBeGreaterThanOrEqual(rest);
          expect(text.slice(start, end)).toBe(`:${name}:`);
          expect(text[start - 1] ?? ' ').not.toMatch(/[a-z\d]/);
          expect(text[end] ?? ' ').not.toMatch(/[a-z\d]/);
          rest = end;
        }
      }),
    );
  });

  it.each([':', ':a', ':rocket:', '::', ':rocket:x', 'https://'])(
    'should take no time for many %j',
    (piece) => {
      const began = performance.now();
      shortcodesIn(piece.repeat(20_000));
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );
});
