/** The scales people estimate on. A deck is an ordered list of cards; a card is its label. */

export type Card = string;

export const DECK_NAMES = ['fibonacci', 'modified', 'tshirt', 'powers'] as const;
export type DeckName = (typeof DECK_NAMES)[number];

export interface Deck {
  name: DeckName;
  title: string;
  cards: readonly Card[];
}

/** Cards that take part in the talk but never in the statistics. */
const ABSTENTIONS: readonly Card[] = ['?', '☕'];

export const DECKS: Record<DeckName, Deck> = {
  fibonacci: {
    name: 'fibonacci',
    title: 'Fibonacci',
    cards: ['0', '1', '2', '3', '5', '8', '13', '21', ...ABSTENTIONS],
  },
  modified: {
    name: 'modified',
    title: 'Modified Fibonacci',
    cards: ['0', '½', '1', '2', '3', '5', '8', '13', '20', '40', '100', ...ABSTENTIONS],
  },
  tshirt: {
    name: 'tshirt',
    title: 'T-shirt',
    cards: ['XS', 'S', 'M', 'L', 'XL', 'XXL', ...ABSTENTIONS],
  },
  powers: {
    name: 'powers',
    title: 'Powers of two',
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

/** The deck a person means by a name, whatever its case; `undefined` if there is none. */
export function findDeck(name: string): Deck | undefined {
  const wanted = name.toLowerCase();
  if (isDeckName(wanted)) return DECKS[wanted];
  const alias = Object.hasOwn(ALIASES, wanted) ? ALIASES[wanted] : undefined;
  return alias && DECKS[alias];
}

/** What a card is worth in statistics, or `undefined` for sizes, `?` and `☕`. */
export function cardNumber(card: Card): number | undefined {
  if (card === '½') return 0.5;
  return /^\d+(\.\d+)?$/.test(card) ? Number(card) : undefined;
}

/** Cards that can be an estimate: all but the abstentions, in the deck's order. */
export function estimateCards(deck: Deck): Card[] {
  return deck.cards.filter((card) => !ABSTENTIONS.includes(card));
}

/** Whether the deck's estimates can be added up. */
export function isNumericDeck(deck: Deck): boolean {
  return estimateCards(deck).every((card) => cardNumber(card) !== undefined);
}
