import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startGroom, TOKENS } from '../../stand-ins/process/groom-process.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { localFolder } from '../sqlite/local-folder.ts';

const command = fileURLToPath(new URL('../../dist/groom.js', import.meta.url));

/** Of util-linux: it gives a program a terminal. */
const hasTerminal =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

describe.skipIf(!hasTerminal)('The first start', () => {
  let slack: Slack;
  let place: ReturnType<typeof localFolder>;
  let terminal: ChildProcess | undefined;
  let screen = '';
  beforeEach(async () => {
    place = localFolder();
    slack = await startSlack({ signingSecret: 'secret', ...TOKENS, limits: 'off' });
  });
  afterEach(async () => {
    terminal?.kill('SIGKILL');
    await slack.close();
    place.remove();
  });

  function startInTerminal(...args: string[]): ChildProcess {
    screen = '';
    const line = [process.execPath, command, ...args].map((one) => `'${one}'`).join(' ');
    const env = {
      ...process.env,
      GROOM_DATA: place.folder,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: '',
    };
    terminal = spawn('script', ['-qec', line, '/dev/null'], { env });
    terminal.stdout?.on('data', (data) => {
      screen += data;
    });
    return terminal;
  }

  const shows = (what: string) => vi.waitUntil(() => screen.includes(what), 10_000);

  async function type(question: string, answer: string): Promise<void> {
    await shows(question);
    screen = screen.slice(screen.indexOf(question) + question.length);
    terminal?.stdin?.write(`${answer}\r`);
  }

  it('should show the link, ask until both tokens are right, show neither, keep them, and go on', async () => {
    const { stdin } = startInTerminal();
    await shows('(xoxb-…): ');
    const [link = ''] = /https:\/\/api\.slack\.com\S+/.exec(screen) ?? [];
    const manifest = JSON.parse(new URL(link).searchParams.get('manifest_json') ?? '');
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    await type('(xoxb-…): ', TOKENS.appToken);
    await type('(xapp-…): ', TOKENS.botToken);
    await shows('The two tokens are swapped');
    await type('(xoxb-…): ', TOKENS.botToken);
    await type('(xapp-…): ', TOKENS.appToken);
    await shows('Groom is connected to Acme');
    for (const token of Object.values(TOKENS)) expect(screen).not.toContain(token);
    expect(statSync(join(place.folder, 'credentials.json')).mode & 0o777).toBe(0o600);
    expect((await slack.as('ada').command('/groom Add SSO login')).status).toBe(200);
    stdin?.write('\u0003');
    await once(terminal as ChildProcess, 'close');

    const later = startGroom({
      slack,
      folder: place.folder,
      env: { SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' },
    });
    expect(await later.ready).toMatch(/Acme/);
    expect(await later.stop()).toBe(0);
  });

  it('should keep nothing if somebody thinks better of it', async () => {
    startInTerminal('login');
    await shows('(xoxb-…): ');
    terminal?.stdin?.write('\u0003');
    const [code] = await once(terminal as ChildProcess, 'close');
    expect(code).toBe(78);
    expect(screen).toContain('nothing has changed');
    expect(existsSync(join(place.folder, 'credentials.json'))).toBe(false);
  });
});
