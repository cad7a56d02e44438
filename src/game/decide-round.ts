import { type Changes, change, type Decision } from './changes.ts';
import { revealChanges } from './clock/round-clocks.ts';
import { type Card, estimateCards } from './deck/deck.ts';
import { refuse } from './refusal.ts';
import { whyNotReveal } from './round/anonymity.ts';
import { type RoundRef, sameRound } from './round/round.ts';
import { type Estimate, type Game, upcomingStories } from './session.ts';
import { entering, storyBefore, withLeft } from './story/left-stories.ts';

/** What becomes of the running round. `of` is the round that the button was drawn for. */

export function start(game: Game): Decision {
  return game.status === 'lobby' ? change({ status: 'voting' }) : { kind: 'done' };
}

export function reveal(game: Game, of: RoundRef, votes: number): Decision {
  if (!sameRound(game, of)) return refuse({ code: 'round_over' });
  if (game.status === 'revealed') return { kind: 'done' };
  if (game.status !== 'voting') return refuse({ code: 'not_now', status: game.status });
  const no = whyNotReveal(game, votes);
  return no ? refuse(no) : change(revealChanges(game));
}

/** What only a revealed round allows, for the round that the button was drawn for. */
function afterReveal(game: Game, of: RoundRef, changes: Changes): Decision {
  if (!sameRound(game, of)) return refuse({ code: 'round_over' });
  if (game.status !== 'revealed') return refuse({ code: 'not_now', status: game.status });
  return change(changes);
}

export function agree(game: Game, of: RoundRef, card: Card): Decision {
  if (!estimateCards(game.deck).includes(card)) return refuse({ code: 'card_not_in_deck' });
  return afterReveal(game, of, {
    estimates: [...withoutEstimate(game, game.story), { story: game.story, card }],
  });
}

/** Opens the next round of the same story: what was recorded for it no longer holds. */
export function voteAgain(game: Game, of: RoundRef): Decision {
  const estimates = withoutEstimate(game, game.story);
  return afterReveal(game, of, { status: 'voting', round: game.round + 1, estimates });
}

function withoutEstimate(game: Game, story: number): Estimate[] {
  return game.estimates.filter((estimate) => estimate.story !== story);
}

/** `mayLeave`: the story has an estimate, or is to stay without. */
export function next(game: Game, of: RoundRef, mayLeave: boolean): Decision {
  const [story] = upcomingStories(game);
  const decision = afterReveal(game, of, goTo(game, story ?? game.story));
  if (decision.kind !== 'change') return decision;
  if (story === undefined) return refuse({ code: 'no_next_story' });
  return mayLeave ? decision : refuse({ code: 'no_estimate', card: anExample(game) });
}

/**
 * Back to the result of the story before, to look at it or to change its estimate. It changes no round: going on leads
 * to where the running story stands now.
 */
export function back(game: Game, of: RoundRef): Decision {
  if (!sameRound(game, of)) {
    // A second tap on the same button: it has led here.
    const isThere =
      game.status === 'revealed' && game.order.indexOf(of.story) === game.order.indexOf(game.story) + 1;
    return isThere ? { kind: 'done' } : refuse({ code: 'round_over' });
  }
  if (game.status === 'lobby') return refuse({ code: 'not_now', status: game.status });
  const before = storyBefore(game);
  return before === undefined ? refuse({ code: 'nothing_before' }) : change(goTo(game, before));
}

/** Leaves the running story for another one. */
const goTo = (game: Game, story: number): Changes => ({
  left: withLeft(game),
  ...entering(game, story),
});

/** Some card that could be the estimate. */
function anExample({ deck }: Game): Card {
  const cards = estimateCards(deck);
  return cards[Math.floor(cards.length / 2)] ?? '';
}
