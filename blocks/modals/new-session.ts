import type { ModalView } from '@slack/types';
import { typedDuration } from '../../src/game/clock/until.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import { ACTIONS, INPUTS, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { plain } from '../text/mrkdwn.ts';
import type { ChannelContext } from './context.ts';
import { deckSelect } from './deck-choice.ts';
import { optionBoxes } from './option-choice.ts';
import { textField } from './text-field.ts';

/**
 * The options that are worth a thought every time. Whether earlier stories are shown is left to the channel's
 * settings.
 */
export const FORM_OPTIONS = ['lobby', 'autoReveal', 'anyoneReveals', 'anonymous', 'reasons'] as const;
/** Those that don't always do what their name says: when is said below them. */
const EXPLAINED = ['autoReveal', 'anonymous'] as const;

const MAX_LINE = 500;

/** What is known of the stories. */
export interface Prefill {
  stories?: string;
  /** Whether they were the items of a list: perhaps it is one story. */
  isList?: boolean;
  /** Fields that are to show what the channel has now, whatever was chosen there. */
  fresh?: { fields: readonly string[]; mark: string };
}

/** What `/groom` alone opens, filled in with the channel's settings. `prefill`: the stories, if they are known. */
export function newSessionModal(
  t: Translate,
  context: ChannelContext,
  settings: ChannelSettings,
  prefill: Prefill = {},
): ModalView {
  const { timeLimit } = settings;
  const { fresh } = prefill;
  // Slack keeps what stands in a field as long as its block has the same id.
  const idOf = (field: string) => (fresh?.fields.includes(field) ? `${field}_${fresh.mark}` : field);
  return {
    type: 'modal',
    callback_id: VIEWS.newSession,
    private_metadata: JSON.stringify(context),
    title: plain(t('new.title')),
    submit: plain(t('new.start')),
    close: plain(t('modal.cancel')),
    blocks: [
      textField(INPUTS.stories, {
        label: t('new.stories'),
        hint: prefill.isList ? t('new.listHint') : t('new.storiesHint', { most: MAX_STORIES }),
        example: t('new.storiesExample'),
        text: prefill.stories ?? '',
        multiline: true,
        required: true,
        focused: true,
      }),
      {
        type: 'input',
        block_id: idOf(INPUTS.deck),
        label: plain(t('new.deck')),
        element: deckSelect(t, settings),
      },
      textField(INPUTS.cards, { label: t('new.cards'), example: '1, 2, 4, 8, ?', maxLength: MAX_LINE }),
      textField(INPUTS.until, {
        blockId: idOf(INPUTS.until),
        label: t('new.until'),
        hint: t('new.untilHint'),
        example: t('new.untilExample'),
        maxLength: MAX_LINE,
        text: timeLimit === undefined ? '' : typedDuration(timeLimit),
      }),
      {
        type: 'input',
        block_id: idOf(INPUTS.options),
        optional: true,
        label: plain(t('new.options')),
        element: optionBoxes(t, settings, { names: FORM_OPTIONS, explained: EXPLAINED }),
      },
      {
        type: 'actions',
        block_id: 'more',
        elements: [{ type: 'button', action_id: ACTIONS.settings, text: plain(t('new.settings')) }],
      },
    ],
  };
}
