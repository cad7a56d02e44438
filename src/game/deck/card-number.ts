/** Phones turn a hyphen into a dash of their own. */
const SIGN = /^[+\-−‐‑–]/;
/** `5`, `1.5`, `.5`, `0,5`. */
const DECIMAL = /^(?:\d+(?:\.\d*|,\d+)?|[.,]\d+)$/;
/** `1/2`, `1 1/2`. */
const FRACTION = /^(?:(\d+) )?(\d+)[/⁄∕](\d+)$/;
/** Digits in groups of three: `1,000` may be a thousand, or one. */
const GROUPED = /^[+\-−‐‑–]?[1-9]\d{0,2}(?:[.,'’ ]\d{3})+$/;

/**
 * What a card is worth: `5`, `1.5`, `.5`, `0,5`, `−1`, `1/2`, `½`, `1½`, in the digits of any script. `undefined` for
 * whatever is no number, such as `XL`, `?`, `∞`, and for `1,000`, which nobody can tell. Equal numbers are equal
 * however they are spelled: each is one division of whole numbers.
 */
export function cardNumber(card: string): number | undefined {
  const plain = inPlainDigits(card);
  const [sign = '+'] = SIGN.exec(plain) ?? [];
  const size = magnitude(plain.replace(SIGN, '').trim());
  return size === undefined || sign === '+' || size === 0 ? size : -size;
}

/** Whether digits stand in groups of three, so that a thousand can be meant as well as a fraction. */
export const isGroupedNumber = (card: string): boolean => GROUPED.test(inPlainDigits(card));

function magnitude(text: string): number | undefined {
  if (DECIMAL.test(text)) {
    // With a point it has always been a fraction in the decks that are stored.
    return text.includes(',') && GROUPED.test(text) ? undefined : Number(text.replace(',', '.'));
  }
  const [, whole = '0', over, under] = FRACTION.exec(text) ?? [];
  if (over === undefined || Number(under) === 0) return undefined;
  return (Number(whole) * Number(under) + Number(over)) / Number(under);
}

/** `½` as `1⁄2`, `1½` as `1 1⁄2`, and each digit as that of ASCII: Arabic ones, those on keycaps … */
const inPlainDigits = (card: string): string =>
  card
    .replace(/[¼-¾⅐-⅞↉]/g, (fraction) => ` ${fraction.normalize('NFKC')}`)
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace('🔟', '10')
    .replaceAll(/\ufe0f?\u20e3/g, '')
    .replace('٫', '.')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The decimal digits of a script stand in a row, from 0 to 9. https://www.unicode.org/reports/tr44/#Numeric_Type */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/** To a computer 0.1 + 0.2 is a little more than 0.3. No two cards are that close. */
export const rounded = (number: number): number => Number(number.toFixed(9));

export const sumOf = (numbers: readonly number[]): number =>
  rounded(numbers.reduce((sum, number) => sum + number, 0));
