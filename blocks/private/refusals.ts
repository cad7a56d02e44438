import type { Wish } from '../../src/game/notice.ts';
import type { Refusal } from '../../src/game/refusal.ts';
import type { Translate } from '../language/translate.ts';
import { refusalWords } from '../words/refusals.ts';
import { asMrkdwn, asPlain } from './line.ts';

/** Every no. One line each, friendly, and it says what would be right. `wish`: what only the creator may do. */
export const refusalText = (refusal: Refusal, t: Translate, wish?: Wish): string =>
  asMrkdwn(refusalWords(refusal, t, wish), t);

/** The same for beside a field. */
export const plainRefusal = (refusal: Refusal, t: Translate): string => asPlain(refusalWords(refusal, t), t);
