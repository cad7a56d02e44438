import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOver, type Session } from '../game/session.ts';
import { type Job, messageGroup } from '../ports/job.ts';
import { CannotOpen } from './cannot-open.ts';
import { connect, damageIn, migrate } from './connection.ts';
import { databaseFile, prepareFolder, reasonOf } from './files.ts';
import { lock } from './lock.ts';

/**
 * Writes what is in a folder's database now into a file of its own, which appears as a whole, for its owner's eyes alone.
 * Groom may run meanwhile. @throws {CannotOpen} if the file is there, or can't be written
 */
export function backUp(folder: string, file: string): void {
  if (existsSync(file)) throw new CannotOpen(`${file} is there already. Choose another name.`);
  if (!existsSync(databaseFile(folder))) throw new CannotOpen(`There is no data of Groom’s in ${folder}.`);
  const draft = copyOf(databaseFile(folder), file);
  renameSync(draft, file);
  sync(dirname(file));
}

/**
 * Puts a backup in place of a folder's database, which stays beside it as `groom.db.old`. The messages of its sessions
 * are drawn afresh once Groom starts. @throws {CannotOpen} if Groom runs, or the file is no sound backup
 */
export function restore(folder: string, file: string): void {
  if (!existsSync(file)) throw new CannotOpen(`There is no ${file}.`);
  prepareFolder(folder);
  const unlock = lock(folder);
  try {
    checkIntegrity(file);
    const current = databaseFile(folder);
    const draft = copyOf(file, current);
    expectNewerMessages(draft);
    // The database first: without it, nobody takes what else is there for its own.
    for (const suffix of ['', '-wal', '-shm']) setAside(`${current}${suffix}`, `${current}.old${suffix}`);
    renameSync(draft, current);
    sync(folder);
  } finally {
    unlock();
  }
}

/** Copies a database, as of one moment; answers with the name of the copy, which is complete and on the disk. */
function copyOf(source: string, target: string): string {
  const draft = `${target}.${process.pid}.part`;
  const connection = connect(source, { readOnly: true });
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    connection.prepare('VACUUM INTO ?').run(draft);
    sync(draft);
    return draft;
  } catch (error) {
    if (existsSync(draft)) rmSync(draft);
    throw new CannotOpen(`${target} can’t be written: ${reasonOf(error)}.`, error);
  } finally {
    connection.close();
  }
}

function checkIntegrity(file: string): void {
  const connection = connect(file, { readOnly: true });
  try {
    const damage = damageIn(connection, 'integrity_check');
    if (damage) throw new CannotOpen(`${file} is damaged: ${damage}. Take another backup.`);
  } finally {
    connection.close();
  }
}

/** What Slack shows is newer than the backup: what is said to be shown there isn't known, of sessions that go on. */
function expectNewerMessages(file: string): void {
  const connection = connect(file, { readOnly: false });
  try {
    migrate(connection);
    const forget = connection.prepare(
      "UPDATE items SET body = json_remove(body, '$.published.paint.hash') WHERE pk = ? AND sk = 'DETAILS'",
    );
    const send = connection.prepare('INSERT INTO jobs (place, body, visible_at) VALUES (?, ?, 0)');
    for (const { pk, body } of connection.prepare("SELECT pk, body FROM items WHERE sk = 'DETAILS'").all()) {
      const session: Session = JSON.parse(String(body));
      if (isOver(session)) continue;
      const job: Job = { kind: 'changed', sessionId: session.sessionId, teamId: session.teamId };
      forget.run(String(pk));
      send.run(messageGroup(job), JSON.stringify(job));
    }
  } finally {
    connection.close();
  }
  sync(file);
}

function setAside(file: string, as: string): void {
  rmSync(as, { force: true });
  if (existsSync(file)) renameSync(file, as);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
}
