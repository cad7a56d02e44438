import type { ContextBlock, ModalView, PlainTextOption } from '@slack/types';
import { typedDuration } from '../../src/game/clock/until.ts';
import { denseDecksText, namedDecksText } from '../../src/game/deck/custom-deck.ts';
import type { NamedDeck } from '../../src/game/deck/deck.ts';
import { LANGUAGES, type Language } from '../../src/game/language.ts';
import { MAX_DECKS_TEXT } from '../../src/game/read-settings.ts';
import { type ChannelSettings, OPTION_NAMES } from '../../src/game/settings.ts';
import { type IssueLinks, isPatternFormer } from '../../src/game/story/issue-links.ts';
import { INPUTS, VIEWS } from '../ids.ts';
import { LANGUAGE_NAMES } from '../language/names.ts';
import type { Translate } from '../language/translate.ts';
import { cut, plain } from '../text/mrkdwn.ts';
import type { ChannelContext } from './context.ts';
import { deckSelect } from './deck-choice.ts';
import { optionBoxes } from './option-choice.ts';
import { textField } from './text-field.ts';

const MAX_LINE = 500;

/** *Channel settings*: what every new session of a channel starts with. */
export function settingsModal(t: Translate, context: ChannelContext, settings: ChannelSettings): ModalView {
  const { timeLimit, timeZone = '', issueLinks } = settings;
  return {
    type: 'modal',
    callback_id: VIEWS.settings,
    private_metadata: JSON.stringify(context),
    title: plain(t('settings.title')),
    submit: plain(t('modal.save')),
    close: plain(t('modal.cancel')),
    blocks: [
      {
        type: 'input',
        block_id: INPUTS.deck,
        label: plain(t('settings.deck')),
        hint: plain(t('settings.deckHint')),
        element: deckSelect(t, settings),
      },
      textField(INPUTS.decks, {
        label: t('settings.decks'),
        hint: t('settings.decksHint'),
        example: t('settings.decksExample'),
        text: decksText(settings.decks),
        maxLength: MAX_DECKS_TEXT,
        multiline: true,
      }),
      {
        type: 'input',
        block_id: INPUTS.options,
        optional: true,
        label: plain(t('settings.options')),
        element: optionBoxes(t, settings, { explained: OPTION_NAMES }),
      },
      textField(INPUTS.timeLimit, {
        label: t('settings.timeLimit'),
        hint: t('settings.timeLimitHint'),
        example: '2h',
        text: timeLimit === undefined ? '' : typedDuration(timeLimit),
        maxLength: MAX_LINE,
      }),
      {
        type: 'input',
        block_id: INPUTS.language,
        label: plain(t('settings.language')),
        element: {
          type: 'static_select',
          action_id: INPUTS.language,
          options: LANGUAGES.map(languageOption),
          initial_option: languageOption(settings.language),
        },
      },
      textField(INPUTS.timeZone, {
        label: t('settings.timeZone'),
        hint: t('settings.timeZoneHint'),
        example: 'Europe/Berlin',
        text: timeZone,
        maxLength: MAX_LINE,
      }),
      textField(INPUTS.pattern, {
        label: t('settings.pattern'),
        hint: t('settings.patternHint'),
        example: 'PROJ, OPS',
        text: issueLinks?.pattern ?? '',
        maxLength: MAX_LINE,
      }),
      ...patternOff(t, issueLinks),
      textField(INPUTS.url, {
        label: t('settings.url'),
        hint: t('settings.urlHint'),
        example: 'https://tracker.example/browse/$&',
        text: issueLinks?.url ?? '',
        maxLength: MAX_LINE,
      }),
    ],
  };
}

/** Says that what an earlier version took as issue keys makes no links any more. */
function patternOff(t: Translate, issueLinks: IssueLinks | undefined): ContextBlock[] {
  if (!issueLinks || !isPatternFormer(issueLinks)) return [];
  const text = t('settings.patternOff', { pattern: cut(issueLinks.pattern, MAX_LINE) });
  return [{ type: 'context', block_id: 'pattern_off', elements: [plain(text)] }];
}

/** The decks as text, with spaces if there is room for them. */
function decksText(decks: readonly NamedDeck[]): string {
  const text = namedDecksText(decks);
  return text.length <= MAX_DECKS_TEXT ? text : denseDecksText(decks);
}

const languageOption = (language: Language): PlainTextOption => ({
  text: plain(LANGUAGE_NAMES[language]),
  value: language,
});
