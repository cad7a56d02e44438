import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { Take } from '../../src/slack/socket-mode/envelope.ts';
import { openConnection } from '../../src/slack/socket-mode/open.ts';
import { type SocketMode, startSocketMode } from '../../src/slack/socket-mode/socket-mode.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import type { SlackOptions } from '../../stand-ins/slack/core.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { silent } from '../silent.ts';

const SECRETS = { signingSecret: 'secret', botToken: 'xoxb-token', appToken: 'xapp-token' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

interface Setting {
  slack: Slack;
  socketMode: SocketMode;
  /** What was taken. */
  taken: Record<string, unknown>[];
}

/** Slack, and an app with two connections that takes everything as `take` says. */
async function setting(
  take: Take = async () => ({}),
  { appToken = SECRETS.appToken, ...options }: Partial<SlackOptions> = {},
  prepare: (slack: Slack) => void = () => {},
): Promise<Setting> {
  const slack = await startSlack({ ...SECRETS, ...options });
  closers.push(slack.close);
  prepare(slack);
  const taken: Record<string, unknown>[] = [];
  const client = clientOf(slack, appToken);
  const socketMode = startSocketMode({
    open: () => openConnection(client),
    take: (payload) => {
      taken.push(payload);
      return take(payload);
    },
    log: silent,
    now: Date.now,
  });
  closers.push(() => socketMode.stop());
  return { slack, socketMode, taken };
}

describe('Receiving through Socket Mode', () => {
  it('should have two connections, and acknowledge only what was taken', async () => {
    const stored = Promise.withResolvers<object>();
    const { slack, socketMode, taken } = await setting(() => stored.promise);
    await socketMode.started;
    expect([socketMode.standing, slack.connections]).toEqual([2, 2]);
    let isAcknowledged = false;
    const typed = slack.as('ada').command('/groom Add SSO');
    void typed.then(() => {
      isAcknowledged = true;
    });
    await slack.until(() => taken.length === 1);
    await sleep(50);
    expect(isAcknowledged).toBe(false);
    stored.resolve({});
    expect(await typed).toMatchObject({ status: 200 });
    expect(taken).toMatchObject([{ command: '/groom', text: 'Add SSO' }]);
  });

  it('should say what is for Slack in the acknowledgement', async () => {
    const { slack, socketMode } = await setting(async () => ({ response: 'Hello' }));
    await socketMode.started;
    const ada = slack.as('ada');
    await ada.command('/groom');
    expect(ada.sees().map(({ text }) => text)).toEqual(['Hello']);
    // An event takes no answer: what is said nevertheless must not keep it from being acknowledged.
    expect(await ada.openHome()).toMatchObject({ status: 200 });
  });

  it('should not acknowledge what failed', async () => {
    const { slack, socketMode, taken } = await setting(async () => undefined, { ackTimeoutMs: 150 });
    await socketMode.started;
    expect(await slack.as('ada').command('/groom')).toMatchObject({ failure: 'operation_timeout' });
    await slack.as('ada').openHome();
    // Slack sends an event once more.
    expect(taken).toHaveLength(3);
  });
});

describe('A connection of Socket Mode', () => {
  it('should be replaced before Slack takes it away, and nothing is lost meanwhile', async () => {
    const { slack, socketMode } = await setting();
    await socketMode.started;
    const answers: Promise<{ status: number }>[] = [];
    const burst = async (what: string) => {
      for (let count = 0; count < 20; count++) {
        answers.push(slack.as('bo').command(`/groom ${what} ${count}`));
        await sleep(2);
      }
    };
    await burst('before');
    slack.disconnect('warning');
    await burst('warned');
    // The new one stands, and the old one was hung up on.
    await slack.until(() => slack.core.journal.traffic.filter(({ name }) => OPENED.has(name)).length === 3);
    await slack.until(() => slack.connections === 2);
    slack.disconnect('refresh_requested');
    await burst('refreshed');
    await slack.until(() => socketMode.standing === 2 && slack.connections === 2);
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(60).fill(200));
  });

  it('should come again after the network has lost all of them', async () => {
    const { slack, socketMode } = await setting();
    await socketMode.started;
    slack.cutConnections();
    await slack.until(() => slack.connections === 2 && socketMode.standing === 2);
    expect(await slack.as('ada').command('/groom')).toMatchObject({ status: 200 });
  });

  it('should get an event again whose acknowledgement was lost with another one', async () => {
    let cut = () => {};
    const { slack, socketMode, taken } = await setting(
      async () => {
        cut();
        cut = () => {};
        return {};
      },
      { ackTimeoutMs: 2000 },
    );
    await socketMode.started;
    cut = () => slack.cutConnections();
    expect(await slack.as('bo').openHome()).toMatchObject({ status: 200 });
    expect(taken).toHaveLength(2);
    expect(taken[1]?.event_id).toBe(taken[0]?.event_id);
  });

  it('should be asked for again while Slack has trouble', async () => {
    const { socketMode } = await setting(undefined, {}, (slack) => {
      slack.failNext('apps.connections.open', { error: 'internal_error' });
      slack.failNext('apps.connections.open', { error: 'ratelimited', retryAfter: 1 });
    });
    await socketMode.started;
    expect(socketMode.standing).toBe(2);
  });

  it('should wait its turn while others have all ten', async () => {
    const { slack, socketMode } = await setting();
    await socketMode.started;
    const others = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => anotherConnection(slack)));
    slack.disconnect('refresh_requested');
    const late = await anotherConnection(slack);
    await slack.until(() => slack.connections === 10);
    expect(socketMode.standing).toBe(1);
    for (const socket of [...others, late]) socket.close();
    await slack.until(() => socketMode.standing === 2);
  });
});

