import { ERASED } from '../game/erased.ts';
import type { Result } from '../game/round/vote.ts';
import { votesWithout } from '../game/round/without.ts';
import type { Session } from '../game/session.ts';
import type { Erasure } from '../ports/erasure.ts';
import { keptUntil } from '../ports/retention.ts';
import type { Database } from './database.ts';
import { openItems } from './items.ts';
import { channelOf, profileKey } from './sqlite-directory.ts';
import { KEYS, personOf, sessionIdOf } from './table.ts';

/** The erasure in SQLite. What it deletes is gone from the file as well, once that is closed. */
export function createSqliteErasure(database: Database): Erasure {
  const { now, transaction, run } = database;
  const items = openItems(database);
  // Else deleted rows stay readable in the file until something overwrites them.
  database.get('PRAGMA secure_delete = ON');
  const forget = async (pk: string) => {
    run('DELETE FROM items WHERE pk = ?', pk);
  };

  return {
    takeOut: async ({ teamId, userId }, sessionId) =>
      transaction(() => {
        const [pk, participant] = KEYS.participant(sessionId, userId);
        run('DELETE FROM items WHERE pk = ? AND sk = ?', pk, participant);
        for (const prefix of ['STORY#', 'REASON#']) {
          run(
            "DELETE FROM items WHERE pk = ? AND sk GLOB ? || '*' AND json_extract(body, '$.userId') = ?",
            ...[pk, prefix, userId],
          );
        }
        for (const { votes, ...of } of items.list<Result>(KEYS.results(sessionId))) {
          if (!votes.some((vote) => vote.userId === userId)) continue;
          const result = { ...of, votes: votesWithout(votes, userId) };
          items.put(KEYS.result(sessionId, of), result, { expires: keptUntil(sessionId, now) });
        }
        const session = items.get<Session>(KEYS.session(sessionId));
        if (session?.creatorId !== userId) return;
        const { hostName: _, ...rest } = session;
        const { version, expirationTime: expires } = rest;
        const changed = { ...rest, creatorId: ERASED, version: version + 1 };
        items.put(KEYS.session(sessionId), changed, { expires, person: personOf(teamId, ERASED) });
      }),

    async forgetPerson(user) {
      items.remove(profileKey(user));
    },

    async sessionsIn({ teamId, channelId }) {
      const rows = database.all<{ pk: string }>(
        `SELECT pk FROM items WHERE sk = 'DETAILS'
        AND json_extract(body, '$.teamId') = ? AND json_extract(body, '$.channelId') = ?`,
        ...[teamId, channelId],
      );
      return rows.map(({ pk }) => sessionIdOf(pk));
    },

    forgetSession: (sessionId) => forget(KEYS.session(sessionId)[0]),
    forgetChannel: (channel) => forget(channelOf(channel)),
  };
}
