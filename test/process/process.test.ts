import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../src/sqlite/database.ts';
import { SECOND } from '../../src/time.ts';
import { type GroomProcess, startGroom, TOKENS } from '../../stand-ins/process/groom-process.ts';
import type { Delivery } from '../../stand-ins/slack/deliver.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { shown } from '../app/shown.ts';
import { silent } from '../silent.ts';
import { localFolder } from '../sqlite/local-folder.ts';

let slack: Slack;
let place: ReturnType<typeof localFolder>;
const started: GroomProcess[] = [];
beforeEach(async () => {
  place = localFolder();
  slack = await startSlack({ signingSecret: 'secret', ...TOKENS, limits: 'off' });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((groom) => groom.kill()));
  await slack.close();
  place.remove();
});

function start(env: Record<string, string> = {}, ...args: string[]): GroomProcess {
  const groom = startGroom({ slack, folder: place.folder, env, args });
  started.push(groom);
  return groom;
}

const shows = () => shown(slack.lastMessage().blocks);
const showing = (what: string) => slack.until(() => shows().includes(what), 10_000);
const accept = (delivery: Delivery) => expect(delivery).toMatchObject({ status: 200 });

async function vote(cards: Record<string, string>): Promise<void> {
  const taps = Object.entries(cards).map(([name, card]) => slack.as(name).click(slack.lastMessage(), card));
  for (const tap of await Promise.all(taps)) accept(tap);
}
/** Bo and Cy vote on a story of Ada's, which is shown; then the process is stopped. */
async function voteAndStop(command: string): Promise<void> {
  const groom = start();
  await groom.ready;
  accept(await slack.as('ada').command(command));
  await vote({ bo: '5', cy: '8' });
  await showing('<@U0CY>');
  await groom.stop();
}
const click = async (label: string) => accept(await slack.as('ada').click(slack.lastMessage(), label));

describe('A session in one process', () => {
  it('should go on where it was after a stop and after a kill, and end with what everybody voted', async () => {
    let groom = start();
    expect(await groom.ready).toBe('Groom is connected to Acme: type /groom there. Ctrl-C stops it.');
    expect(slack.connections).toBe(2);
    const ada = slack.as('ada');
    accept(await ada.command('/groom'));
    accept(await ada.submit({ stories: 'Add SSO login\nAdd audit log\nRotate keys' }));
    await vote({ bo: '5', cy: '8' });
    expect(await groom.stop()).toBe(0);
    expect(slack.connections).toBe(0);

    groom = start();
    await groom.ready;
    await vote({ dee: '8' });
    await showing('<@U0DEE>');
    await click('Reveal');
    await showing('`8`');
    await click('Next story');
    await showing('Add audit log');
    await vote({ bo: '3', cy: '3', dee: '5' });
    await groom.kill();

    groom = start();
    await groom.ready;
    await showing('<@U0DEE>');
    await click('Reveal');
    await showing('`5`');
    expect(shows()).toMatch(/`3`.*<@U0BO>.*<@U0CY>/s);
    await click('Next story');
    await showing('Rotate keys');
    await vote({ bo: '1' });
    await click('Reveal');
    await showing('`1`');
    expect(await groom.stop()).toBe(0);
  });

  it('should show after a start what was written before, but not queued any more', async () => {
    await voteAndStop('/groom Add SSO login');
    const before = shows();
    const database = openDatabase({ folder: place.folder, now: Date.now, log: silent });
    expect(database.run("DELETE FROM items WHERE sk LIKE 'STORY#%' AND sk LIKE '%U0CY'")).toBe(1);
    database.close();
    expect(shows()).toBe(before);
    await start().ready;
    await slack.until(() => shows() !== before, 10_000);
  });

  it('should keep a deadline at once that has passed meanwhile', async () => {
    await voteAndStop('/groom --until 2h Add SSO login');
    const past = Date.now() - SECOND;
    const database = openDatabase({ folder: place.folder, now: Date.now, log: silent });
    expect(
      database.run(
        `UPDATE items SET body = json_set(body, '$.deadlineAt', ?)
        WHERE sk = 'DETAILS' AND json_extract(body, '$.deadlineAt') IS NOT NULL`,
        past,
      ),
    ).toBe(1);
    database.run(
      `UPDATE jobs SET visible_at = ?, body = json_set(body, '$.dueAt', ?) WHERE visible_at < ?`,
      ...[past, past, Date.now() + 3 * 3600 * SECOND],
    );
    database.close();
    const startedAt = Date.now();
    await start().ready;
    await showing('`8`');
    expect(Date.now() - startedAt).toBeLessThan(5 * SECOND);
  });
});

