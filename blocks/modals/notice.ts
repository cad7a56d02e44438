import type { ModalView } from '@slack/types';
import { VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';

/** A modal that only says something: that nothing is left to manage, or why something can't be done. */
export function noticeModal(t: Translate, title: string, text: string): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    title: plain(title),
    close: plain(t('modal.close')),
    blocks: [{ type: 'section', block_id: 'notice', text: { type: 'mrkdwn', text } }],
  };
}
