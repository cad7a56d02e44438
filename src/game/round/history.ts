import type { Millis } from '../../time.ts';
import { cardNumber, sumOf } from '../deck/card-number.ts';
import type { Card, Deck } from '../deck/deck.ts';
import { defined } from '../defined.ts';

/** A story in a channel's history. It doesn't say whose cards they were. */
export interface FinishedStory {
  sessionId: string;
  story: number;
  /** The session's version when this was written: an older one never overwrites a newer one. */
  version: number;
  /** Whether it was taken back: voted on again, or its session was cancelled. */
  dropped: boolean;
  title: string;
  link?: string;
  deck: Deck;
  estimate?: Card;
  rounds: number;
  /** The cards of the last round, in the deck's order. */
  cards: readonly Card[];
  finishedAt: Millis;
  /** How long it took. */
  ms?: Millis;
  /** The message of its session, as it was then; absent for what earlier versions wrote. */
  messageTs?: string;
}

/** How many stories are listed on a page. */
export const PAGE_LENGTH = 15;

/** What a whole history adds up to. */
export interface Totals {
  stories: number;
  /** The sum of the estimates that are numbers; absent if none is. */
  points?: number;
}

export interface HistoryLine {
  title: string;
  link?: string;
  estimate?: Card;
  rounds: number;
  finishedAt: Millis;
  /** How long it took. */
  ms?: Millis;
  messageTs?: string;
  /** Where the message is. */
  messageLink?: string;
}

/** One page of a channel's history, counted from 1. A page beyond the last one has no lines. */
export interface HistoryPage {
  page: number;
  pages: number;
  totals: Totals;
  lines: readonly HistoryLine[];
}

export function historyPage(stories: readonly FinishedStory[], page: number): HistoryPage {
  const start = (page - 1) * PAGE_LENGTH;
  return {
    page,
    pages: Math.ceil(stories.length / PAGE_LENGTH),
    totals: totalsOf(stories),
    lines: latestFirst(stories)
      .slice(start, start + PAGE_LENGTH)
      .map(lineOf),
  };
}

export function totalsOf(stories: readonly FinishedStory[]): Totals {
  const numbers = stories.flatMap(({ estimate = '' }) => cardNumber(estimate) ?? []);
  return defined({ stories: stories.length, points: numbers.length > 0 ? sumOf(numbers) : undefined });
}

/** Sorts by time: a long session may finish a story after a later session has finished its own. */
export const latestFirst = (stories: readonly FinishedStory[]): FinishedStory[] =>
  stories.toSorted((a, b) => b.finishedAt - a.finishedAt);

function lineOf({ title, link, estimate, rounds, finishedAt, ms, messageTs }: FinishedStory): HistoryLine {
  return defined({ title, rounds, finishedAt, link, estimate, ms, messageTs });
}
