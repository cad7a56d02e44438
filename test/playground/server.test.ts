import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Snapshot } from '../../playground/protocol.ts';
import { type PlaygroundServer, startPlaygroundServer } from '../../playground/server/start.ts';
import type { Traffic } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { clientOf, type ScriptedApp, slackWithApp } from '../stand-ins/slack/scripted-app.ts';

const ADA = { memberId: 'U0ADA', windowId: 'w1' };
const text = (value: string) => ({ type: 'plain_text' as const, text: value });
const BUTTONS = [
  {
    type: 'actions' as const,
    block_id: 'cards',
    elements: [{ type: 'button' as const, action_id: 'card:5', text: text('5'), value: '5' }],
  },
];
const FORM = {
  type: 'modal' as const,
  title: text('New'),
  submit: text('Go'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'title',
      label: text('Title'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
};

describe('The playground’s server', () => {
  let slack: Slack;
  let app: ScriptedApp;
  let server: PlaygroundServer;
  let webRoot: string;

  beforeEach(async () => {
    ({ slack, app } = await slackWithApp());
    webRoot = await mkdtemp(join(tmpdir(), 'page-'));
    await writeFile(join(webRoot, 'index.html'), '<h1>Playground</h1>');
    server = await startPlaygroundServer({ slack, port: 43_100, webRoot });
  });

  afterEach(async () => {
    await server.close();
    await rm(webRoot, { recursive: true });
  });

  async function post(what: string, body: object, headers = {}): Promise<Answer> {
    const response = await fetch(`${server.url}playground/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return answer as Answer;
  }

  /** The latest events of a window's stream, which stays open until the server closes. */
  async function watch(member: string, window: string) {
    const seen: { snapshot?: Snapshot; snapshots: number; traffic: Traffic[] } = {
      snapshots: 0,
      traffic: [],
    };
    const response = await fetch(`${server.url}playground/events?member=${member}&window=${window}`);
    void (async () => {
      let buffered = '';
      for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        const events = (buffered + chunk).split('\n\n');
        buffered = events.pop() ?? '';
        for (const event of events) {
          const [, type, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
          if (type === 'traffic') seen.traffic.push(...JSON.parse(data ?? ''));
          if (type === 'snapshot')
            Object.assign(seen, { snapshot: JSON.parse(data ?? ''), snapshots: seen.snapshots + 1 });
        }
      }
    })().catch(() => undefined);
    await slack.until(() => seen.snapshot);
    return seen;
  }

  it('should show a window what its member sees, and nothing else', async () => {
    const eve = await watch('U0EVE', 'w2');
    expect(eve.snapshot).toMatchObject({
      team: { name: 'Acme' },
      app: { name: 'Groom', botUserId: 'U0GROOM' },
      me: { name: 'eve' },
      messages: [],
      views: [],
      warnings: [],
    });
    expect(eve.snapshot?.channels.map(({ name }) => name)).toEqual(['planning', 'random', 'Groom']);
    slack.as('ada', '#leads').talk('Confidential');
    slack.as('ada').talk('Hello');
    await slack.until(() => eve.snapshot?.messages.length === 1);
    expect(eve.snapshot?.messages[0]?.text).toBe('Hello');
  });

  it('should pass commands on, and show private answers in that member’s windows', async () => {
    const [ada, bo] = [await watch('U0ADA', 'w1'), await watch('U0BO', 'w2')];
    app.answer = () => ({ body: 'Only for you' });
    const command = { ...ADA, channelId: 'C0PLANNING', text: '/groom Add SSO' };
    expect(await post('command', command)).toEqual({ ok: true });
    await slack.until(() => ada.snapshot?.messages.length === 1);
    expect(ada.snapshot?.messages[0]).toMatchObject({ text: 'Only for you', ephemeral: true });
    expect(bo.snapshot?.messages).toEqual([]);
    expect(bo.traffic.map(({ direction, name }) => [direction, name])).toEqual([['to app', '/groom']]);
  });

  it('should make one snapshot of changes that come together', async () => {
    const ada = await watch('U0ADA', 'w1');
    for (let count = 1; count <= 20; count += 1) slack.as('bo').talk(`${count}`);
    await slack.until(() => ada.snapshot?.messages.length === 20);
    expect(ada.snapshots).toBe(2);
  });

  it('should pass clicks on', async () => {
    await clientOf(slack).chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: BUTTONS });
    const container = { channelId: 'C0PLANNING', messageTs: slack.lastMessage().ts };
    const click = { ...ADA, container, blockId: 'cards', actionId: 'card:5' };
    expect(await post('action', click)).toEqual({ ok: true });
    expect(app.last().payload.actions).toMatchObject([{ value: '5' }]);
    expect(await post('action', { ...click, actionId: 'card:8' })).toMatchObject({ ok: false });
  });

  it('should open, complain about, submit and close modals', async () => {
    const ada = await watch('U0ADA', 'w1');
    const open = async () => {
      await post('command', { ...ADA, channelId: 'C0PLANNING', text: '/groom' });
      const trigger_id = String(app.last().form.trigger_id);
      const { view } = await clientOf(slack).views.open({ trigger_id, view: FORM });
      await slack.until(() => ada.snapshot?.views[0]?.id === view?.id);
      return { ...ADA, viewId: String(view?.id) };
    };
    const first = await open();
    await post('submit', first);
    await slack.until(() => ada.snapshot?.views[0]?.errors?.title);
    const values = {
      title: { text: { type: 'plain_text_input', value: 'SSO' } },
      gone: { text: { type: 'plain_text_input', value: 'of an earlier view' } },
    };
    expect(await post('submit', { ...first, values })).toEqual({ ok: true });
    expect(app.last().payload).toMatchObject({
      type: 'view_submission',
      view: { state: { values: { title: { text: { value: 'SSO' } } } } },
    });
    await slack.until(() => ada.snapshot?.views.length === 0);
    expect(await post('close', await open())).toEqual({ ok: true });
    await slack.until(() => ada.snapshot?.views.length === 0);
    expect(await post('close', first)).toEqual({ ok: false, error: 'This dialog is not open any more.' });
  });

  it('should show the Home tab, tell that it was opened, and pass its clicks on', async () => {
    const ada = await watch('U0ADA', 'w1');
    expect(ada.snapshot?.home).toEqual({ channelId: 'D0ADA' });
    expect(await post('home', { memberId: 'U0ADA', tab: 'home' })).toEqual({ ok: true });
    expect(app.last().payload.event).toMatchObject({ type: 'app_home_opened', user: 'U0ADA' });
    await clientOf(slack).views.publish({ user_id: 'U0ADA', view: { type: 'home', blocks: BUTTONS } });
    await slack.until(() => ada.snapshot?.home?.published);
    const viewId = String(ada.snapshot?.home?.published?.id);
    const click = { ...ADA, container: { viewId }, blockId: 'cards', actionId: 'card:5' };
    expect(await post('action', click)).toEqual({ ok: true });
    expect(app.last().payload).toMatchObject({ view: { type: 'home' }, actions: [{ value: '5' }] });
    expect(await post('action', { ...click, memberId: 'U0BO' })).toMatchObject({ ok: false });
    expect(await post('home', { memberId: 'U0ADA', tab: 'about' })).toMatchObject({ ok: false });
  });

  it('should offer shortcuts and pass them on', async () => {
    const ada = await watch('U0ADA', 'w1');
    expect(ada.snapshot?.app.shortcuts).toEqual([{ callbackId: 'estimate_this', name: 'Estimate this' }]);
    const { ts: messageTs } = slack.as('bo').talk('Add SSO');
    const at = { ...ADA, channelId: 'C0PLANNING', messageTs };
    expect(await post('shortcut', { ...at, callbackId: 'estimate_this' })).toEqual({ ok: true });
    expect(app.last().payload).toMatchObject({ type: 'message_action', message: { text: 'Add SSO' } });
    expect(await post('shortcut', { ...at, callbackId: 'explode' })).toMatchObject({ ok: false });
  });

  it('should hand out files, to be saved', async () => {
    slack.grant('files:write');
    const file = { channel_id: 'C0PLANNING', filename: 'Größe.csv', content: 'a,b' };
    await clientOf(slack).filesUploadV2(file);
    const [shared] = slack.files();
    const response = await fetch(`${server.url}playground/files/${shared?.id}`);
    expect(await response.text()).toBe('a,b');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Größe.csv')}`,
    );
    expect((await fetch(`${server.url}playground/files/F1`)).status).toBe(404);
  });

  it('should let people choose their language', async () => {
    expect(await post('locale', { memberId: 'U0ADA', locale: 'de-DE' })).toEqual({ ok: true });
    slack.grant('users:read');
    const { user } = await clientOf(slack).users.info({ user: 'U0ADA', include_locale: true });
    expect(user?.locale).toBe('de-DE');
  });

  it('should invite and kick the app', async () => {
    const say = (message: string) =>
      post('message', { memberId: 'U0ADA', channelId: 'C0RANDOM', text: message });
    expect(await say('/invite @Groom')).toEqual({ ok: true });
    await clientOf(slack).chat.postMessage({ channel: 'C0RANDOM', text: 'Here I am' });
    expect(await say('/kick @groom')).toEqual({ ok: true });
    await expect(clientOf(slack).chat.postMessage({ channel: 'C0RANDOM', text: 'x' })).rejects.toThrow(
      'not_in_channel',
    );
    expect(await say('/kick @groom')).toEqual({ ok: false, error: 'Groom is not in this channel.' });
    await say('Bye');
    expect(slack.messages('#random').map((message) => message.text)).toEqual([
      'added Groom to this channel.',
      'Here I am',
      'removed Groom from this channel.',
      'Bye',
    ]);
  });

  it('should serve the page, and nothing beside it', async () => {
    expect(await (await fetch(server.url)).text()).toBe('<h1>Playground</h1>');
    expect((await fetch(`${server.url}..%2f..%2fetc%2fpasswd`)).status).toBe(404);
    expect((await fetch(`${server.url}nothing.js`)).status).toBe(404);
  });

  it('should refuse other hosts, other sites’ pages, and forms', async () => {
    const message = { memberId: 'U0ADA', channelId: 'C0PLANNING', text: 'Hi' };
    expect(await statusFor({ Host: 'evil.example' })).toBe(403);
    expect(await statusFor({ Host: `localhost:${server.port}` })).toBe(200);
    expect(await statusFor({ Origin: 'https://evil.example' })).toBe(403);
    const form = await post('message', message, { 'Content-Type': 'text/plain' });
    expect(form).toEqual({ ok: false, error: 'JSON, please' });
    expect(slack.messages()).toEqual([]);
  });

  it('should take the next free port', async () => {
    const other = await startPlaygroundServer({ slack, port: server.port, webRoot });
    expect(other.port).toBeGreaterThan(server.port);
    await other.close();
  });

  /** `fetch` does not let one choose the Host header. */
  function statusFor(headers: Record<string, string>): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(server.url, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      request.once('error', reject).end();
    });
  }
});
