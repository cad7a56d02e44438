import type { KnownBlock, ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { mention, plain } from '../text/mrkdwn.ts';
import type { ModalContext } from './context.ts';

/**
 * *Manage…* for everybody but the creator: who manages, and how to take over. `minutes`: how long they must wait
 * for that.
 */
export function takeOverModal(
  t: Translate,
  context: ModalContext,
  creatorId: string,
  minutes: number,
  takesPart: boolean,
): ModalView {
  const wait =
    minutes > 0 ? t('takeOver.wait', { minutes }) : takesPart ? t('takeOver.now') : t('takeOver.joinFirst');
  const who = t('takeOver.only', { creator: mention(creatorId) });
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    private_metadata: JSON.stringify(context),
    title: plain(t('manage.title')),
    close: plain(t('modal.close')),
    blocks: [
      {
        type: 'section',
        block_id: 'who',
        text: { type: 'mrkdwn', text: who + t('list.sentence') + wait },
      },
      ...(minutes > 0 || !takesPart
        ? []
        : [
            {
              type: 'actions',
              block_id: 'take_over',
              elements: [
                {
                  type: 'button',
                  action_id: ACTIONS.takeOver,
                  text: plain(t('takeOver.button')),
                  style: 'primary',
                },
              ],
            } satisfies KnownBlock,
          ]),
    ],
  };
}
