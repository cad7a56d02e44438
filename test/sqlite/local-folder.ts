import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/sqlite/database.ts';
import { createSqliteDirectory } from '../../src/sqlite/sqlite-directory.ts';
import { createSqliteErasure } from '../../src/sqlite/sqlite-erasure.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { manualClock } from '../clock.ts';
import { HISTORY_DAYS } from '../ports/directory-contract.ts';
import { SESSION_TTL_HOURS } from '../ports/store-contract/tested.ts';
import { silent } from '../silent.ts';

/** A folder of its own, gone with `remove`. */
export function localFolder() {
  const parent = mkdtempSync(join(tmpdir(), 'groom-'));
  return { folder: join(parent, 'data'), remove: () => rmSync(parent, { recursive: true }) };
}

/** The product's store on a database in a folder of its own. */
export async function startSqlite(clock = manualClock()) {
  const { folder, remove } = localFolder();
  const database = openDatabase({ folder, now: clock.now, log: silent });
  return {
    folder,
    database,
    clock,
    store: createSqliteStore({ database, sessionTtlHours: SESSION_TTL_HOURS }),
    directory: createSqliteDirectory({ database, historyDays: HISTORY_DAYS }),
    erasure: createSqliteErasure(database),
    async close() {
      database.close();
      remove();
    },
  };
}
