import type { ModalView } from '@slack/types';
import type { Story } from '../../src/game/story/story.ts';
import { storyText } from '../../src/game/story/story-line.ts';
import { MAX_TITLE } from '../../src/game/story/title.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';
import type { ModalContext } from './context.ts';

/** What the field holds: the story's link before its title, or the title alone if both don't fit. */
export function editableText(story: Pick<Story, 'title' | 'link'>): string {
  const text = storyText(story);
  return text.length <= MAX_TITLE ? text : story.title;
}

/** Changes the title and the link of one story. */
export function editStoryModal(
  t: Translate,
  context: ModalContext & { story: number },
  story: Story,
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
          initial_value: editableText(story),
          max_length: MAX_TITLE,
          focus_on_load: true,
        },
      },
    ],
  };
}
