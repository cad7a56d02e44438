import type { Session } from '../game/session.ts';
import type { Estate } from '../ports/estate.ts';
import { epochSeconds } from '../time.ts';
import type { Database } from './database.ts';
import { openItems } from './items.ts';
import { KEYS, personOf } from './table.ts';

/** What a SQLite file holds as a whole. */
export function createSqliteEstate(database: Database): Estate {
  const items = openItems(database);
  const ofSession = (sessionId: string, prefix: string) => [KEYS.session(sessionId)[0], prefix] as const;
  return {
    async sessions() {
      const rows = database.all<{ body: string }>(
        "SELECT body FROM items WHERE sk = 'DETAILS' AND expires > ?",
        epochSeconds(database.now()),
      );
      return rows.map(({ body }): Session => JSON.parse(body));
    },

    async channels() {
      const rows = database.all<{ pk: string }>(
        `SELECT DISTINCT pk FROM items WHERE pk GLOB 'CHANNEL#*' AND (sk = 'SETTINGS' OR sk GLOB 'HISTORY#*')`,
      );
      return rows.map(({ pk }) => {
        const [, teamId = '', channelId = ''] = pk.split('#');
        return { teamId, channelId };
      });
    },

    slotsOf: async (sessionId) => items.list(ofSession(sessionId, 'STORY#')),
    reasonsOf: async (sessionId) => items.list(ofSession(sessionId, 'REASON#')),

    async putSession(session) {
      const { sessionId, teamId, creatorId, expirationTime: expires } = session;
      items.put(KEYS.session(sessionId), session, { expires, person: personOf(teamId, creatorId) });
    },
  };
}
