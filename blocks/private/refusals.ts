import type { Wish } from '../../src/game/notice.ts';
import type { Refusal } from '../../src/game/refusal.ts';
import type { Translate } from '../language/translate.ts';
import { refusalWords } from '../words/refusals.ts';
import { asMrkdwn, asPlain } from './line.ts';

/**
 * Why something can't be done, in one friendly line that says what would be right. `wish`: what they wanted to do.
 */
export const refusalText = (refusal: Refusal, t: Translate, wish?: Wish): string =>
  asMrkdwn(refusalWords(refusal, t, wish), t);

/** The same without marks, to stand beside a field. */
export const plainRefusal = (refusal: Refusal, t: Translate): string => asPlain(refusalWords(refusal, t), t);
