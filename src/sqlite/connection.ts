import { DatabaseSync } from 'node:sqlite';
import { CannotOpen } from './cannot-open.ts';
import { reasonOf } from './files.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/** Older ones may lose a committed transaction of WAL to a race between two connections. */
const LEAST_VERSION = [3, 51, 3] as const;

/** Whether a SQLite of this version, such as `3.51.3`, keeps what it promises. */
export function isReliable(version: string): boolean {
  const parts = version.split('.').map(Number);
  const differs = LEAST_VERSION.findIndex((least, index) => (parts[index] ?? 0) !== least);
  return differs < 0 || (parts[differs] ?? 0) > (LEAST_VERSION[differs] ?? 0);
}

/** Opens a file of Groom's, or an empty one, and refuses every other before anything is written. */
export function connect(file: string, options: { readOnly: boolean }): DatabaseSync {
  const version = process.versions.sqlite ?? '0';
  if (!isReliable(version)) {
    throw new CannotOpen(
      `This Node brings SQLite ${version}; Groom needs ${LEAST_VERSION.join('.')} or newer. Update Node.`,
    );
  }
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(file, { ...options, timeout: 5000 });
    check(connection, file);
    return connection;
  } catch (error) {
    connection?.close();
    if (error instanceof CannotOpen) throw error;
    throw new CannotOpen(`${file} can’t be opened: ${reasonOf(error)}.`, error);
  }
}

/** Makes an older file, or an empty one, one of today's: each step as a whole, or not at all. */
export function migrate(connection: DatabaseSync): void {
  for (let version = pragma(connection, 'user_version'); version < MIGRATIONS.length; version += 1) {
    connection.exec(`
      BEGIN IMMEDIATE;
      ${MIGRATIONS[version]}
      PRAGMA application_id = ${APPLICATION_ID};
      PRAGMA user_version = ${version + 1};
      COMMIT;
    `);
  }
}

/** What SQLite finds wrong with a file first; `undefined`: nothing. `quick_check` passes over the indexes. https://www.sqlite.org/pragma.html#pragma_quick_check */
export function damageIn(
  connection: DatabaseSync,
  by: 'integrity_check' | 'quick_check',
): string | undefined {
  const [found] = Object.values(connection.prepare(`PRAGMA ${by}(1)`).get() ?? {});
  return found === 'ok' ? undefined : String(found ?? 'it can’t be checked');
}

function check(connection: DatabaseSync, file: string): void {
  const version = pragma(connection, 'user_version');
  const isEmpty = version === 0 && pragma(connection, 'schema_version') === 0;
  if (!isEmpty && pragma(connection, 'application_id') !== APPLICATION_ID) {
    throw new CannotOpen(`${file} is no database of Groom’s.`);
  }
  if (version > MIGRATIONS.length) {
    throw new CannotOpen(
      `${file} was written by a newer Groom (schema ${version}; this one knows ${MIGRATIONS.length}). Update Groom.`,
    );
  }
}

function pragma(connection: DatabaseSync, name: string): number {
  return Number(Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
}
