import { existsSync, statfsSync, statSync } from 'node:fs';
import { CannotOpen } from './cannot-open.ts';
import { connect, damageIn } from './connection.ts';
import { databaseFile } from './files.ts';

/** How the data in a folder is, as found without changing anything. Groom may run meanwhile. */
export interface Condition {
  /** What SQLite finds wrong with the file; `undefined` if nothing. */
  damage?: string;
  /** Jobs that were given up in the last days. */
  deadJobs: number;
  /** Bytes that whoever runs Groom may still write there. */
  freeBytes: number;
  /** Whether others may look into the folder. */
  isOpenToOthers: boolean;
}

/** `undefined` if there is no data yet. @throws {CannotOpen} */
export function conditionOf(folder: string): Condition | undefined {
  const file = databaseFile(folder);
  if (!existsSync(file)) return undefined;
  const connection = connect(file, { readOnly: true });
  try {
    const damage = damageIn(connection, 'quick_check');
    const dead = connection.prepare('SELECT count(*) AS n FROM dead_jobs').get();
    const { bavail, bsize } = statfsSync(folder);
    return {
      ...(damage && { damage }),
      deadJobs: Number(dead?.n),
      freeBytes: bavail * bsize,
      isOpenToOthers: process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0,
    };
  } catch (error) {
    throw new CannotOpen(`${file} can’t be read: ${error instanceof Error ? error.message : error}.`, error);
  } finally {
    connection.close();
  }
}
