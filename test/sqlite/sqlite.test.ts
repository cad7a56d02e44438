import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AFTERLIFE } from '../../src/game/clock/lifetime.ts';
import { CannotOpen } from '../../src/sqlite/cannot-open.ts';
import { isReliable } from '../../src/sqlite/connection.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { isNetwork } from '../../src/sqlite/files.ts';
import { HOUR } from '../../src/time.ts';
import { aSession, aSlot, BO } from '../game/a-session.ts';
import { directoryContract } from '../ports/directory-contract.ts';
import { erasureContract } from '../ports/erasure-contract.ts';
import { SESSION_TTL_HOURS } from '../ports/store-contract/tested.ts';
import { storeContract } from '../ports/store-contract.ts';
import { silent } from '../silent.ts';
import { localFolder, startSqlite } from './local-folder.ts';

storeContract('SQLite', () => startSqlite());
directoryContract('SQLite', () => startSqlite());
erasureContract('SQLite', () => startSqlite());

const open = (folder: string) => openDatabase({ folder, now: Date.now, log: silent });

describe('The folder of a database', () => {
  let place: ReturnType<typeof localFolder>;
  beforeEach(() => {
    place = localFolder();
  });
  afterEach(() => place.remove());

  it('should be its owner’s alone, with all that is in it', () => {
    const { folder } = place;
    const database = open(folder);
    database.run("INSERT INTO items (pk, sk, body) VALUES ('a', 'b', '{}')");
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const files = readdirSync(folder).sort();
    expect(files).toEqual(['groom.db', 'groom.db-shm', 'groom.db-wal', 'groom.lock']);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    database.close();
  });

  it('should be refused if others may look into it', () => {
    mkdirSync(place.folder, { mode: 0o700 });
    chmodSync(place.folder, 0o755);
    expect(() => open(place.folder)).toThrow(`chmod 700 ${place.folder}`);
  });

  it('should belong to one at a time, and be free once that is closed', () => {
    const database = open(place.folder);
    expect(() => open(place.folder)).toThrow(/runs already/);
    database.close();
    open(place.folder).close();
  });

  it('should be free at once when a process that has it is killed, with what that had written', () => {
    const { folder } = place;
    const script = `
      const { openDatabase } = await import('${new URL('../../src/sqlite/database.ts', import.meta.url)}');
      const log = { warn() {} };
      const database = openDatabase({ folder: ${JSON.stringify(folder)}, now: Date.now, log });
      database.run("INSERT INTO items (pk, sk, body) VALUES ('a', 'b', '{}')");
      process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(signal).toBe('SIGKILL');
    const database = open(folder);
    expect(database.all('SELECT pk FROM items')).toEqual([{ pk: 'a' }]);
    database.close();
  });

  it.each([
    ['of a newer Groom', 'PRAGMA user_version = 99', /newer Groom/],
    ['of somebody else', 'PRAGMA application_id = 7', /no database of Groom/],
  ])('should be refused with a file %s, which stays as it is', (_, change, line) => {
    const { folder } = place;
    open(folder).close();
    const file = join(folder, 'groom.db');
    const changing = new DatabaseSync(file);
    changing.exec(change);
    changing.close();
    const before = readFileSync(file);
    expect(() => open(folder)).toThrow(line);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('should be refused with a file that is no database, which stays as it is', () => {
    const { folder } = place;
    mkdirSync(folder, { mode: 0o700 });
    const file = join(folder, 'groom.db');
    writeFileSync(file, 'Dear diary, this is not a database. '.repeat(50));
    const before = readFileSync(file);
    expect(() => open(folder)).toThrow(CannotOpen);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('A write that SQLite refuses', () => {
  it.each([
    ['a full disk', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000', /full/],
    ['a file that is read-only', 'PRAGMA query_only = ON', 'PRAGMA query_only = OFF', /readonly/],
  ])('should throw on %s, change nothing, and work again afterwards', async (_, refuse, allow, line) => {
    const { store, database, close } = await startSqlite();
    const session = aSession();
    await store.createSession(session, []);
    const stories = Array.from({ length: 30 }, (_, n) => ({ number: n + 1, title: 'x'.repeat(3000) }));
    database.get(refuse);
    await expect(store.putStories(session, stories)).rejects.toThrow(line);
    expect(await store.stories(session.sessionId)).toEqual([]);
    database.get(allow);
    await store.putStories(session, stories);
    expect(await store.stories(session.sessionId)).toHaveLength(30);
    await close();
  });
});

describe('The sweep', () => {
  it('should delete what has expired, and nothing else', async () => {
    const { store, database, clock, close } = await startSqlite();
    const session = aSession();
    await store.createSession(session, []);
    await store.writeSlot(session.sessionId, aSlot({ userId: BO }));
    const names = () => database.all<{ sk: string }>('SELECT sk FROM items ORDER BY sk').map(({ sk }) => sk);
    const both = ['DETAILS', `STORY#001#ROUND#01#VOTE#${BO}`];
    clock.advance(SESSION_TTL_HOURS * HOUR + AFTERLIFE - 1000);
    database.sweep();
    expect(names()).toEqual(both);
    clock.advance(1000);
    database.sweep();
    expect(names()).toEqual(both.slice(1));
    await close();
  });
});

it.each([
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.51.10', true],
  ['3.52.0', true],
  ['3.9.9', false],
  ['4.0.0', true],
])('SQLite %s counts as reliable: %s', (version, expected) => {
  expect(isReliable(version)).toBe(expected);
});

it.each([
  ['NFS', true, 0x6969],
  ['CIFS, as a signed number', true, 0xff534d42 | 0],
  ['ext4', false, 0xef53],
  ['tmpfs', false, 0x01021994],
])('%s is a network file system: %s', (_, expected, type) => {
  expect(isNetwork(type)).toBe(expected);
});
