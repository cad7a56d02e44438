import type { ActionsBlock, Button, ConfirmationDialog, Overflow } from '@slack/types';
import type { Deck } from '../src/session/deck.ts';
import { ACTIONS, cardAction, cardValue, MENU_ITEMS, menuValue, type Ref, refValue } from './ids.ts';
import type { Translate } from './language/translate.ts';
import { plain } from './mrkdwn.ts';

interface ButtonOptions {
  style?: 'primary' | 'danger';
  confirm?: ConfirmationDialog;
  accessibility_label?: string;
}

/** A button that carries the round it was drawn for. */
export function button(action_id: string, label: string, ref: Ref, options: ButtonOptions = {}): Button {
  return { type: 'button', action_id, text: plain(label), value: refValue(ref), ...options };
}

/** The card row: the same for everybody, whatever anybody has chosen. */
export function cardRow(t: Translate, deck: Deck, ref: Ref): ActionsBlock {
  return {
    type: 'actions',
    block_id: blockId('cards', ref),
    elements: deck.cards.map((card, index) => ({
      type: 'button',
      action_id: cardAction(index),
      text: plain(card, true),
      value: cardValue(ref, card),
      accessibility_label: t('card.vote', { card }),
    })),
  };
}

/** The `⋯` menu, the same for everybody. */
export function menu(t: Translate, ref: Ref): Overflow {
  return {
    type: 'overflow',
    action_id: ACTIONS.menu,
    options: MENU_ITEMS.map((item) => ({ text: plain(t(`menu.${item}`)), value: menuValue(ref, item) })),
  };
}

/** Fresh for every round: Slack keeps the choice of a select as long as its block_id stays. */
export const blockId = (name: string, { story, round }: Ref): string => `${name}_${story}_${round}`;

/** What has to be confirmed: its title, text, yes and no. */
export function confirmation(t: Translate, what: 'end' | 'next' | 'cancel'): ConfirmationDialog {
  return {
    title: plain(t(`${what}.title`)),
    text: plain(t(`${what}.text`)),
    confirm: plain(t(`${what}.yes`)),
    deny: plain(t(`${what}.no`)),
  };
}
