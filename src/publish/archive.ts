import { cardsInOrder } from '../game/deck/deck.ts';
import { defined } from '../game/defined.ts';
import { shownVotes } from '../game/round/anonymity.ts';
import { estimateOf } from '../game/round/estimate.ts';
import type { FinishedStory } from '../game/round/history.ts';
import type { Result } from '../game/round/vote.ts';
import { isOver, type Session } from '../game/session.ts';
import { isSeenAgain } from '../game/story/left-stories.ts';
import type { Story } from '../game/story/story.ts';
import { timeTaken } from '../game/story/story-times.ts';
import type { PublishDeps } from './deps.ts';

/**
 * Brings the channel's history up to date with a session: a story is in it once it has an estimate, and out of it
 * again when the team votes anew without agreeing, or the session is cancelled. Once for each version of the session;
 * doing it again is harmless.
 */
export async function archive({ store, directory, now }: PublishDeps, session: Session): Promise<void> {
  const { sessionId, version, published } = session;
  const story = published.archived === version ? 'none' : storyOf(session);
  if (story === 'none') return;
  const [stories, results] = await Promise.all([store.stories(sessionId), store.results(sessionId, story)]);
  const played = Map.groupBy(results, (result) => result.story);
  const entries = [...played].map(([number, rounds]) => {
    const named = stories.find((one) => one.number === number) ?? { number, title: '' };
    return finishedStory(session, named, rounds, now());
  });
  await Promise.all(entries.map((entry) => directory.record(session, entry)));
  await store.markArchived(sessionId, version);
}

/** The story that this version of a session says something of; `undefined`: all of them. */
function storyOf(session: Session): number | undefined | 'none' {
  const { status, story, order, skipped, version } = session;
  const { archived = 0 } = session.published;
  if (status === 'lobby') return 'none';
  // Where somebody has gone back, or on again, the estimate may be another story's.
  if (isSeenAgain(session)) return undefined;
  // Nobody has looked at the version before, or what was estimated may have been skipped since: any may have changed.
  if (isOver(session) || archived < version - 1 || skipped.length > 0) return undefined;
  // While people vote, the one before: nobody may have looked between its estimate and this vote.
  return status === 'revealed' ? story : (order[order.indexOf(story) - 1] ?? 'none');
}

function finishedStory(
  session: Session,
  { number, title, link }: Story,
  rounds: readonly Result[],
  now: number,
): FinishedStory {
  const { sessionId, deck, version, status, times, message } = session;
  const estimate = estimateOf(session, number, rounds);
  const ms = timeTaken(session, number);
  return defined({
    sessionId,
    story: number,
    version,
    title,
    deck,
    link,
    dropped: status === 'cancelled' || estimate === undefined,
    estimate,
    rounds: rounds.length,
    cards: cardsInOrder(deck, rounds.slice(-1).flatMap(shownVotes)),
    finishedAt: times.find((time) => time.story === number)?.decidedAt ?? now,
    ms,
    messageTs: message.ts,
  });
}
