import type { KnownBlock, ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../ids.ts';
import { mention, plain } from '../mrkdwn.ts';
import type { ModalContext } from './context.ts';

/** *Manage…* for everybody else: who manages, and how to take over. */
export function takeOverModal(
  context: ModalContext,
  creatorId: string,
  minutes: number,
  takesPart: boolean,
): ModalView {
  const wait =
    minutes > 0
      ? `If they stay silent, you can take over in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
      : takesPart
        ? 'They have been silent for a while, so you can take over.'
        : 'They have been silent for a while. Join first, then you can take over.';
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    private_metadata: JSON.stringify(context),
    title: plain('Manage session'),
    close: plain('Close'),
    blocks: [
      {
        type: 'section',
        block_id: 'who',
        text: { type: 'mrkdwn', text: `Only ${mention(creatorId)} can manage this session. ${wait}` },
      },
      ...(minutes > 0 || !takesPart
        ? []
        : [
            {
              type: 'actions',
              block_id: 'take_over',
              elements: [
                { type: 'button', action_id: ACTIONS.takeOver, text: plain('Take over'), style: 'primary' },
              ],
            } satisfies KnownBlock,
          ]),
    ],
  };
}
