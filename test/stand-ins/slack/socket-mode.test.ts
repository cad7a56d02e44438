import { once } from 'node:events';
import type { ModalView } from '@slack/types';
import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Json } from '../../../stand-ins/slack/blockkit/json.ts';
import type { SlackOptions } from '../../../stand-ins/slack/core.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';
import { clientOf, SECRET } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

const BOT_TOKEN = 'xoxb-token';
const APP_TOKEN = 'xapp-token';
const MODAL: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: { type: 'plain_text', text: 'Form' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Title' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

/** A connection that notes what it hears and answers as the test says. */
interface Line {
  socket: WebSocket;
  heard: Json[];
  /** Envelopes alone. */
  received: Json[];
  answer: (envelope: Json) => void;
  ack(envelope: Json, payload?: unknown): void;
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function slackInSocketMode(options: Partial<SlackOptions> = {}): Promise<Slack> {
  const secrets = { signingSecret: SECRET, botToken: BOT_TOKEN, appToken: APP_TOKEN };
  const slack = await startSlack({ ...secrets, ...options });
  closers.push(slack.close);
  return slack;
}

async function addressAt(slack: Slack, token = APP_TOKEN): Promise<string> {
  const options = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logLevel: LogLevel.ERROR };
  const { url } = await new WebClient(token, options).apps.connections.open();
  return String(url);
}

/** Connects; resolves once Slack has said its first word, or hung up. */
async function connect(slack: Slack, url?: string): Promise<Line> {
  const socket = new WebSocket(url ?? (await addressAt(slack)));
  closers.push(() => socket.terminate());
  const line: Line = {
    socket,
    heard: [],
    received: [],
    answer: (envelope) => line.ack(envelope),
    ack: ({ envelope_id }, payload) => socket.send(JSON.stringify({ envelope_id, payload })),
  };
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as Json;
    line.heard.push(message);
    if (message.envelope_id === undefined) return;
    line.received.push(message);
    line.answer(message);
  });
  await once(socket, 'message');
  return line;
}

describe('apps.connections.open', () => {
  it('should give an address that takes one connection, which is greeted', async () => {
    const slack = await slackInSocketMode();
    const url = await addressAt(slack);
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/);
    const { heard } = await connect(slack, url);
    expect(heard).toMatchObject([
      { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0GROOM' } },
    ]);
    await expect(connect(slack, url)).rejects.toThrow('408');
    await expect(connect(slack, url.replace(/ticket=[^&]+/, 'ticket=guessed'))).rejects.toThrow('408');
    expect(slack.connections).toBe(1);
  });

  it('should forget an address that nobody connects to', async () => {
    let now = 1_700_000_000_000;
    const slack = await slackInSocketMode({ now: () => now });
    const url = await addressAt(slack);
    now += 31_000;
    await expect(connect(slack, url)).rejects.toThrow('408');
  });

  it.each([
    ['a wrong token', 'xapp-wrong', {}, 'invalid_auth'],
    ['the bot token', BOT_TOKEN, {}, 'not_allowed_token_type'],
    ['a token without the scope', APP_TOKEN, { appTokenScopes: [] }, 'missing_scope'],
  ])('should refuse %s', async (_, token, options, error) => {
    const slack = await slackInSocketMode(options);
    await expect(addressAt(slack, token)).rejects.toThrow(error);
  });

  it('should be all that the app-level token can do, but say who it is', async () => {
    const slack = await slackInSocketMode();
    const client = clientOf(slack, APP_TOKEN);
    await expect(client.chat.postMessage({ channel: 'C0PLANNING', text: 'Hi' })).rejects.toThrow(
      'not_allowed_token_type',
    );
    await expect(client.auth.test()).resolves.toMatchObject({ ok: true });
  });

  it('should lead nowhere while Socket Mode is off', async () => {
    const slack = await slackInSocketMode();
    const before = await connect(slack);
    slack.switchSocketMode('off');
    const after = await connect(slack);
    await once(after.socket, 'close');
    for (const { heard } of [before, after]) {
      expect(heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
    }
    expect(slack.connections).toBe(0);
  });
});

describe('What people do, in Socket Mode', () => {
  it('should come as a command, whose acknowledgement may be a private message', async () => {
    const slack = await slackInSocketMode();
    const line = await connect(slack);
    line.answer = (envelope) => line.ack(envelope, { text: 'Done' });
    const ada = slack.as('ada');
    expect(await ada.command('/groom Add SSO')).toMatchObject({ status: 200 });
    const [command] = line.received;
    expect(command).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/groom', text: 'Add SSO', user_id: 'U0ADA', is_enterprise_install: 'false' },
    });
    expect(ada.sees().map(({ text }) => text)).toEqual(['Done']);
  });

  it('should come as a click, whose acknowledgement says nothing', async () => {
    const slack = await slackInSocketMode();
    const line = await connect(slack);
    await clientOf(slack).chat.postMessage({
      channel: 'C0PLANNING',
      text: 'Vote',
      blocks: votingBlocks(['5']),
    });
    const bo = slack.as('bo');
    line.answer = (envelope) => line.ack(envelope, {});
    expect(await bo.click(slack.lastMessage(), '5')).toMatchObject({ status: 200, body: '' });
    expect(line.received).toMatchObject([
      { type: 'interactive', accepts_response_payload: false, payload: { type: 'block_actions' } },
    ]);
    line.answer = (envelope) => line.ack(envelope, { text: 'Done' });
    expect(await bo.click(slack.lastMessage(), '5')).toMatchObject({ failure: 'dispatch_failed' });
    expect(bo.warnings()).toHaveLength(1);
  });

  it('should come as a form, whose acknowledgement may say what is wrong with it', async () => {
    const slack = await slackInSocketMode();
    const line = await connect(slack);
    const ada = slack.as('ada');
    await ada.command('/groom');
    const { trigger_id } = commandOf(line);
    await clientOf(slack).views.open({ trigger_id: String(trigger_id), view: MODAL });
    line.answer = (envelope) =>
      line.ack(envelope, { response_action: 'errors', errors: { title: 'Too short' } });
    await ada.submit({ Title: 'x' });
    expect(ada.view.errors).toEqual({ title: 'Too short' });
    line.answer = (envelope) => line.ack(envelope);
    await ada.submit({ Title: 'xyz' });
    expect(ada.views).toEqual([]);
    expect(line.received.at(-1)).toMatchObject({ type: 'interactive', accepts_response_payload: true });
  });

  it('should fail at once where nobody is connected', async () => {
    const slack = await slackInSocketMode();
    expect(await slack.as('ada').command('/groom')).toMatchObject({ status: 0, failure: 'dispatch_failed' });
  });
});

