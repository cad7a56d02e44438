import type { ModalView } from '@slack/types';
import type { Card } from '../../src/game/deck/deck.ts';
import { defined } from '../../src/game/defined.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import type { RoundRef } from '../../src/game/round/round.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { cut, plain } from '../text/mrkdwn.ts';
import { typedPlain } from '../text/rich-text.ts';

/** What the modal remembers until it is submitted: which card of which round is to be explained. */
export interface WhyContext extends RoundRef {
  sessionId: string;
  channelId: string;
  /** The session's: a submission may name only its submitter's. */
  teamId: string;
  card: Card;
  /** That of the button that opened the modal: the answer goes there. */
  responseUrl: string;
}

/** Asks a voter for one line of why. `reason`: the one they have given before. */
export function whyModal(t: Translate, context: WhyContext, title: string, reason?: string): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.why,
    private_metadata: JSON.stringify(context),
    title: plain(t('why.title')),
    submit: plain(t('modal.save')),
    close: plain(t('modal.cancel')),
    blocks: [
      { type: 'context', block_id: 'title', elements: [typedPlain(cut(title, 150) || t('title.none'))] },
      {
        type: 'input',
        block_id: INPUTS.reason,
        label: plain(t('why.label', { card: context.card })),
        hint: plain(t('why.hint')),
        element: defined({
          type: 'plain_text_input',
          action_id: INPUTS.reason,
          max_length: MAX_REASON,
          focus_on_load: true,
          placeholder: plain(t('why.placeholder')),
          initial_value: reason,
        }),
      },
    ],
  };
}
