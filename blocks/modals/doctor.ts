import type { ModalView } from '@slack/types';
import { ACTIONS, VIEWS } from '../ids.ts';
import { doctorButton, literally } from '../private/doctor.ts';
import { plain } from '../text/mrkdwn.ts';

interface Context {
  teamId: string;
  channelId: string;
  responseUrl: string;
}

/** A modal in which operators click and submit, to see what Slack then sends. */
export const doctorModal = (context: Context, lines: readonly string[]): ModalView => ({
  type: 'modal',
  callback_id: VIEWS.doctor,
  private_metadata: JSON.stringify(context),
  title: plain('Groom doctor'),
  submit: plain('Submit'),
  close: plain('Close'),
  blocks: [
    ...literally('What the click brought:', lines),
    { type: 'actions', elements: [doctorButton(ACTIONS.doctorInModal, 'Click here')] },
  ],
});
