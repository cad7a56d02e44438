import type { ModalView } from '@slack/types';
import { MAX_TITLE } from '../../src/session/session.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../mrkdwn.ts';
import type { ModalContext } from './context.ts';

/** The title of one story. */
export function editStoryModal(
  t: Translate,
  context: ModalContext & { story: number },
  title: string,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.editStory,
    private_metadata: JSON.stringify(context),
    title: plain(t('edit.title')),
    submit: plain(t('modal.save')),
    close: plain(t('modal.back')),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.title,
        label: plain(t('edit.label')),
        element: {
          type: 'plain_text_input',
          action_id: INPUTS.title,
          initial_value: title,
          max_length: MAX_TITLE,
          focus_on_load: true,
        },
      },
    ],
  };
}
