import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { checkTokens } from '../../../handlers/process/tokens.ts';
import { webClientOptions } from '../../../src/slack/web-chat.ts';
import type { SlackOptions } from '../../../stand-ins/slack/core.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';

const TOKENS = { botToken: 'xoxb-1-right', appToken: 'xapp-1-right' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function slackWith(options: Partial<SlackOptions> = {}): Promise<Slack> {
  const slack = await startSlack({ signingSecret: 'secret', ...TOKENS, ...options });
  closers.push(slack.close);
  return slack;
}

const check = ({ apiUrl: slackApiUrl }: Pick<Slack, 'apiUrl'>, tokens: Partial<typeof TOKENS> = {}) =>
  checkTokens(
    { ...TOKENS, ...tokens },
    (token) => new WebClient(token, { slackApiUrl, logLevel: LogLevel.ERROR, ...webClientOptions(2000) }),
  );

describe('A check of the two tokens', () => {
  it('should say whose they are, and take up no connection', async () => {
    const slack = await slackWith();
    expect(await check(slack)).toBe('Acme');
    expect(slack.connections).toBe(0);
  });

  it.each([
    ['swapped', { botToken: TOKENS.appToken, appToken: TOKENS.botToken }, /swapped.*xoxb-.*xapp-/],
    ['no bot token', { botToken: 'xoxp-of-a-person' }, /no bot token.*OAuth & Permissions/],
    ['pasted with more', { botToken: `${TOKENS.botToken} x` }, /no bot token/],
    ['no app-level token', { appToken: 'secret' }, /no app-level token.*connections:write/],
    ['an unknown bot token', { botToken: 'xoxb-unknown' }, /does not know this bot token/],
    ['an unknown app-level token', { appToken: 'xapp-unknown' }, /does not know this app-level token/],
  ])('should say what to do about what is %s', async (_, tokens, line) => {
    const slack = await slackWith();
    await expect(check(slack, tokens)).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringMatching(line),
    });
  });

  it.each([
    ['scopes are missing', { scopes: ['commands'] }, () => {}, /lacks the scope chat:write/],
    ['the other scope is missing', { appTokenScopes: [] }, () => {}, /connections:write/],
    ['it was revoked', {}, (slack: Slack) => slack.revokeToken(), /revoked.*Install the app again/],
    [
      'the app was removed',
      {},
      (slack: Slack) => slack.revokeToken('account_inactive'),
      /removed.*Install the app again/,
    ],
  ])('should say so where %s', async (_, options, prepare, line) => {
    const slack = await slackWith(options);
    prepare(slack);
    await expect(check(slack)).rejects.toMatchObject({
      exitCode: 78,
      message: expect.stringMatching(line),
    });
  });

  it('should blame no token where Slack can’t be reached, or has trouble', async () => {
    const slack = await slackWith();
    const unavailable = { exitCode: 69, message: expect.stringMatching(/network, and try again/) };
    slack.failNext('auth.test', { status: 503 });
    await expect(check(slack)).rejects.toMatchObject(unavailable);
    slack.failNext('apps.connections.open', { error: 'ratelimited', retryAfter: 5 });
    await expect(check(slack)).rejects.toMatchObject(unavailable);
    await expect(check({ apiUrl: 'http://127.0.0.1:9/api/' })).rejects.toMatchObject(unavailable);
  });

  it('should say everything in one line, without the token', async () => {
    const slack = await slackWith();
    const said = await Promise.all(
      [{ botToken: 'xoxb-unknown-1' }, { appToken: 'xapp-unknown-1' }, { appToken: 'unknown-1' }].map(
        (given) => check(slack, given).catch(({ message }: Error) => message),
      ),
    );
    for (const line of said) expect(line).not.toMatch(/\n|unknown-1/);
  });
});
