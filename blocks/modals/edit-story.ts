import type { ModalView } from '@slack/types';
import { MAX_TITLE } from '../../src/session/session.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import { plain } from '../mrkdwn.ts';
import type { ModalContext } from './context.ts';

/** The title of one story. */
export function editStoryModal(context: ModalContext & { story: number }, title: string): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.editStory,
    private_metadata: JSON.stringify(context),
    title: plain('Edit story'),
    submit: plain('Save'),
    close: plain('Back'),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.title,
        label: plain('Title'),
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
