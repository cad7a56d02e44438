/** Says that a SQLite file is one of Groom’s: “Grom” in ASCII. https://www.sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x47_72_6f_6d;

/**
 * What makes each version of the schema of the one before, the first of an empty file. `user_version` counts those that
 * a file has seen. Once released, a migration stays as it is: what is to be different is a further one.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- What DynamoDB's one table holds, under the same keys (ARCHITECTURE.md, Storage), as JSON.
  CREATE TABLE items (
    pk TEXT NOT NULL,
    sk TEXT NOT NULL,
    body TEXT NOT NULL,
    -- Epoch seconds, or NULL for what is kept for good.
    expires INTEGER,
    -- Whoever created or joined a session, on the session and the participant.
    person TEXT,
    PRIMARY KEY (pk, sk)
  ) WITHOUT ROWID;
  CREATE INDEX items_by_person ON items (person, pk) WHERE person IS NOT NULL;
  CREATE INDEX items_by_expiry ON items (expires) WHERE expires IS NOT NULL;

  -- The queue, timers included, in the order of sending. Times are epoch milliseconds.
  CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    place TEXT NOT NULL,
    body TEXT NOT NULL,
    receives INTEGER NOT NULL DEFAULT 0,
    visible_at INTEGER NOT NULL,
    -- 1 while somebody is at it, who is given up at visible_at.
    leased INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX jobs_by_place ON jobs (place, id);
  CREATE INDEX jobs_by_time ON jobs (visible_at);
  -- What came too often.
  CREATE TABLE dead_jobs (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    body TEXT NOT NULL,
    died_at INTEGER NOT NULL
  );
  `,
];
