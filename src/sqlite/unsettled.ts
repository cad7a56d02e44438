import { isOver, type Session } from '../game/session.ts';
import type { JobOf } from '../ports/job.ts';
import type { Database } from './database.ts';

/**
 * A look at each session whose message may show an older state: what a process wrote just before it died may have no
 * job. All that go on, and those whose last version no publisher has seen to its end.
 */
export function looksAtUnsettled(database: Database): JobOf<'changed'>[] {
  return database
    .all<{ body: string }>("SELECT body FROM items WHERE sk = 'DETAILS'")
    .map(({ body }): Session => JSON.parse(body))
    .filter((session) => !isOver(session) || session.published.archived !== session.version)
    .map(({ sessionId, teamId }) => ({ kind: 'changed', sessionId, teamId }));
}
