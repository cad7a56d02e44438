import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../handlers/process/clients.ts';
import { saveCredentials } from '../../../handlers/process/credentials.ts';
import { examine } from '../../../handlers/process/doctor.ts';
import { openDatabase } from '../../../src/sqlite/database.ts';
import { HOUR } from '../../../src/time.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';
import { silent } from '../../silent.ts';
import { localFolder } from '../../sqlite/local-folder.ts';

const TOKENS = { botToken: 'xoxb-1', appToken: 'xapp-1' };

describe('The doctor of one process', () => {
  let slack: Slack;
  let place: ReturnType<typeof localFolder>;
  beforeEach(async () => {
    slack = await startSlack({ signingSecret: 'secret', ...TOKENS });
    place = localFolder();
    await saveCredentials(place.folder, TOKENS);
  });
  afterEach(async () => {
    await slack.close();
    place.remove();
  });

  const open = () => openDatabase({ folder: place.folder, now: Date.now, log: silent });
  const look = (variables = {}, ahead = 0) =>
    examine({
      folder: place.folder,
      variables,
      clients: createClients(slack.apiUrl, () => Date.now() + ahead),
    });

  it('should find nothing where all is well, while Groom runs', async () => {
    const database = open();
    expect(await look()).toEqual([]);
    database.close();
  });

  it('should name a token that Slack refuses', async () => {
    expect(await look({ SLACK_BOT_TOKEN: 'xoxb-2' })).toEqual([
      expect.stringMatching(/does not know this bot token/),
    ]);
  });

  it('should name a clock that is wrong', async () => {
    expect(await look({}, HOUR)).toEqual([expect.stringMatching(/60 minutes fast/)]);
  });

  it('should name jobs that were given up', async () => {
    const database = open();
    database.run("INSERT INTO dead_jobs (place, body, died_at) VALUES ('session/A', '{}', 0)");
    database.close();
    expect(await look()).toEqual([expect.stringMatching(/^1 jobs were given up/)]);
  });

  it('should name a folder that others may look into', async () => {
    open().close();
    chmodSync(place.folder, 0o755);
    expect(await look()).toEqual([expect.stringMatching(/Others can look into/)]);
  });

  it('should name damage', async () => {
    const database = open();
    for (let n = 0; n < 500; n++) {
      database.run("INSERT INTO items (pk, sk, body) VALUES (?, 'x', ?)", String(n), 'x'.repeat(500));
    }
    database.close();
    const file = join(place.folder, 'groom.db');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 4096 * 8, bytes.length - 4096 * 8));
    expect(await look()).toEqual([expect.stringMatching(/damaged|can’t be read|malformed/)]);
  });
});
