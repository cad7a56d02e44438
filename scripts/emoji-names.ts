import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run emoji-names -- <emoji.json>` renews the two lists of emoji: the product's, and the one of the stand-in
 * for Slack, which imports nothing of the product. The file is in the npm package emoji-datasource: Slack's own names
 * come from there. https://github.com/iamcal/emoji-data
 */

interface Datum {
  /** Hexadecimal code points, `1F44D-1F3FB`. */
  unified: string;
  /** The first is the one that Slack writes. */
  short_names: string[];
  added_in: string;
}

/** Clients of today may not know newer ones. */
const NEWEST = 15;
const COUNTRY = /^flag-[a-z]{2}$/;

const [, , source = ''] = process.argv;
const data: Datum[] = JSON.parse(readFileSync(source, 'utf8'));
const known = data.filter(({ added_in }) => Number(added_in) <= NEWEST);
const countries = known.flatMap(({ short_names }) => short_names.filter((name) => COUNTRY.test(name)));

const glyphOf = (unified: string) =>
  String.fromCodePoint(...unified.split('-').map((code) => Number.parseInt(code, 16)));
const lineOf = (unified: string, names: readonly string[]) => [glyphOf(unified), ...names].join(' ');

const all = known.map(({ unified, short_names }) => lineOf(unified, short_names));
const withoutCountries = known
  .map(({ unified, short_names }) => ({ unified, names: short_names.filter((name) => !COUNTRY.test(name)) }))
  .filter(({ names }) => names.length > 0)
  .map(({ unified, names }) => lineOf(unified, names));

const EACH = '/** Each emoji with the names that Slack has for it. Written by scripts/emoji-names.ts. */';

write(
  'src/game/emoji/names.ts',
  `${EACH}
export const NAMES = \`${withoutCountries.join('\n')}\`;

/** The countries that have a flag: \`flag-de\` is 🇩🇪. */
export const COUNTRIES =
  '${countries.map((name) => name.slice('flag-'.length)).join(' ')}';
`,
);
write('stand-ins/slack/emoji-names.ts', `${EACH}\nexport const NAMES = \`${all.join('\n')}\`;\n`);

function write(path: string, content: string): void {
  writeFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), content);
}
