import { sameRound } from '../../../src/game/round/round.ts';
import { isOver, type Session, TAKE_OVER_AFTER } from '../../../src/game/session.ts';
import type { Committed } from '../history.ts';
import type { Click } from '../people/click.ts';
import type { World } from '../world.ts';
import type { FinalState } from './final-state.ts';
import { isRevealDue } from './time.ts';
import { toldAfter } from './told.ts';
import { type Violation, violation } from './violation.ts';

/** What the creator was acknowledged has happened, and nothing has happened that nobody wished. */
export function checkActions(world: World, { session }: FinalState): Violation[] {
  const { sessionId } = session;
  const clicks = world.clicks.filter(({ ref }) => ref.sessionId === sessionId);
  const commits = world.history.commits.filter(({ after }) => after.sessionId === sessionId);
  const lost = clicks
    .filter(
      (click) => click.acknowledgedAt !== undefined && !click.refused && toldAfter(world, click).length === 0,
    )
    .filter((click) => wasAllowed(click, commits) && !hasHappened(click, commits, session))
    .map((click) => violation('acknowledged is done', `${click.userId} ${describe(click)} had no effect`));
  return [...lost, ...commits.flatMap((commit) => checkCommit(world, commit, clicks))];
}

const describe = ({ wish, ref }: Click): string =>
  `${wish.kind === 'button' ? wish.action : wish.kind} of ${ref.story}#${ref.round}`;

/** In a modal refusals are shown, not told: what somebody else than the creator wishes there is no promise. */
function wasAllowed({ userId, wish }: Click, commits: readonly Committed[]): boolean {
  if (wish.kind !== 'hand over' && wish.kind !== 'cancel') return wish.kind === 'button';
  const creators = new Set(commits.flatMap(({ before, after }) => [before.creatorId, after.creatorId]));
  return creators.size === 1 ? creators.has(userId) : wish.kind === 'hand over' && creators.has(wish.to);
}

function hasHappened({ wish, ref }: Click, commits: readonly Committed[], end: Session): boolean {
  const ever = (holds: (state: Session) => boolean) =>
    holds(end) || commits.some(({ after }) => holds(after));
  if (wish.kind === 'hand over') return ever(({ creatorId }) => creatorId === wish.to) || ever(isOver);
  if (wish.kind === 'cancel') return ever(isOver);
  if (wish.kind !== 'button') return true;
  switch (wish.action) {
    case 'start':
      return ever(({ status }) => status !== 'lobby');
    case 'reveal':
      return ever((state) => state.status === 'revealed' && sameRound(state, ref));
    case 'agree':
      return ever(({ estimates }) =>
        estimates.some(({ story, card }) => story === ref.story && card === ref.detail),
      );
    case 'voteAgain':
      return ever(({ story, round }) => story === ref.story && round > ref.round);
    case 'next':
    case 'back':
      return ever(({ story }) => story !== ref.story);
    case 'end':
      return ever(isOver);
    default:
      return true;
  }
}

/** Each change was made on the version before it, for the round that somebody meant. */
function checkCommit(world: World, commit: Committed, clicks: readonly Click[]): Violation[] {
  const { at, before, after, changes } = commit;
  const broken: string[] = [];
  if (after.version !== before.version + 1) broken.push(`version ${after.version} follows ${before.version}`);
  const by = (action: string) =>
    clicks.some(
      ({ wish, ref }) => wish.kind === 'button' && wish.action === action && sameRound(ref, before),
    );
  if (changes.freeze && !by('reveal') && !isRevealDue(world, commit)) {
    broken.push(`nobody revealed ${describeState(before)}`);
  }
  const isShownAgain = changes.status === 'revealed' && !changes.freeze;
  if (isShownAgain && !by('back') && !by('next')) broken.push(`nobody went from ${describeState(before)}`);
  broken.push(...wrongPlace(world, commit));
  const isNew = changes.status === 'voting' && before.status === 'revealed';
  if (isNew && !by('voteAgain') && !by('next')) broken.push(`nobody left ${describeState(before)}`);
  const handedOver = clicks.some(
    ({ wish, userId }) => wish.kind === 'hand over' && userId === before.creatorId,
  );
  if (changes.creatorId && !handedOver && at - before.creatorActedAt < TAKE_OVER_AFTER) {
    broken.push(`${changes.creatorId} took over from ${before.creatorId}, who was there just now`);
  }
  return broken.map((text) => violation('control is conditional', text));
}

/** Where a story is gone on with: no revealed round is open again, and none is left out. */
function wrongPlace({ history }: World, { before, after }: Committed): string[] {
  if (after.story === before.story) return [];
  const earlier = history.commits
    .map((commit) => commit.after)
    .filter(({ sessionId, version }) => sessionId === after.sessionId && version < after.version);
  const there = earlier.findLast(({ story }) => story === after.story);
  const isReopened =
    after.status === 'voting' &&
    earlier.some((state) => state.status === 'revealed' && sameRound(state, after));
  return [
    ...(isReopened ? [`${describeState(after)} is open again`] : []),
    ...(there && there.round !== after.round
      ? [`${describeState(after)} follows ${describeState(there)}`]
      : []),
  ];
}

const describeState = ({ status, story, round }: Session): string => `${status} ${story}#${round}`;
