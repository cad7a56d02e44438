import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../src/game/language.ts';
import { NotUnderstood } from '../../src/game/notice.ts';
import { CATALOGUES } from './catalogues.ts';
import type { Key } from './en.ts';

type Value = string | number;

/** Says things in one language. Values are never interpreted, whatever they hold. */
export interface Translate {
  (key: Key, values?: Record<string, Value>): string;
  /** The same in pieces, for values that are more than text: a title that is shown as it is, a card in bold. */
  parts<Part extends object>(key: Key, values: Record<string, Value | Part>): (string | Part)[];
  /** A number in a few digits: `6.5`, `7`, `0.25`, `0.027`. */
  number(number: number): string;
  /** A number as it is, but for what no card is made of: `0.75`, `0.375`, `1.333`. */
  exact(number: number): string;
  readonly language: Language;
}

const translators = new Map<Language, Translate>();

/** The translator of a language. It parses a message when it is first needed, because a cold start needs only a few. */
export function translator(language: Language): Translate {
  const known = translators.get(language);
  if (known) return known;
  const made = createTranslator(language);
  translators.set(language, made);
  return made;
}

function createTranslator(language: Language): Translate {
  const catalogue = CATALOGUES[language];
  const formats = new Map<Key, IntlMessageFormat>();
  const formatOf = (key: Key): IntlMessageFormat => {
    const parsed = formats.get(key) ?? parseMessage(catalogue[key], language);
    formats.set(key, parsed);
    return parsed;
  };
  const isPlain = (key: Key) => {
    // What a newer version refuses, for one, has no words here yet.
    if (!Object.hasOwn(catalogue, key)) throw new NotUnderstood(key);
    return !catalogue[key].includes('{');
  };
  const inWords = (key: Key, values?: Record<string, Value>) =>
    isPlain(key) ? catalogue[key] : String(formatOf(key).format(values));
  return Object.assign(inWords, {
    parts: <Part extends object>(key: Key, values: Record<string, Value | Part>) =>
      isPlain(key)
        ? [catalogue[key]]
        : formatOf(key)
            .formatToParts<Part>(values)
            .map(({ value }) => value as string | Part),
    number: (number: number) => decimal(number, 1, language),
    exact: (number: number) => decimal(number, 3, language),
    language,
  });
}

/** Parses an ICU message; throws if it isn't one. `<…>` is left alone: it is Slack's, not a tag. */
export function parseMessage(message: string, language: Language): IntlMessageFormat {
  return new IntlMessageFormat(message, language, undefined, { ignoreTag: true, formatters });
}

/** Languages that write `6,5`, not `6.5`. */
const DECIMAL_COMMA: ReadonlySet<string> = new Set<Language>(['es', 'de', 'fr', 'pt']);

/** `Intl.NumberFormat` would do, but making the first one took 26 ms of a cold start. */
function decimal(number: number, decimals: number, language: string): string {
  const text = String(Number(number.toFixed(Math.max(decimals, decimalsOfTwoDigits(number)))));
  return DECIMAL_COMMA.has(language) ? text.replace('.', ',') : text;
}

/** How many decimals it takes to see two digits of a number: 2 for 0.25, 3 for 0.027, at most as many as `toFixed` has. */
const decimalsOfTwoDigits = (number: number): number =>
  number === 0 ? 0 : Math.min(Math.max(1 - Math.floor(Math.log10(Math.abs(number))), 0), 20);

const formatters: Formatters = {
  getNumberFormat: (language) =>
    ({ format: (number: number) => decimal(number, 1, String(language)) }) as Intl.NumberFormat,
  getDateTimeFormat: (...options) => new Intl.DateTimeFormat(...options),
  getPluralRules: (...options) => new Intl.PluralRules(...options),
};

// The library would ask `Intl.NumberFormat` which languages it knows. It knows all of ours.
IntlMessageFormat.resolveLocale = (language) => new Intl.Locale(String(language));
