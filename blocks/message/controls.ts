import type { ActionsBlock, Button, ConfirmationDialog, Overflow } from '@slack/types';
import type { Card, Deck } from '../../src/game/deck/deck.ts';
import type { SessionRound } from '../../src/game/round/round.ts';
import { ACTIONS, cardAction, cardValue, MENU_ITEMS, menuValue, refValue } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cut, plain } from '../text/mrkdwn.ts';

interface ButtonOptions {
  style?: 'primary' | 'danger';
  confirm?: ConfirmationDialog;
  value?: string;
}

type ButtonName =
  | 'start'
  | 'reveal'
  | 'join'
  | 'leave'
  | 'agree'
  | 'next'
  | 'back'
  | 'voteAgain'
  | 'end'
  | 'addWhy';

/**
 * Slack's limit for an `accessibility_label`.
 * https://docs.slack.dev/reference/block-kit/block-elements/button-element
 */
const LABEL = 75;

/**
 * A button that carries the round it was drawn for. Its label for screen readers says more than the text on it, but
 * contains that text, so that people can press it by voice. https://www.w3.org/WAI/WCAG22/Understanding/label-in-name
 */
export function button(
  t: Translate,
  name: ButtonName,
  ref: SessionRound,
  options: ButtonOptions = {},
  card = '',
): Button {
  return {
    type: 'button',
    action_id: ACTIONS[name],
    text: plain(t(`button.${name}`, { card })),
    value: refValue(ref),
    accessibility_label: cut(t(`label.${name}`, { card }), LABEL),
    ...options,
  };
}

/** The row of cards. It is the same for everybody, whatever anybody has chosen. */
export function cardRow(t: Translate, deck: Deck, ref: SessionRound, limits: Limits): ActionsBlock {
  return {
    type: 'actions',
    block_id: blockId('cards', ref),
    elements: deck.cards.map((card, index) => ({
      type: 'button',
      action_id: cardAction(index),
      text: plain(cut(card, limits.card), true),
      value: cardValue(ref, card),
      accessibility_label: cut(cardLabel(t, cut(card, limits.card)), LABEL),
    })),
  };
}

/** What screen readers say for a card. */
function cardLabel(t: Translate, card: Card): string {
  if (card === '?') return t('card.unsure', { card });
  return t(card === '☕' ? 'card.break' : 'card.vote', { card });
}

/** The `⋯` menu, the same for everybody. */
export function menu(t: Translate, ref: SessionRound): Overflow {
  return {
    type: 'overflow',
    action_id: ACTIONS.menu,
    options: MENU_ITEMS.map((item) => ({ text: plain(t(`menu.${item}`)), value: menuValue(ref, item) })),
  };
}

/**
 * A block_id that is new in every round: Slack keeps what was chosen in a select as long as its block_id stays the
 * same.
 */
export const blockId = (name: string, { story, round }: SessionRound): string => `${name}_${story}_${round}`;

/** What an end would leave undone. */
export interface LeftOpen {
  /** What the running story lacks. */
  running?: 'estimate' | 'reveal';
  /** How many stories nobody has voted on. */
  upcoming: number;
}

/** Asks before an end that leaves something undone, and says what; before any other, nothing has to be asked. */
export function endConfirmation(
  t: Translate,
  { running, upcoming }: LeftOpen,
): ConfirmationDialog | undefined {
  if (running === undefined && upcoming === 0) return undefined;
  const sentences = [
    ...(running ? [t(`end.without.${running}`)] : []),
    ...(upcoming > 0 ? [t('end.upcoming', { stories: upcoming })] : []),
    t('end.text'),
  ];
  return { ...confirmation(t, 'end'), text: plain(sentences.join(t('list.sentence'))) };
}

/** Asks whether they are sure. */
export function confirmation(t: Translate, what: 'end' | 'next' | 'cancel'): ConfirmationDialog {
  return {
    title: plain(t(`${what}.title`)),
    text: plain(t(`${what}.text`)),
    confirm: plain(t(`${what}.yes`)),
    deny: plain(t(`${what}.no`)),
  };
}
