import { type RoundRef, roundKey, sameRound } from '../../../src/game/round/round.ts';
import type { Result } from '../../../src/game/round/vote.ts';
import type { Click } from '../people/click.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { type Told, toldAfter } from './told.ts';
import { type Violation, violation } from './violation.ts';

/** "Told is counted": what voters were told, against the frozen results. */
export function checkVotes(world: World, { session, results }: FinalState): Violation[] {
  const clicks = world.clicks.filter(({ ref }) => ref.sessionId === session.sessionId);
  return clicks.flatMap((click) => {
    const round = click.wish.kind === 'card' ? click.ref : world.history.slotOf.get(click.at);
    const result = round && results.find((one) => sameRound(one, round));
    if (!round || !result) return [];
    const lines = toldAfter(world, click);
    return lines.flatMap((told) => checkLine(told, { click, clicks, round, result, world }));
  });
}

interface Situation {
  world: World;
  click: Click;
  clicks: Click[];
  /** The round that the click was about, and its result. */
  round: RoundRef;
  result: Result;
}

function checkLine(told: Told, situation: Situation): Violation[] {
  const { click, result, round } = situation;
  const vote = result.votes.find(({ userId }) => userId === click.userId);
  const text = (what: string) =>
    `${click.userId} was told ${JSON.stringify(told)} about the click at ${click.at}, but in the result of ${roundKey(round)} is ${what}`;
  const held = vote ? `${vote.card} of ${vote.at}` : 'nothing';
  switch (told.kind) {
    case 'counts':
      if (vote?.card === told.card || isSuperseded(situation)) return [];
      return [violation('told is counted', text(held))];
    case 'counted':
      return vote?.card === told.card ? [] : [violation('told is counted', text(held))];
    case 'too_late':
      return vote?.card === told.card && vote?.at !== click.at
        ? []
        : [violation('told too late is not counted', text(held))];
    case 'out': {
      if (told.counted !== undefined) {
        return vote?.card === told.counted ? [] : [violation('told is counted', text(held))];
      }
      const stays = told.withdrawn && vote !== undefined && vote.at < click.at;
      return stays ? [violation('withdrawn is not counted', text(held))] : [];
    }
    default:
      return click.wish.kind === 'card' && vote?.at === click.at
        ? [violation('told too late is not counted', text(held))]
        : [];
  }
}

/** A newer click of the same person (or the creator's, who removed them) may have changed what counts. */
function isSuperseded({ world, click, clicks, round }: Situation): boolean {
  return clicks.some((other) => {
    if (other.at <= click.at) return false;
    const { wish } = other;
    if (wish.kind === 'remove') return wish.whom === click.userId;
    if (other.userId !== click.userId) return false;
    if (wish.kind === 'card') return sameRound(other.ref, round) && mayCount(world, other);
    return (
      (wish.kind === 'button' && wish.action === 'leave') || (wish.kind === 'menu' && wish.item === 'watch')
    );
  });
}

/** Whether it may count: not if its person was told that it doesn't. */
function mayCount(world: World, click: Click): boolean {
  const told = toldAfter(world, click);
  return told.length === 0 || told.some(({ kind }) => kind === 'counts' || kind === 'counted');
}
