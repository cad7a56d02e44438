import type { ModalView, PlainTextOption } from '@slack/types';
import { DECK_NAMES, DECKS, type DeckName } from '../../src/session/deck.ts';
import { MAX_STORIES } from '../../src/session/session.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import { plain } from '../mrkdwn.ts';

/** What the form of a new session needs to know when it is submitted. */
export interface NewSessionContext {
  channelId: string;
}

/** `/groom` alone. Inputs have the same block_id and action_id. */
export function newSessionModal(context: NewSessionContext): ModalView {
  const decks = DECK_NAMES.map(deckOption);
  return {
    type: 'modal',
    callback_id: VIEWS.newSession,
    private_metadata: JSON.stringify(context),
    title: plain('New estimation'),
    submit: plain('Start'),
    close: plain('Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.stories,
        label: plain('Stories'),
        hint: plain(`One per line, up to ${MAX_STORIES}, estimated in this order.`),
        element: {
          type: 'plain_text_input',
          action_id: INPUTS.stories,
          multiline: true,
          focus_on_load: true,
          placeholder: plain('Add SSO login\nAudit log\nDark mode'),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.deck,
        label: plain('Deck'),
        element: {
          type: 'static_select',
          action_id: INPUTS.deck,
          options: decks,
          initial_option: deckOption('fibonacci'),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.options,
        optional: true,
        label: plain('Before the vote'),
        element: {
          type: 'checkboxes',
          action_id: INPUTS.options,
          options: [
            {
              text: plain('Gather people first'),
              description: plain('People join; you start voting when everyone is there.'),
              value: INPUTS.lobby,
            },
          ],
        },
      },
    ],
  };
}

function deckOption(name: DeckName): PlainTextOption {
  const { title, cards } = DECKS[name];
  return { text: plain(`${title}  ${cards.join(' ')}`, true), value: name };
}
