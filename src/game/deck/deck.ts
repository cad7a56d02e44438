import { cardNumber } from './card-number.ts';
import { isSameText } from './spelling.ts';

/** The scales people estimate on. A deck is an ordered list of cards; a card is its label. */

export type Card = string;

export const DECK_NAMES = ['fibonacci', 'modified', 'tshirt', 'powers'] as const;
export type DeckName = (typeof DECK_NAMES)[number];

export interface Deck {
  name: DeckName | 'custom';
  /** What a channel calls a deck of its own. Built-in decks have a name in every language instead. */
  title?: string;
  cards: readonly Card[];
}

/** A channel's own deck. */
export interface NamedDeck {
  title: string;
  cards: readonly Card[];
}

/** Cards that nobody takes for an estimate: they are shown, but never count in the statistics. */
const ABSTENTIONS: readonly Card[] = ['?', '☕'];

export const DECKS: Record<DeckName, Deck & { name: DeckName }> = {
  fibonacci: {
    name: 'fibonacci',
    cards: ['0', '1', '2', '3', '5', '8', '13', '21', ...ABSTENTIONS],
  },
  modified: {
    name: 'modified',
    cards: ['0', '½', '1', '2', '3', '5', '8', '13', '20', '40', '100', ...ABSTENTIONS],
  },
  tshirt: {
    name: 'tshirt',
    cards: ['XS', 'S', 'M', 'L', 'XL', 'XXL', ...ABSTENTIONS],
  },
  powers: {
    name: 'powers',
    cards: ['1', '2', '4', '8', '16', '32', '64', ...ABSTENTIONS],
  },
};

const ALIASES: Record<string, DeckName> = {
  fib: 'fibonacci',
  'modified-fibonacci': 'modified',
  modfib: 'modified',
  't-shirt': 'tshirt',
  shirt: 'tshirt',
  sizes: 'tshirt',
  'powers-of-two': 'powers',
  pow2: 'powers',
};

export function isDeckName(value: unknown): value is DeckName {
  return typeof value === 'string' && (DECK_NAMES as readonly string[]).includes(value);
}

/** The deck that somebody means by a name, in upper or lower case: a built-in one or one of the channel's own. */
export function findDeck(name: string, named: readonly NamedDeck[]): Deck | undefined {
  const wanted = name.normalize('NFKC').toLowerCase();
  if (isDeckName(wanted)) return DECKS[wanted];
  const alias = Object.hasOwn(ALIASES, wanted) ? ALIASES[wanted] : undefined;
  if (alias) return DECKS[alias];
  const own = named.find(({ title }) => isSameText(title, name));
  return own && { name: 'custom', ...own };
}

/**
 * The cards that can be an estimate, lowest first. If a deck has numbers, only these count, in numeric order;
 * otherwise the deck's own order counts.
 */
export function estimateCards({ cards }: Deck): Card[] {
  const numbers = cards.flatMap((card) => {
    const worth = cardNumber(card);
    return worth === undefined ? [] : { card, worth };
  });
  if (numbers.length === 0) return cards.filter((card) => !ABSTENTIONS.includes(card));
  return numbers.sort((a, b) => a.worth - b.worth).map(({ card }) => card);
}

/** The cards that somebody may take for estimates, though they never count: those beside numbers, such as `∞`. */
export function uncountedCards(deck: Deck): Card[] {
  const scale = estimateCards(deck);
  return deck.cards.filter((card) => !scale.includes(card) && !ABSTENTIONS.includes(card));
}

/** Whether the deck's estimates can be added up. */
export function isNumericDeck({ cards }: Deck): boolean {
  return cards.some((card) => cardNumber(card) !== undefined);
}

/** The cards that were played, in the deck's order, which doesn't tell whose they were. */
export function cardsInOrder({ cards }: Deck, votes: readonly { card: Card }[]): Card[] {
  return cards.flatMap((card) => votes.filter((vote) => vote.card === card).map(() => card));
}
