import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/sqlite/database.ts';
import { createSqliteDirectory } from '../../src/sqlite/sqlite-directory.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { aSession, aSlot, aVoter, BO, CHANNEL, TEAM } from '../game/a-session.ts';
import { silent } from '../silent.ts';
import { localFolder } from './local-folder.ts';

const script = fileURLToPath(new URL('../../scripts/erase.ts', import.meta.url));
const erase = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args]);

describe('npm run erase', () => {
  let place: ReturnType<typeof localFolder>;
  beforeEach(async () => {
    place = localFolder();
    const database = openDatabase({ folder: place.folder, now: Date.now, log: silent });
    const store = createSqliteStore({ database, sessionTtlHours: 24 });
    const directory = createSqliteDirectory({ database, historyDays: 30 });
    const session = aSession({ sessionId: ulid() });
    await store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
    await store.writeParticipant(session, aVoter(BO));
    await store.writeSlot(session.sessionId, aSlot());
    await directory.saveTokenOwner({ teamId: TEAM });
    database.close();
  });
  afterEach(() => place.remove());

  const bytes = () =>
    Buffer.concat(readdirSync(place.folder).map((file) => readFileSync(join(place.folder, file)))).toString(
      'latin1',
    );

  it.each([
    ['a person', ['--user', BO], BO, 'Add SSO login'],
    ['a channel', ['--channel', CHANNEL], 'Add SSO login', TEAM],
  ])(
    'should leave nothing of %s in the file, not even what was deleted, and say what it can’t reach',
    async (_, who, gone, stays) => {
      expect(bytes()).toContain(gone);
      const { stdout } = await erase('--data', place.folder, ...who);
      expect(stdout).toMatch(
        new RegExp(`^${who[1]} is erased: 1 sessions.\nNot covered.* Slack .*logs`, 's'),
      );
      expect(bytes()).not.toContain(gone);
      expect(bytes()).toContain(stays);
    },
  );

  it.each([
    ['without anybody', [], /^npm run erase -- /],
    ['with two at once', ['--user', BO, '--channel', CHANNEL], /^npm run erase -- /],
    ['with a name', ['--user', '@bo'], /^@bo is no member ID/],
    ['with a channel’s name', ['--channel', '#planning'], /^#planning is no channel ID/],
  ])('should say what it takes %s, and erase nothing', async (_, who, line) => {
    const before = bytes();
    await expect(erase('--data', place.folder, ...who)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(line),
    });
    expect(bytes()).toBe(before);
  });
});
