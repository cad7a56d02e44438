import type { ModalView } from '@slack/types';
import { VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';

/** A modal that only says something: after a change that leaves nothing to manage, or a refusal. */
export function noticeModal(t: Translate, title: string, text: string): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    title: plain(title),
    close: plain(t('modal.close')),
    blocks: [{ type: 'section', block_id: 'notice', text: { type: 'mrkdwn', text } }],
  };
}
