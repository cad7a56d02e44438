import type { ModalView, PlainTextOption } from '@slack/types';
import { DECK_NAMES, DECKS, type DeckName } from '../../src/session/deck.ts';
import { MAX_STORIES } from '../../src/session/session.ts';
import { deckTitle } from '../deck-title.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../mrkdwn.ts';

/** What the form of a new session needs to know when it is submitted. */
export interface NewSessionContext {
  channelId: string;
}

/** `/groom` alone. Inputs have the same block_id and action_id. */
export function newSessionModal(t: Translate, context: NewSessionContext): ModalView {
  const decks = DECK_NAMES.map((name) => deckOption(t, name));
  return {
    type: 'modal',
    callback_id: VIEWS.newSession,
    private_metadata: JSON.stringify(context),
    title: plain(t('new.title')),
    submit: plain(t('new.start')),
    close: plain(t('modal.cancel')),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.stories,
        label: plain(t('new.stories')),
        hint: plain(t('new.storiesHint', { most: MAX_STORIES })),
        element: {
          type: 'plain_text_input',
          action_id: INPUTS.stories,
          multiline: true,
          focus_on_load: true,
          placeholder: plain(t('new.storiesExample')),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.deck,
        label: plain(t('new.deck')),
        element: {
          type: 'static_select',
          action_id: INPUTS.deck,
          options: decks,
          initial_option: deckOption(t, 'fibonacci'),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.options,
        optional: true,
        label: plain(t('new.options')),
        element: {
          type: 'checkboxes',
          action_id: INPUTS.options,
          options: [
            {
              text: plain(t('new.lobby')),
              description: plain(t('new.lobbyHint')),
              value: INPUTS.lobby,
            },
          ],
        },
      },
    ],
  };
}

function deckOption(t: Translate, name: DeckName): PlainTextOption {
  const deck = DECKS[name];
  return { text: plain(`${deckTitle(t, deck)}  ${deck.cards.join(' ')}`, true), value: name };
}