describe('A process', () => {
  it('should have its files for itself, and no token in any of them, nor in what it says', async () => {
    const groom = start({ LOG_LEVEL: 'debug' });
    await groom.ready;
    accept(await slack.as('ada').command('/groom Add SSO login'));
    await vote({ bo: '5' });
    await showing('<@U0BO>');
    const files = readdirSync(place.folder);
    expect(files).toContain('groom.db');
    for (const file of files) expect(statSync(join(place.folder, file)).mode & 0o777).toBe(0o600);
    await groom.stop();
    const all = [...groom.lines, ...files.map((file) => read(file))].join('\n');
    for (const token of Object.values(TOKENS)) expect(all).not.toContain(token);
  });

  const read = (file: string) => {
    try {
      return readFileSync(join(place.folder, file), 'latin1');
    } catch {
      return '';
    }
  };

  it('should take no second one beside it, which says so in a line', async () => {
    await start().ready;
    const second = start();
    expect(await second.ended).toBe(77);
    expect(second.lines).toEqual([
      expect.stringMatching(/^Groom runs already with the data in .*Stop it first\.$/),
    ]);
  });

  it.each([
    ['swapped tokens', { SLACK_BOT_TOKEN: TOKENS.appToken, SLACK_APP_TOKEN: TOKENS.botToken }, 78, /swapped/],
    ['an unknown bot token', { SLACK_BOT_TOKEN: 'xoxb-other' }, 78, /does not know this bot token/],
    [
      'an unknown app-level token',
      { SLACK_APP_TOKEN: 'xapp-other' },
      78,
      /does not know this app-level token/,
    ],
    [
      'no token and no terminal',
      { SLACK_BOT_TOKEN: '' },
      78,
      /^Set SLACK_BOT_TOKEN, or start Groom once in a terminal/,
    ],
    ['no network', { SLACK_API_URL: 'http://127.0.0.1:1/api/' }, 69, /can’t be asked now/],
    ['a variable that makes no sense', { HISTORY_DAYS: 'many' }, 78, /HISTORY_DAYS must be a number/],
    ['a folder that can’t be had', { GROOM_DATA: '/dev/null/groom' }, 77, /^The folder .* can’t be made/],
    ['a port that is none', { GROOM_STATUS_PORT: 'x' }, 78, /--status-port must be a port/],
  ])('should say in one line what to do about %s', async (_, env, code, line) => {
    const groom = start(env);
    expect(await groom.ended).toBe(code);
    expect(groom.lines).toEqual([expect.stringMatching(line)]);
  });

  it('should touch no message with a token that Slack refuses', async () => {
    const groom = start();
    await groom.ready;
    accept(await slack.as('ada').command('/groom Add SSO login'));
    await vote({ bo: '5' });
    await groom.kill();
    expect(await start({ SLACK_BOT_TOKEN: 'xoxb-other' }).ended).toBe(78);
    await start().ready;
    await showing('<@U0BO>');
  });

  it('should end, rather than try for ever, once Socket Mode is switched off', async () => {
    const groom = start();
    await groom.ready;
    slack.switchSocketMode('off');
    expect(await groom.ended).toBe(78);
    expect(groom.lines.at(-1)).toMatch(/^Socket Mode is switched off/);
  });

  it('should say how it is on a port of its own', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    await start({ GROOM_STATUS_PORT: String(port) }).ready;
    const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect(await (await at('/healthz')).text()).toBe('ok\n');
    const page = await (await at('/metrics')).text();
    expect(page).toMatch(/^groom_connections 2$/m);
    expect(page).toMatch(/^groom_jobs_dead 0$/m);
    slack.cutConnections();
    await vi.waitUntil(async () => (await at('/healthz')).status === 503, 10_000);
    await vi.waitUntil(async () => (await at('/healthz')).status === 200, 10_000);
  });

  it('should take signed requests by HTTP as well', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const env = { SLACK_APP_TOKEN: '', SLACK_SIGNING_SECRET: 'secret' };
    await start(env, '--http', '--port', String(port)).ready;
    const url = `http://127.0.0.1:${port}/slack/events`;
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    slack.switchSocketMode('off');
    slack.deliverTo = url;
    accept(await slack.as('ada').command('/groom Add SSO login'));
    await vote({ bo: '5' });
    await showing('<@U0BO>');
  });
});
