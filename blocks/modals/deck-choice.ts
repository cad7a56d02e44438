import type { PlainTextOption, StaticSelect } from '@slack/types';
import { DECK_NAMES, DECKS, type Deck } from '../../src/game/deck/deck.ts';
import type { ChannelSettings } from '../../src/game/settings.ts';
import { INPUTS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { cut, deckTitle, plain } from '../text/mrkdwn.ts';

/**
 * Slack's limit for the text of an option.
 * https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 */
const MAX_OPTION = 75;

/**
 * Offers the channel's own decks and those that every channel has. The value of an option is a name that
 * `findDeck` knows.
 */
export function deckSelect(t: Translate, { deck, decks }: ChannelSettings): StaticSelect {
  const own = decks.map((one): Deck => ({ name: 'custom', ...one }));
  const options = [...own, ...DECK_NAMES.map((name) => DECKS[name])].map((one) => deckOption(t, one));
  const chosen = options.find(({ value }) => value === nameOf(deck)) ?? deckOption(t, DECKS.fibonacci);
  return { type: 'static_select', action_id: INPUTS.deck, options, initial_option: chosen };
}

const nameOf = ({ name, title }: Deck): string => title ?? name;

function deckOption(t: Translate, deck: Deck): PlainTextOption {
  const text = cut(`${deckTitle(t, deck)}  ${deck.cards.join(' ')}`, MAX_OPTION);
  return { text: plain(text, true), value: nameOf(deck) };
}
