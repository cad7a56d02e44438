import { characters } from '../characters.ts';
import { isProblem, type Problem } from '../problem.ts';
import { linesOf } from '../story/title.ts';
import { isCardAllowed, isCardTooLong, isSameCard, normalCard } from './card.ts';
import { splitCards } from './card-list.ts';
import { isGroupedNumber } from './card-number.ts';
import { type Card, type Deck, estimateCards, findDeck, type NamedDeck } from './deck.ts';

export const MIN_CARDS = 2;
export const MAX_CARDS = 25;
/** How many decks of its own a channel may have. */
export const MAX_DECKS = 10;

/** How many characters the name of a deck may have, as people count them … */
const MAX_NAME = 20;
/** … and how many UTF-16 units. */
const MAX_NAME_UNITS = 60;
/** Words of any script: with their marks and joiners, and with what is written within words. */
const DECK_NAME = /^[\p{L}\p{N}-](?:[\p{L}\p{M}\p{N}’'׳״・·-]|\u200c|\u200d)*$/u;

/** The cards in a list such as `1, 2, 4, 8, ?`, in the order they were typed. */
export function parseCards(text: string): readonly Card[] | Problem {
  const typed = splitCards(text);
  if (isProblem(typed)) return typed;
  const cards = typed.map(normalCard);
  if (cards.length < MIN_CARDS) return { code: 'too_few_cards', given: cards.length };
  if (cards.length > MAX_CARDS) return { code: 'too_many_cards', given: cards.length };
  for (const [place, card] of cards.entries()) {
    if (!isCardAllowed(card)) return { code: 'card_not_allowed', card };
    if (isCardTooLong(card)) return { code: 'card_too_long', card };
    if (isGroupedNumber(card)) return { code: 'card_grouped', card };
    if (cards.slice(0, place).some((other) => isSameCard(other, card))) return { code: 'card_twice', card };
  }
  return estimateCards({ name: 'custom', cards }).length > 0 ? cards : { code: 'no_estimates' };
}

/** A deck of the cards in such a list. */
export function parseDeck(text: string): Deck | Problem {
  const cards = parseCards(text);
  return isProblem(cards) ? cards : { name: 'custom', cards };
}

/** The deck of this name, a built-in one or one of the channel's own, which may have been removed meanwhile. */
export function deckNamed(name: string, own: readonly NamedDeck[]): Deck | Problem {
  const known = own.map(({ title }) => title);
  return findDeck(name, own) ?? { code: 'unknown_deck', deck: name, known };
}

/** A channel's own decks, one `name: 1, 2, 3` on each line; empty lines are ignored. */
export function parseNamedDecks(text: string): readonly NamedDeck[] | Problem {
  const lines = linesOf(text)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > MAX_DECKS) return { code: 'too_many_decks', given: lines.length };
  const decks: NamedDeck[] = [];
  for (const line of lines) {
    const deck = parseNamedDeck(line);
    if (isProblem(deck)) return deck;
    if (findDeck(deck.title, decks)) return { code: 'deck_name_taken', name: deck.title };
    decks.push(deck);
  }
  return decks;
}

function parseNamedDeck(line: string): NamedDeck | Problem {
  const [, name, list] = /^([^:：]+)[:：](.*)$/su.exec(line) ?? [];
  if (name === undefined || list === undefined) return { code: 'deck_line', line };
  const title = name.trim().normalize();
  if (!isNameAllowed(title)) return { code: 'deck_name', name: title };
  const cards = parseCards(list);
  return isProblem(cards) ? cards : { title, cards };
}

const isNameAllowed = (name: string): boolean =>
  DECK_NAME.test(name) && name.length <= MAX_NAME_UNITS && characters(name).length <= MAX_NAME;

/** The opposite of `parseCards`, to fill in a field. */
export const cardsText = (cards: readonly Card[]): string => listed(cards, ' ');

/** Commas separate, or semicolons where a comma is part of a number. */
const listed = (cards: readonly Card[], space: '' | ' '): string =>
  cards.join((cards.some((card) => card.includes(',')) ? ';' : ',') + space);

/** The opposite of `parseNamedDecks`. */
export const namedDecksText = (decks: readonly NamedDeck[]): string =>
  decks.map(({ title, cards }) => `${title}: ${cardsText(cards)}`).join('\n');

/** The same without spaces, if there is too little room for them. */
export const denseDecksText = (decks: readonly NamedDeck[]): string =>
  decks.map(({ title, cards }) => `${title}:${listed(cards, '')}`).join('\n');
