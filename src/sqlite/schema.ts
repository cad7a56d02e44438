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
  `,
];
