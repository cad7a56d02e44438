import type { Wish } from '../../src/game/notice.ts';
import type { Refusal } from '../../src/game/refusal.ts';
import type { Translate } from '../language/translate.ts';
import { refusalWords } from '../words/refusals.ts';
import type { Words } from '../words/words.ts';
import { asMrkdwn, asPlain } from './line.ts';

/**
 * Why something can't be done, in one friendly line that says what would be right. `wish`: what they wanted to do.
 */
export const refusalText = (refusal: Refusal, t: Translate, wish?: Wish): string =>
  asMrkdwn([...refusalWords(refusal, t, wish), ...anew(refusal, t)], t);

/** The same in a dialog: that one may have been opened by whoever has just ended the session. */
export const refusalInDialog = (refusal: Refusal, t: Translate): string =>
  asMrkdwn(refusalWords(refusal, t), t);

/** Whoever taps what is over may want to begin again. */
const OVER: ReadonlySet<Refusal['code']> = new Set(['session_over', 'not_this_message']);

export const anew = ({ code }: Refusal, t: Translate): Words =>
  OVER.has(code) ? [t('list.sentence'), t('refusal.startAnew').trimStart()] : [];

/** The same without marks, to stand beside a field. */
export const plainRefusal = (refusal: Refusal, t: Translate): string => asPlain(refusalWords(refusal, t), t);
