import { expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { durationText } from '../../blocks/text/duration.ts';
import { DAY, HOUR, MINUTE } from '../../src/time.ts';

it.each([
  [MINUTE, '1 min'],
  [4.4 * MINUTE, '4 min'],
  [89 * MINUTE, '89 min'],
  [90 * MINUTE, '2 h'],
  [30 * HOUR, '30 h'],
  [1.5 * DAY, '2 days'],
  [13 * DAY, '13 days'],
])('%d ms: %s', (ms, expected) => {
  expect(durationText(translator('en'), ms)).toBe(expected);
});
