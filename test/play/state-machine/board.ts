import { cardsInOrder, DECKS } from '../../../src/game/deck/deck.ts';
import { type Statistics, statistics } from '../../../src/game/round/statistics.ts';
import { ADA } from '../../game/a-session.ts';
import { type CountedEntry, keyOf, type Model } from './model.ts';
import { roleOf } from './roles.ts';

const DECK = DECKS.fibonacci;
export const titleOf = (story: number): string => `Story ${story}`;

/**
 * What the channel must see of the model. Of the running round only names go into it: that the real board is
 * equal to it proves that no card is there before the reveal.
 */
export function expectedBoard(model: Model, sessionId: string): object {
  const { status, creatorId, story, round, order } = model;
  const { anonymous, anyoneReveals } = model.options;
  const language = 'en';
  const host = { creatorId, ...(model.handedOver ? {} : { hostName: 'ada' }) };
  const position = order.indexOf(story) + 1;
  const place = { deck: DECK, title: titleOf(story), story, round, position, stories: order.length };
  const running = { status, sessionId, language, ...host, ...place };
  switch (status) {
    case 'lobby': {
      const { awaited: joined, watching } = expectedRoster(model);
      return { ...running, joined, watching };
    }
    case 'voting':
      return {
        ...running,
        ...expectedRoster(model),
        anyoneReveals,
        anonymous: model.options.anonymous,
        autoReveal: false,
        revealing: false,
        references: [],
        earlier: earlier(model),
        ...lastOutcome(model),
      };
    case 'revealed': {
      const inNumbers = numbersOf(model, story, round);
      const estimate = estimateOf(model, story, round);
      const votes = shownVotes(model, story, round);
      return {
        ...running,
        anonymous,
        votes,
        ...(isTooFew(model, model.results.get(keyOf(model))?.size ?? 0) && { tooFew: true }),
        earlier: earlier(model),
        ...(inNumbers && { statistics: inNumbers }),
        ...(estimate && { estimate }),
      };
    }
    case 'cancelled':
      return { status, sessionId, language, ...host, title: titleOf(story) };
    case 'ended':
    case 'expired':
      return {
        status,
        sessionId,
        language,
        deck: DECK,
        stories: summary(model),
        people: voters(model),
        minutes: model.minutes,
      };
  }
}

function lastOutcome(model: Model) {
  const story = model.before;
  if (story === undefined) return {};
  const round = roundsOf(model, story).at(-1) ?? 0;
  const [inNumbers, estimate] = [numbersOf(model, story, round), estimateOf(model, story, round)];
  const last = {
    title: titleOf(story),
    ...(estimate && { estimate }),
    ...(inNumbers && { statistics: inNumbers }),
  };
  return { last };
}

function expectedRoster(model: Model) {
  const known = new Set([...model.people.keys(), ...model.slotsOf(model).keys(), ADA]);
  const ids = [...known].sort();
  const voters = ids.filter((id) => roleOf(model, id) === 'voter');
  const hasCard = (id: string) => model.slotsOf(model).get(id)?.card !== undefined;
  return {
    voted: voters.filter(hasCard),
    awaited: voters.filter((id) => !hasCard(id)),
    watching: ids.filter((id) => roleOf(model, id) === 'observer'),
    ...(model.status === 'voting' && {
      rosterKnown: isRosterKnown(model),
      fewest: model.options.anonymous ? 3 : 2,
    }),
  };
}

/** Somebody who takes part had joined before the cards of this story were dealt, and does so still. */
function isRosterKnown(model: Model): boolean {
  const { from = 0 } = model.times.get(model.story) ?? {};
  const isFirst = model.times.size === 1;
  const early = [...model.people.values()].some(
    ({ role, at }) => role === 'voter' && Number(at) * 1000 < from,
  );
  return early && (!isFirst || model.options.lobby);
}

function votesOf(model: Model, story: number, round: number) {
  const votes = model.results.get(keyOf({ story, round })) ?? new Map<string, CountedEntry>();
  if (isTooFew(model, votes.size)) return [];
  return [...votes].map(([userId, vote]) => ({ userId, ...vote }));
}

const isTooFew = ({ options }: Model, votes: number): boolean => options.anonymous && votes < 3;

/** With the card of the round before; or without names, in the deck's order. */
function shownVotes(model: Model, story: number, round: number): object[] {
  const cardsBefore = new Map(votesOf(model, story, round - 1).map(({ userId, card }) => [userId, card]));
  const votes = votesOf(model, story, round);
  if (!model.options.anonymous) {
    return votes.map(({ userId, card, reason }) => {
      const before = cardsBefore.get(userId);
      return { userId, card, ...(before && { before }), ...(reason && { reason }) };
    });
  }
  const rank = (card: string) => DECK.cards.indexOf(card);
  return votes
    .map(({ card, reason }) => ({ card, ...(reason && { reason }) }))
    .sort((a, b) => rank(a.card) - rank(b.card) || ((a.reason ?? '') < (b.reason ?? '') ? -1 : 1));
}

function numbersOf(model: Model, story: number, round: number): Statistics | undefined {
  return statistics(DECK, votesOf(model, story, round));
}

function earlier(model: Model): object[] {
  return roundsOf(model, model.story)
    .filter((round) => round < model.round)
    .map((round) => {
      const inNumbers = numbersOf(model, model.story, round);
      const cards = cardsInOrder(DECK, votesOf(model, model.story, round));
      return { round, cards, ...(inNumbers && { statistics: inNumbers }) };
    });
}

function summary(model: Model): object[] {
  return [...model.order, ...model.skipped].map((story) => {
    const rounds = roundsOf(model, story);
    const estimate = estimateOf(model, story, rounds.at(-1) ?? 0);
    const skipped = model.skipped.includes(story);
    const { from = 0, to } = model.times.get(story) ?? {};
    return {
      title: titleOf(story),
      rounds: rounds.length,
      skipped,
      ...(estimate && { estimate }),
      ...(to !== undefined && { ms: to - from }),
    };
  });
}

/** Everybody whose card is in a result. */
function voters(model: Model): string[] {
  return [...new Set([...model.results.values()].flatMap((votes) => [...votes.keys()]))].sort();
}

/** The revealed rounds of a story. */
function roundsOf(model: Model, story: number): number[] {
  const revealed = model.rounds.filter((one) => one.story === story && model.results.has(keyOf(one)));
  return revealed.map(({ round }) => round);
}

function estimateOf(model: Model, story: number, lastRound: number): string | undefined {
  if (model.skipped.includes(story)) return undefined;
  const inNumbers = numbersOf(model, story, lastRound);
  return model.estimates.get(story) ?? (inNumbers?.consensus ? inNumbers.lowest : undefined);
}