describe('An acknowledgement in Socket Mode', () => {
  const SOON = { ackTimeoutMs: 150 };

  it('should count on the connection that the envelope came through, and on no other', async () => {
    const slack = await slackInSocketMode(SOON);
    const [one, two] = [await connect(slack), await connect(slack)];
    one.answer = (envelope) => two.ack(envelope);
    expect(await slack.as('ada').command('/groom')).toMatchObject({ failure: 'operation_timeout' });
    expect([one.received.length, two.received.length]).toEqual([1, 0]);
  });

  it('should come in time', async () => {
    const slack = await slackInSocketMode(SOON);
    const line = await connect(slack);
    const ada = slack.as('ada');
    line.answer = () => {};
    expect(await ada.command('/groom one')).toMatchObject({ failure: 'operation_timeout' });
    // Late, and with it words that make no sense: nothing comes of them.
    for (const envelope of line.received) line.ack(envelope);
    line.socket.send('no JSON');
    line.socket.send('{"envelope_id":"unknown"}');
    line.answer = (envelope) => line.ack(envelope);
    expect(await ada.command('/groom two')).toMatchObject({ status: 200 });
    expect(ada.warnings()).toMatchObject([{ text: expect.stringContaining('operation_timeout') }]);
  });
});

describe('The connections of an app in Socket Mode', () => {
  it('should get each payload once, in turn', async () => {
    const slack = await slackInSocketMode();
    const lines = [await connect(slack), await connect(slack), await connect(slack)];
    const people = ['ada', 'bo', 'cy', 'dee', 'eve', 'ada'];
    await Promise.all(people.map((name, index) => slack.as(name).command(`/groom story ${index}`)));
    expect(lines.map(({ received }) => received.length)).toEqual([2, 2, 2]);
    const texts = lines.flatMap(({ received }) => received.map(({ payload }) => (payload as Json).text));
    expect(new Set(texts).size).toBe(people.length);
  });

  it('should be ten at most', async () => {
    const slack = await slackInSocketMode();
    for (let opened = 0; opened < 10; opened++) await connect(slack);
    const eleventh = await connect(slack);
    expect(eleventh.heard).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
    expect(slack.connections).toBe(10);
  });

  it('should be warned, then taken away, while what is under way may be acknowledged', async () => {
    const slack = await slackInSocketMode();
    const [one, two] = [await connect(slack), await connect(slack)];
    slack.disconnect('warning');
    await once(one.socket, 'message');
    expect(one.heard.at(-1)).toMatchObject({ type: 'disconnect', reason: 'warning' });
    expect(slack.connections).toBe(2);
    let underWay: Json | undefined;
    one.answer = (envelope) => {
      underWay = envelope;
      slack.disconnect('refresh_requested');
    };
    one.socket.on('message', (data) => {
      if (String(data).includes('refresh_requested') && underWay) one.ack(underWay);
    });
    expect(await slack.as('ada').command('/groom one')).toMatchObject({ status: 200 });
    expect(slack.connections).toBe(1);
    await slack.as('ada').command('/groom two');
    expect(two.received).toHaveLength(1);
    expect(two.heard.some(({ type }) => type === 'disconnect')).toBe(false);
  });

  it('should get an event again that was lost with one of them', async () => {
    const slack = await slackInSocketMode({ ackTimeoutMs: 150 });
    const [one, two] = [await connect(slack), await connect(slack)];
    one.answer = () => one.socket.terminate();
    expect(await slack.as('bo').openHome()).toMatchObject({ status: 200 });
    expect(one.received).toMatchObject([{ type: 'events_api', retry_attempt: 0, retry_reason: '' }]);
    expect(two.received).toMatchObject([{ type: 'events_api', retry_attempt: 1, retry_reason: 'timeout' }]);
    const [first, second] = [...one.received, ...two.received].map(({ payload }) => payload as Json);
    expect(second?.event_id).toBe(first?.event_id);
  });

  it('should not get a click again that was lost with one of them', async () => {
    const slack = await slackInSocketMode({ ackTimeoutMs: 150 });
    const [one, two] = [await connect(slack), await connect(slack)];
    one.answer = () => slack.cutConnections();
    expect(await slack.as('ada').command('/groom')).toMatchObject({ failure: 'operation_timeout' });
    expect(two.received).toEqual([]);
    expect(slack.connections).toBe(0);
  });
});

function commandOf({ received: [envelope] }: Line): Json {
  if (envelope === undefined) throw new Error('Nothing was received');
  return envelope.payload as Json;
}
