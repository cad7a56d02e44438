import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startGroom, TOKENS } from '../../stand-ins/process/groom-process.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { shown } from '../app/shown.ts';
import { localFolder } from '../sqlite/local-folder.ts';

/** Of util-linux: it limits a running process. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

it.skipIf(!canLimit)(
  'A process that can’t write should acknowledge nothing, say so, and go on once it can',
  async () => {
    const place = localFolder();
    const slack = await startSlack({ signingSecret: 'secret', ...TOKENS, limits: 'off', ackTimeoutMs: 1000 });
    const groom = startGroom({ slack, folder: place.folder });
    const limit = (bytes: number | 'unlimited') =>
      execFileSync('prlimit', ['--pid', String(groom.child.pid), `--fsize=${bytes}:unlimited`]);
    try {
      await groom.ready;
      await slack.as('ada').command('/groom Add SSO login');
      expect((await slack.as('bo').click(slack.lastMessage(), '5')).status).toBe(200);
      await slack.until(() => shown(slack.lastMessage().blocks).includes('<@U0BO>'));
      limit(statSync(join(place.folder, 'groom.db-wal')).size);

      const refused = await slack.as('cy').click(slack.lastMessage(), '8');
      expect(refused.failure).toBe('operation_timeout');
      await vi.waitUntil(
        () => groom.lines.some((line) => /"request failed".*(full|disk I\/O)/.test(line)),
        10_000,
      );

      limit('unlimited');
      expect((await slack.as('dee').click(slack.lastMessage(), '8')).status).toBe(200);
      await slack.until(() => shown(slack.lastMessage().blocks).includes('<@U0DEE>'), 10_000);
      expect(shown(slack.lastMessage().blocks)).not.toContain('<@U0CY>');
      expect(await groom.stop()).toBe(0);
    } finally {
      await groom.kill();
      await slack.close();
      place.remove();
    }
  },
);
