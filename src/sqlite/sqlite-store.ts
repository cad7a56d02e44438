import type { Store } from '../ports/store.ts';
import { createClockWrites } from './clock-writes.ts';
import { createMessageWrites } from './message-writes.ts';
import { createPaintWrites } from './paint-writes.ts';
import { createParticipationWrites } from './participation-writes.ts';
import { createReads } from './reads.ts';
import { createSessionWrites } from './session-writes.ts';
import { createStartWrites } from './start-writes.ts';
import { openTable, type SqliteStoreOptions } from './table.ts';

/** The store on SQLite: what is one conditional write on DynamoDB is one transaction. */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const table = openTable(options);
  return {
    ...createReads(table),
    ...createStartWrites(table),
    ...createSessionWrites(table),
    ...createParticipationWrites(table),
    ...createMessageWrites(table),
    ...createPaintWrites(table),
    ...createClockWrites(table),
  };
}
