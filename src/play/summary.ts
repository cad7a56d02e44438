import { defined } from '../game/defined.ts';
import type { PublicSummary, SummaryLine } from '../game/public-session.ts';
import { estimateOf } from '../game/round/estimate.ts';
import type { Session } from '../game/session.ts';
import { timeTaken } from '../game/story/story-times.ts';
import type { Store } from '../ports/store.ts';
import { MINUTE } from '../time.ts';

/** What a session leaves on its message when it has ended. */
export async function summary(store: Store, session: Session): Promise<PublicSummary> {
  const { sessionId, status, language, issueLinks, deck, order, skipped } = session;
  const { createdAt, endsAt, endedAt = createdAt } = session;
  const [stories, results] = await Promise.all([store.stories(sessionId), store.results(sessionId)]);
  const line = (story: number): SummaryLine => {
    const { title = '', link } = stories.find(({ number }) => number === story) ?? {};
    const rounds = results.filter((result) => result.story === story);
    return defined({
      title,
      link,
      rounds: rounds.length,
      skipped: skipped.includes(story),
      estimate: estimateOf(session, story, rounds),
      ms: timeTaken(session, story),
    });
  };
  const people = new Set(results.flatMap(({ votes }) => votes.map(({ userId }) => userId)));
  return defined({
    status: status === 'expired' ? 'expired' : 'ended',
    expired: status !== 'expired' ? undefined : endedAt < endsAt ? 'untouched' : 'too_old',
    sessionId,
    language,
    issueLinks,
    deck,
    stories: [...order, ...skipped].map(line),
    people: [...people].sort(),
    minutes: Math.max(1, Math.round((endedAt - createdAt) / MINUTE)),
  });
}
