import { CATALOGUES } from '../blocks/language/catalogues.ts';
import { parseMessage } from '../blocks/language/translate.ts';
import { LANGUAGES, type Language } from '../src/game/language.ts';

type Messages = Readonly<Record<string, string>>;
type Elements = ReturnType<ReturnType<typeof parseMessage>['getAst']>;

/**
 * What is wrong with the catalogues, one line for each problem: keys that are missing or not in English, messages that
 * can't be parsed, and messages with other placeholders or marks (`*` and backticks) than the English ones.
 */
export function languageProblems(catalogues: Readonly<Record<Language, Messages>> = CATALOGUES): string[] {
  const english = catalogues.en;
  return LANGUAGES.flatMap((language) => {
    const messages = catalogues[language];
    const missing = Object.keys(english).filter((key) => !Object.hasOwn(messages, key));
    const surplus = Object.keys(messages).filter((key) => !Object.hasOwn(english, key));
    return [
      ...missing.map((key) => `${language}: ${key} is missing`),
      ...surplus.map((key) => `${language}: ${key} is not in English`),
      ...Object.entries(messages).flatMap(([key, message]) =>
        messageProblems(message, english[key] ?? message, language).map(
          (problem) => `${language}: ${key} ${problem}: ${message}`,
        ),
      ),
    ];
  });
}

function messageProblems(message: string, english: string, language: Language): string[] {
  // In ICU it begins literal text, which is hardly ever meant.
  if (message.includes("'")) return ['has a straight apostrophe; write ’'];
  try {
    const [own, expected] = [shapeOf(message, language), shapeOf(english, 'en')];
    return [
      ...(own === expected ? [] : [`has the placeholders ${own || 'none'}, not ${expected || 'none'}`]),
      ...(marksOf(message) === marksOf(english) ? [] : ['has other marks than in English']),
    ];
  } catch (error) {
    return [`cannot be parsed (${error instanceof Error ? error.message : error})`];
  }
}

/** The names of a message's placeholders; a select also has its choices. */
function shapeOf(message: string, language: Language): string {
  const names = new Set<string>();
  const collect = (elements: Elements): void => {
    for (const element of elements) {
      if ('options' in element) {
        for (const { value } of Object.values(element.options)) collect(value);
      }
      // Literal words have no name, nor has the `#` of a plural.
      if (!('value' in element) || element.type === LITERAL) continue;
      const isSelect = 'options' in element && !('offset' in element);
      names.add(isSelect ? `${element.value} (${Object.keys(element.options).sort()})` : element.value);
    }
  };
  collect(parseMessage(message, language).getAst());
  return [...names].sort().join(', ');
}

/** The type of literal words in the library's syntax tree. It doesn't export that enum. */
const LITERAL = 0;

/** Which marks a message has, and whether they come in pairs. */
const marksOf = (message: string): string =>
  ['*', '`']
    .map((mark) => message.split(mark).length - 1)
    .map((count) => (count === 0 ? 'none' : count % 2 === 0 ? 'pairs' : 'odd'))
    .join();
