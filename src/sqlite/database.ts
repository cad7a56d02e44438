import type { SQLInputValue, StatementSync } from 'node:sqlite';
import { errorFields, type Log } from '../ports/log.ts';
import { DEAD_LETTER_TTL } from '../ports/retention.ts';
import { type Clock, epochSeconds, HOUR, type Millis } from '../time.ts';
import { connect, migrate } from './connection.ts';
import { databaseFile, makePrivate, prepareFolder } from './files.ts';
import { lock } from './lock.ts';

interface DatabaseOptions {
  /** Made if it isn't there; of this process alone until `close`. */
  folder: string;
  now: Clock;
  log: Log;
}

/** The open file. Every call takes effect before it returns; what it has written survives a power cut. */
export interface Database {
  readonly now: Clock;
  /** Runs one transaction: all of it happens, or, if it throws, nothing. Nothing else comes between. */
  transaction<T>(act: () => T): T;
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Answers with how many rows it has changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** Deletes what has expired; until then it counts as absent. Done every hour as well. */
  sweep(): void;
  close(): void;
}

/** How many items are deleted at one go: clicks wait meanwhile. */
const SWEPT_AT_ONCE = 500;
const PAUSE_OF_SWEEPS: Millis = 50;

/**
 * Opens Groom's data in a folder, and makes the folder and the file if they aren't there:
 *
 *     const database = openDatabase({ folder, now: Date.now, log });
 *     const store = createSqliteStore({ database, sessionTtlHours });
 *     const directory = createSqliteDirectory({ database, historyDays });
 *     const queue = createSqliteQueue({ database, log });
 *     …
 *     database.close();
 *
 * Throws `CannotOpen`, with a line for whoever runs Groom, if another process has the folder, if others may look into
 * it, if it lies in a network, and if the file is newer than this Groom or no file of Groom's.
 */
export function openDatabase({ folder, now, log }: DatabaseOptions): Database {
  prepareFolder(folder);
  const unlock = lock(folder);
  try {
    return opened(folder, { now, log, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

function opened(
  folder: string,
  { now, log, unlock }: Omit<DatabaseOptions, 'folder'> & { unlock: () => void },
): Database {
  const file = databaseFile(folder);
  makePrivate(file);
  const connection = connect(file, { readOnly: false });
  try {
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const prepared = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };
  const database: Database = {
    now,
    transaction(act) {
      connection.exec('BEGIN IMMEDIATE');
      try {
        const result = act();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        // SQLite has rolled back by itself after some errors.
        if (connection.isTransaction) connection.exec('ROLLBACK');
        throw error;
      }
    },
    all: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as Row[],
    get: <Row>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    sweep() {
      const swept = database.run(
        `DELETE FROM items WHERE (pk, sk) IN (SELECT pk, sk FROM items WHERE expires <= ? LIMIT ${SWEPT_AT_ONCE})`,
        epochSeconds(now()),
      );
      database.run('DELETE FROM dead_jobs WHERE died_at <= ?', now() - DEAD_LETTER_TTL);
      if (swept === SWEPT_AT_ONCE) setTimeout(sweepOrSay, PAUSE_OF_SWEEPS).unref();
    },
    close() {
      clearInterval(sweeping);
      connection.close();
      unlock();
    },
  };
  function sweepOrSay(): void {
    try {
      if (connection.isOpen) database.sweep();
    } catch (error) {
      log.warn('not swept', errorFields(error));
    }
  }
  const sweeping = setInterval(sweepOrSay, HOUR).unref();
  return database;
}
