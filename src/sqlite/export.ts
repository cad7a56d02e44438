import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { CannotOpen } from './cannot-open.ts';
import { connect } from './connection.ts';
import { databaseFile, reasonOf } from './files.ts';

/**
 * Writes what channels have settled on and estimated into a file, for its owner's eyes alone: a line of JSON for each,
 * the settings of a channel or a finished story. Groom may run meanwhile; sessions that go on are not in it.
 * @returns how many lines
 * @throws {CannotOpen} if the file is there, or can't be written
 */
export function exportAll(folder: string, file: string): number {
  if (!existsSync(databaseFile(folder))) throw new CannotOpen(`There is no data of Groom’s in ${folder}.`);
  const connection = connect(databaseFile(folder), { readOnly: true });
  try {
    const rows = connection
      .prepare(
        "SELECT pk, sk, body FROM items WHERE pk GLOB 'CHANNEL#*' AND sk NOT GLOB 'RUNNING#*' ORDER BY pk, sk",
      )
      .all();
    const lines = rows.map(({ pk, sk, body }) => {
      const [, teamId, channelId] = String(pk).split('#');
      const kind = sk === 'SETTINGS' ? 'settings' : 'story';
      return `${JSON.stringify({ kind, teamId, channelId, ...JSON.parse(String(body)) })}\n`;
    });
    write(file, lines.join(''));
    return lines.length;
  } finally {
    connection.close();
  }
}

function write(file: string, text: string): void {
  try {
    const opened = openSync(file, 'wx', 0o600);
    writeSync(opened, text);
    fsyncSync(opened);
    closeSync(opened);
  } catch (error) {
    throw new CannotOpen(`${file} can’t be written: ${reasonOf(error)}.`, error);
  }
}