describe('A refusal of Socket Mode', () => {
  it.each([
    ['of a wrong token', 'xapp-wrong', {}, 'invalid_auth'],
    ['of a bot token in its place', SECRETS.botToken, {}, 'not_allowed_token_type'],
    ['of a token without its scope', SECRETS.appToken, { appTokenScopes: [] }, 'missing_scope'],
  ])('should end the start: %s', async (_, appToken, options, code) => {
    const slack = await startSlack({ ...SECRETS, ...options });
    closers.push(slack.close);
    const client = clientOf(slack, appToken);
    const open = () => openConnection(client);
    const socketMode = startSocketMode({ open, take: async () => ({}), log: silent, now: Date.now });
    await expect(socketMode.started).rejects.toMatchObject({ code });
  });

  it('should end all connections', async () => {
    const { slack, socketMode } = await setting();
    await socketMode.started;
    slack.failNext('apps.connections.open', { error: 'token_revoked' });
    slack.disconnect('warning');
    await expect(socketMode.refused).rejects.toMatchObject({ code: 'token_revoked' });
    await slack.until(() => slack.connections === 0);
  });

  it('should be told when an owner switches it off', async () => {
    const { slack, socketMode } = await setting();
    await socketMode.started;
    slack.switchSocketMode('off');
    await expect(socketMode.refused).rejects.toMatchObject({ code: 'link_disabled' });
  });
});

describe('A stop', () => {
  it('should let what is under way be acknowledged, and hang up', async () => {
    const stored = Promise.withResolvers<object>();
    const { slack, socketMode, taken } = await setting(() => stored.promise);
    await socketMode.started;
    const typed = slack.as('ada').command('/groom Add SSO');
    await slack.until(() => taken.length === 1);
    const stopped = socketMode.stop();
    stored.resolve({});
    expect(await typed).toMatchObject({ status: 200 });
    await stopped;
    expect([socketMode.standing, slack.connections]).toEqual([0, 0]);
    await sleep(1200);
    expect(slack.connections).toBe(0);
  });
});

const OPENED: ReadonlySet<string> = new Set(['apps.connections.open']);

function clientOf({ apiUrl: slackApiUrl }: Slack, token: string): WebClient {
  return new WebClient(token, { slackApiUrl, logLevel: LogLevel.ERROR, ...webClientOptions(2000) });
}

/** Another process of the same app. */
async function anotherConnection(slack: Slack): Promise<WebSocket> {
  const client = clientOf(slack, SECRETS.appToken);
  const opened = await openConnection(client);
  const socket = new WebSocket(opened.ok ? opened.value : '');
  await once(socket, 'message');
  closers.push(async () => socket.close());
  return socket;
}
