import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTHING_PUBLISHED } from '../../src/game/published.ts';
import type { Session } from '../../src/game/session.ts';
import { backUp, restore } from '../../src/sqlite/backup.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { exportAll } from '../../src/sqlite/export.ts';
import { createSqliteDirectory } from '../../src/sqlite/sqlite-directory.ts';
import { createSqliteQueue } from '../../src/sqlite/sqlite-queue.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { aSession, aSlot, BO, CHANNEL, TEAM } from '../game/a-session.ts';
import { silent } from '../silent.ts';
import { localFolder } from './local-folder.ts';

let place: ReturnType<typeof localFolder>;
let backup: string;
beforeEach(() => {
  place = localFolder();
  backup = `${place.folder}-backup.db`;
});
afterEach(() => place.remove());

function open() {
  const database = openDatabase({ folder: place.folder, now: Date.now, log: silent });
  return {
    database,
    store: createSqliteStore({ database, sessionTtlHours: 24 }),
    directory: createSqliteDirectory({ database, historyDays: 30 }),
    queue: createSqliteQueue({ database, log: silent }),
  };
}

/** A session whose message is known to be up to date. */
const running = (changes: Partial<Session> = {}) =>
  aSession({
    sessionId: ulid(),
    published: { ...NOTHING_PUBLISHED, paint: { ...NOTHING_PUBLISHED.paint, hash: 'shown' } },
    ...changes,
  });

/** Opens a file with one session and a vote in it. */
async function begun() {
  const opened = open();
  const session = running();
  await opened.store.createSession(session, []);
  await opened.store.writeSlot(session.sessionId, aSlot({ userId: BO }));
  return { ...opened, session };
}

describe('A backup', () => {
  it('should hold what was written until then, while Groom goes on, for its owner alone', async () => {
    const { store, session, database } = await begun();
    backUp(place.folder, backup);
    await store.writeSlot(session.sessionId, aSlot({ userId: 'U0LATER' }));
    database.close();
    expect(statSync(backup).mode & 0o777).toBe(0o600);
    restore(place.folder, backup);
    const restored = open();
    expect((await restored.store.slots(session.sessionId, session)).map(({ userId }) => userId)).toEqual([
      BO,
    ]);
    restored.database.close();
    for (const file of readdirSync(place.folder))
      expect(statSync(join(place.folder, file)).mode & 0o777).toBe(0o600);
  });

  it('should leave nothing half done if it can’t be written, and replace nothing', async () => {
    const { database } = await begun();
    expect(() => backUp(place.folder, '/dev/null/backup.db')).toThrow(/can’t be written/);
    writeFileSync(backup, 'mine');
    expect(() => backUp(place.folder, backup)).toThrow(/is there already/);
    expect(readFileSync(backup, 'utf8')).toBe('mine');
    expect(() => backUp(`${place.folder}-other`, backup)).toThrow();
    database.close();
  });
});

describe('What is restored', () => {
  it('should leave what was there beside it, with what was only in its log yet', async () => {
    const { database, store, session } = await begun();
    backUp(place.folder, backup);
    await store.writeSlot(session.sessionId, aSlot({ userId: 'U0LATER' }));
    database.close();
    restore(place.folder, backup);
    const old = new DatabaseSync(join(place.folder, 'groom.db.old'));
    expect(old.prepare("SELECT count(*) AS n FROM items WHERE sk LIKE '%U0LATER'").get()).toEqual({ n: 1 });
    old.close();
  });

  it('should have the messages of sessions that go on drawn afresh, whatever they show, and no others', async () => {
    const { database, store, session } = await begun();
    const over = running({ status: 'ended' });
    await store.createSession(over, []);
    backUp(place.folder, backup);
    database.close();
    restore(place.folder, backup);
    const restored = open();
    const hashOf = async ({ sessionId }: Session) =>
      (await restored.store.session(sessionId))?.published.paint.hash;
    expect(await hashOf(session)).toBeUndefined();
    expect(await hashOf(over)).toBe('shown');
    const jobs = restored.queue.receive(10).flatMap(({ deliveries }) => deliveries.map(({ job }) => job));
    expect(jobs).toEqual([{ kind: 'changed', sessionId: session.sessionId, teamId: TEAM }]);
    restored.database.close();
  });

  it('should not be put where Groom runs', async () => {
    const { database } = await begun();
    backUp(place.folder, backup);
    expect(() => restore(place.folder, backup)).toThrow(/runs already/);
    database.close();
  });

  it.each([
    ['no file at all', () => {}, /There is no/],
    [
      'no database',
      (file: string) => writeFileSync(file, 'Dear diary. '.repeat(100)),
      /can’t be opened|no database/,
    ],
    [
      'of somebody else',
      (file: string) => new DatabaseSync(file).exec('CREATE TABLE t (a)'),
      /no database of Groom/,
    ],
    ['damaged', damage, /damaged|can’t be opened|malformed/],
  ])('should be refused if it is %s, and change nothing', async (_, make, line) => {
    const { database, session } = await begun();
    if (make === damage) backUp(place.folder, backup);
    database.close();
    make(backup);
    expect(() => restore(place.folder, backup)).toThrow(line);
    expect(existsSync(join(place.folder, 'groom.db.old'))).toBe(false);
    const after = open();
    expect(await after.store.session(session.sessionId)).toBeDefined();
    after.database.close();
  });
});

/** Overwrites the middle of a file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length * 0.3), Math.floor(bytes.length * 0.7));
  writeFileSync(file, bytes);
}

describe('An export', () => {
  it('should have the settings and the finished stories of every channel in it, and no session', async () => {
    const { database, directory } = await begun();
    const channel = { teamId: TEAM, channelId: CHANNEL };
    const settings = { ...(await directory.settings(channel)), lobby: true };
    await directory.saveSettings(channel, settings);
    const file = `${place.folder}-export.jsonl`;
    expect(exportAll(place.folder, file)).toBe(1);
    database.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([{ kind: 'settings', ...channel, ...settings }]);
    expect(() => exportAll(place.folder, file)).toThrow(/can’t be written: EEXIST/);
  });
});
