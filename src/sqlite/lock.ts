import { DatabaseSync } from 'node:sqlite';
import { CannotOpen } from './cannot-open.ts';
import { lockFile, makePrivate, reasonOf } from './files.ts';

/**
 * Makes this process the only one that writes in the folder, until the answer is called or the process dies: an
 * exclusive transaction stays open on a file of its own, so that others may read the database meanwhile. Throws at once
 * if another process has it.
 */
export function lock(folder: string): () => void {
  const file = lockFile(folder);
  makePrivate(file);
  const held = new DatabaseSync(file, { timeout: 0 });
  try {
    held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (error) {
    held.close();
    const line = isBusy(error)
      ? `Groom runs already with the data in ${folder}. Stop it first.`
      : `${file} can’t be locked: ${reasonOf(error)}.`;
    throw new CannotOpen(line, error);
  }
  return () => held.close();
}

/** https://www.sqlite.org/rescode.html#busy */
const isBusy = (error: unknown): boolean => (error as { errcode?: number }).errcode === 5;
