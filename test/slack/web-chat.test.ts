import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import { SECOND } from '../../src/time.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { manualClock } from '../clock.ts';
import { type Answer, type Passing, startProxy } from '../faults/network/proxy.ts';
import { ADA, CHANNEL, TEAM } from '../game/a-session.ts';
import { type FullChatBackend, line, type Trouble } from '../ports/chat-contract/backend.ts';
import { chatContract } from '../ports/chat-contract.ts';

const BOT_TOKEN = 'xoxb-token-of-the-tests';
const RETRY_AFTER = 7 * SECOND;
/** Long enough for a busy machine; waited for by one test. */
const TIMEOUT = 1.5 * SECOND;

const answer = (status: number, headers: Answer['headers'] = {}): Answer => {
  return { status, headers, body: Buffer.from('{}') };
};

const TROUBLES: Record<Trouble, (request: Passing) => Promise<Answer | undefined>> = {
  limited: async () => answer(429, { 'retry-after': String(RETRY_AFTER / SECOND) }),
  lost: async () => undefined,
  async unanswered({ forward }) {
    await forward();
    return undefined;
  },
  failing: async () => answer(503),
  hanging: () => new Promise(() => {}),
};

async function start(): Promise<FullChatBackend & { slack: Slack }> {
  const clock = manualClock();
  const slack = await startSlack({ signingSecret: 's', botToken: BOT_TOKEN, limits: 'off', now: clock.now });
  const { core } = slack;
  let trouble: Trouble | undefined;
  const proxy = await startProxy(new URL(slack.apiUrl).origin, (request) => {
    const happens = trouble;
    trouble = undefined;
    return happens ? TROUBLES[happens](request) : request.forward();
  });
  core.responseUrls.origin = proxy.url;
  const fetch = createFetch();
  const client = new WebClient(BOT_TOKEN, {
    ...webClientOptions(TIMEOUT),
    fetch,
    slackApiUrl: `${proxy.url}/api/`,
  });
  return {
    slack,
    chat: createWebChat(client, fetch),
    messages: () => slack.messages(CHANNEL),
    told: (userId) =>
      slack.sent
        .filter(({ to, view }) => to === userId && view === undefined)
        .map(({ text = '' }) => ({ text })),
    direct: (userId) => slack.messages(core.channels.directMessage(userId).id),
    responseUrl(memberId, ts) {
      const origin = ts === undefined ? {} : { origin: { ts, ephemeral: false } };
      const kind = ts === undefined ? 'commands' : 'actions';
      return core.responseUrls.issue(kind, TEAM, { channelId: CHANNEL, memberId, ...origin });
    },
    kick: () => slack.kick(CHANNEL),
    failNext(next) {
      trouble = next;
    },
    retryAfter: RETRY_AFTER,
    pass: clock.advance,
    window(userId) {
      const window = core.windows.open(crypto.randomUUID(), userId);
      return {
        trigger: () => core.triggers.issue(window.id),
        titles: () => window.views.map(({ view }) => view.title.text),
        viewId: () => window.views.at(-1)?.id ?? '',
      };
    },
    home: (userId) => core.homes.get(userId)?.view.blocks,
    setProfile(userId, { locale, timeZone, name }) {
      slack.setDisplayName(userId, name);
      slack.setLocale(userId, locale);
      slack.setTimeZone(userId, timeZone);
    },
    grant: (scope) => slack.grant(scope),
    files: (userId) =>
      slack.files(core.channels.directMessage(userId).id).map(({ name, content }) => ({ name, content })),
    async close() {
      await proxy.close();
      await slack.close();
    },
  };
}

chatContract('Slack’s Web API', start);

describe('A response_url', () => {
  it.each(['https://evil.example/T1', 'https://slack.com.evil.example/T1', 'https://notslack.com/T1'])(
    'should be called only where it is Slack’s: not %s',
    async (url) => {
      const asked: unknown[] = [];
      const chat = createWebChat(new WebClient(BOT_TOKEN), async (...given) => {
        asked.push(given);
        throw new Error('nobody is there');
      });
      const failure = { kind: 'refused', error: 'not Slack’s host' };
      expect(await chat.replaceThrough(url, { text: 'One', blocks: [] })).toEqual({ ok: false, failure });
      await chat.replaceThrough('https://hooks.slack.com/actions/T1', { text: 'One', blocks: [] });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('A rate limit of a response_url', () => {
  it.each([
    ['in seconds', () => '7', 7 * SECOND],
    ['as a date', () => new Date(Date.now() + 7 * SECOND).toUTCString(), 7 * SECOND],
    ['not at all', () => 'soon', SECOND],
    ['as a date that has passed', () => new Date(0).toUTCString(), SECOND],
  ])('should last as long as is said %s', async (_, header, expected) => {
    const proxy = await startProxy('http://127.0.0.1:9', async () =>
      answer(429, { 'retry-after': header() }),
    );
    const client = new WebClient(BOT_TOKEN, { slackApiUrl: `${proxy.url}/api/` });
    const chat = createWebChat(client, createFetch());
    const answered = await chat.respond(proxy.url, { text: 'One' });
    await proxy.close();
    if (answered.ok || answered.failure.kind !== 'rate_limited') throw new Error('There was no limit');
    // A date has no fractions of a second.
    expect(Math.abs(answered.failure.retryAfter - expected)).toBeLessThan(2 * SECOND);
  });
});

describe('Somebody’s name', () => {
  it.each([
    ['what they want to be called', 'Countess Ada', 'Countess Ada'],
    ['their real name, if they have not said', '', 'Ada Adeyemi'],
    ['in one line', ' Ada\n\u0007of London ', 'Ada of London'],
  ])('should be %s', async (_, displayName, name) => {
    const { chat, grant, slack, close } = await start();
    grant('users:read');
    slack.setDisplayName(ADA, displayName);
    expect(await chat.profile(ADA)).toMatchObject({ ok: true, value: { name } });
    await close();
  });
});

describe('An export', () => {
  it('should not send a file again that is limited once its line stands there: the line would be said twice', async () => {
    const { chat, grant, direct, slack, close } = await start();
    grant('files:write');
    slack.failNext('files.completeUploadExternal', { error: 'ratelimited', retryAfter: 7 });
    const file = { name: 'a.csv', content: 'story' };
    const uploaded = await chat.uploadFile(file);
    const id = uploaded.ok ? uploaded.value : '';
    const sent = await chat.shareFile(ADA, { ...file, id }, line('Here you are'));
    expect(sent).toMatchObject({ ok: false, failure: { kind: 'unknown' } });
    expect(direct(ADA)).toHaveLength(1);
    await close();
  });
});
