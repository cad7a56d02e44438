import { ACTIONS, CARD_ACTION, type MenuItem, parseValue } from '../../../blocks/ids.ts';
import type { SessionRound } from '../../../src/game/round/round.ts';
import type { Rendering } from '../../../src/ports/chat.ts';

/** What a person wants to tap on a message. */
export type Wish =
  | { kind: 'card'; card: string }
  | { kind: 'button'; action: ButtonAction }
  | { kind: 'menu'; item: MenuItem };

const BUTTONS = ['join', 'leave', 'start', 'reveal', 'agree', 'voteAgain', 'next', 'back', 'end'] as const;
export type ButtonAction = (typeof BUTTONS)[number];

/** An element that fulfils the wish, as it was drawn. */
export interface Control {
  action: Record<string, unknown>;
  /** The round that it was drawn for. */
  ref: SessionRound & { detail?: string };
}

export const describeWish = (wish: Wish): string =>
  wish.kind === 'card' ? `card ${wish.card}` : wish.kind === 'menu' ? wish.item : wish.action;

const AT_ANY_TIME: readonly ButtonAction[] = ['join', 'leave', 'start', 'end'];

/** Whether the wish is about the round that the control was drawn for. */
export function isOfARound(wish: Wish): boolean {
  return wish.kind === 'card' || (wish.kind === 'button' && !AT_ANY_TIME.includes(wish.action));
}

/** The control on a message, if it has one. */
export function findControl(rendering: Rendering, wish: Wish): Control | undefined {
  for (const element of elementsOf(rendering)) {
    for (const value of valuesOf(element)) {
      const ref = parseValue(value);
      if (ref && fulfils(wish, String(element.action_id), ref.detail)) {
        return { action: clicked(element, value), ref };
      }
    }
  }
  return undefined;
}

/** The session whose controls a message shows; none if it has no controls (any more). */
export function sessionOf(rendering: Rendering): string | undefined {
  for (const element of elementsOf(rendering)) {
    const ref = parseValue(valuesOf(element)[0]);
    if (ref) return ref.sessionId;
  }
  return undefined;
}

type Json = Record<string, unknown>;

function elementsOf({ blocks }: Rendering): Json[] {
  return (blocks as unknown as Json[]).flatMap((block) => [
    ...(block.type === 'actions' ? (block.elements as Json[]) : []),
    ...(block.accessory ? [block.accessory as Json] : []),
  ]);
}

function valuesOf({ value, options }: Json): unknown[] {
  return Array.isArray(options) ? options.map((option: Json) => option.value) : [value];
}

function clicked({ action_id, type, options }: Json, value: unknown): Json {
  return options ? { action_id, type, selected_option: { value } } : { action_id, type, value };
}

function fulfils(wish: Wish, actionId: string, detail: string | undefined): boolean {
  switch (wish.kind) {
    case 'card':
      return CARD_ACTION.test(actionId) && detail === wish.card;
    case 'menu':
      return actionId === ACTIONS.menu && detail === wish.item;
    case 'button':
      return actionId === ACTIONS[wish.action];
  }
}
