import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpen } from './cannot-open.ts';

/** Where the files are: unrevealed votes are in them, so nobody else may read them. */
export const databaseFile = (folder: string): string => join(folder, 'groom.db');
export const lockFile = (folder: string): string => join(folder, 'groom.lock');

/**
 * File systems between computers, by their magic numbers on Linux: locks and shared memory don't hold there, and WAL
 * needs both. https://www.sqlite.org/wal.html, https://man7.org/linux/man-pages/man2/statfs.2.html
 */
const NETWORK: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x6b414653, 0x00c36400, 0x0bd00bd0, 0x47504653, 0x564c,
  0x7461636f, 0x73757245,
]);

/** Whether a file system is one of a network, as far as its type says. */
export const isNetwork = (type: number): boolean => NETWORK.has(type >>> 0);

const WINDOWS = process.platform === 'win32';

/** Makes the folder, for its owner alone. Refuses one that others may enter, or that lies in a network. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CannotOpen(`The folder ${folder} can’t be made: ${reasonOf(error)}.`, error);
  }
  if (process.platform === 'linux' && isNetwork(statfsSync(folder).type)) {
    throw new CannotOpen(
      `${folder} is in a network file system, where SQLite loses data. Choose a local one.`,
    );
  }
  if (!WINDOWS && (statSync(folder).mode & 0o077) !== 0) {
    throw new CannotOpen(`Others can look into ${folder}, and votes will be in it: chmod 700 ${folder}`);
  }
}

/** Makes a file, if it isn't there, that only its owner reads. SQLite gives -wal and -shm the mode of the database. */
export function makePrivate(file: string): void {
  try {
    // Not opened if it is there: closing it would drop the locks that this process holds on it.
    if (!existsSync(file)) closeSync(openSync(file, 'wx', 0o600));
    for (const one of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(one)) chmodSync(one, 0o600);
  } catch (error) {
    throw new CannotOpen(`${file} can’t be written: ${reasonOf(error)}.`, error);
  }
}

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
