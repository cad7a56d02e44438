import type { ActionsBlock, Button, ConfirmationDialog, Overflow } from '@slack/types';
import type { Deck } from '../src/session/deck.ts';
import {
  ACTIONS,
  cardAction,
  cardValue,
  MENU_ITEMS,
  type MenuItem,
  menuValue,
  type Ref,
  refValue,
} from './ids.ts';
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
export function cardRow(deck: Deck, ref: Ref): ActionsBlock {
  return {
    type: 'actions',
    block_id: blockId('cards', ref),
    elements: deck.cards.map((card, index) => ({
      type: 'button',
      action_id: cardAction(index),
      text: plain(card, true),
      value: cardValue(ref, card),
      accessibility_label: `Vote ${card}`,
    })),
  };
}

const MENU_LABELS: Record<MenuItem, string> = {
  my_vote: 'My vote',
  watch: 'Just watching',
  people: 'People…',
  bottom: 'Move to bottom',
  manage: 'Manage…',
};

/** The `⋯` menu, the same for everybody. */
export function menu(ref: Ref): Overflow {
  return {
    type: 'overflow',
    action_id: ACTIONS.menu,
    options: MENU_ITEMS.map((item) => ({ text: plain(MENU_LABELS[item]), value: menuValue(ref, item) })),
  };
}

/** Fresh for every round: Slack keeps the choice of a select as long as its block_id stays. */
export const blockId = (name: string, { story, round }: Ref): string => `${name}_${story}_${round}`;

export function confirm(title: string, text: string, yes: string, no: string): ConfirmationDialog {
  return { title: plain(title), text: plain(text), confirm: plain(yes), deny: plain(no) };
}

export const END_CONFIRMATION = confirm(
  'End this session?',
  'The message becomes the summary, and nobody can vote any more.',
  'End',
  'Keep going',
);
