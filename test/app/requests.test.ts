import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, openRoom, type Room } from './room.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

let w: TestWorkspace;
let room: Room;
beforeAll(async () => {
  w = await startWorkspace({ groom: { env: { LOG_LEVEL: 'info' } } });
  room = openRoom(w);
  await room.groom('Add SSO login');
  await room.vote({ bo: '5' });
});
afterAll(() => w.close());

const seconds = () => Math.floor(Date.now() / 1000);
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const interaction = (payload: unknown) => form({ payload: JSON.stringify(payload) });

/** Delivers a request and expects it to have no effect: nothing shown, no call to Slack. */
async function withoutEffect(body: string, headers: Record<string, string>) {
  const before = await room.shows();
  const [sent, calls] = [w.slack.sent.length, callsToSlack()];
  const delivery = await w.slack.deliver({ body, headers });
  await w.groom.settled();
  expect(await room.shows()).toBe(before);
  expect(w.slack.sent).toHaveLength(sent);
  expect(callsToSlack()).toBe(calls);
  return delivery;
}

const callsToSlack = () => w.slack.traffic.filter(({ direction }) => direction === 'to Slack').length;

const click = (): string => interaction(room.ada.payloadOfClick(room.message(), 'Reveal'));
const command = (): string =>
  form({
    command: '/groom',
    text: 'Forged',
    team_id: 'T0GROOM',
    channel_id: room.channelId,
    user_id: 'U0ADA',
  });

describe('A request that Slack did not sign', () => {
  const forgeries: [what: string, forge: (body: string) => Record<string, string>][] = [
    ['without headers', () => ({ 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['without a signature', (body) => without(w.slack.sign(body), 'X-Slack-Signature')],
    ['without a timestamp', (body) => without(w.slack.sign(body), 'X-Slack-Request-Timestamp')],
    ['with another body’s signature', (body) => w.slack.sign(`${body}&x=1`)],
    ['with an empty signature', (body) => ({ ...w.slack.sign(body), 'X-Slack-Signature': 'v0=' })],
    ['with another version’s signature', (body) => changed(w.slack.sign(body), 'v0=', 'v1=')],
    ['signed six minutes ago', (body) => w.slack.sign(body, seconds() - 360)],
    ['signed for six minutes from now', (body) => w.slack.sign(body, seconds() + 360)],
    [
      'with a timestamp that is none',
      (body) => ({ ...w.slack.sign(body), 'X-Slack-Request-Timestamp': '1e9' }),
    ],
    [
      'with a fresh timestamp and an old signature',
      (body) => ({ ...w.slack.sign(body, seconds() - 360), 'X-Slack-Request-Timestamp': String(seconds()) }),
    ],
  ];

  it.for(forgeries)('should get 401 and have no effect: %s', async ([, forge]) => {
    for (const body of [click(), command()]) {
      expect((await withoutEffect(body, forge(body))).status).toBe(401);
    }
  });

  it('should get 401 however malformed it is', async () => {
    for (const body of ['', '{', 'payload=%', 'payload=%7B', '\0', 'x'.repeat(100_000)]) {
      for (const type of [
        'application/json',
        'application/x-www-form-urlencoded; charset=utf-8',
        'text/plain',
        '',
      ]) {
        expect((await withoutEffect(body, { 'Content-Type': type })).status).toBe(401);
      }
    }
  });

  it('should get 401 for an ssl_check, too', async () => {
    const body = form({ ssl_check: '1', token: 'x' });
    expect((await withoutEffect(body, { 'Content-Type': 'application/x-www-form-urlencoded' })).status).toBe(
      401,
    );
  });

  it('should be taken at four minutes’ distance either way', async () => {
    for (const distance of [-240, 240]) {
      const body = form({ ssl_check: '1' });
      expect((await withoutEffect(body, w.slack.sign(body, seconds() + distance))).status).toBe(200);
    }
  });
});

describe('A signed request', () => {
  it.for([
    ['JSON that breaks off', '{"type":', 'application/json'],
    ['JSON that is no object', '[1]', 'application/json'],
    ['null', 'null', 'application/json'],
    ['a payload that breaks off', 'payload=%7B%22type', 'application/x-www-form-urlencoded'],
    ['a payload that is no object', 'payload=1', 'application/x-www-form-urlencoded'],
    ['a form of nothing known', 'a=b', 'application/x-www-form-urlencoded'],
    ['nothing', '', 'application/x-www-form-urlencoded'],
    ['bytes', '\u0000\ufffd', 'application/octet-stream'],
  ])('should get 400 if it cannot be parsed: %s', async ([, body = '', type = '']) => {
    const headers = { ...w.slack.sign(body), 'Content-Type': type };
    expect((await withoutEffect(body, headers)).status).toBe(400);
  });

  const user = { id: 'U0ADA', team_id: 'T0GROOM' };
  const team = { id: 'T0GROOM' };
  const unknown: [what: string, body: () => string][] = [
    [
      'another command',
      () => form({ command: '/other', text: 'x', user_id: 'U0ADA', channel_id: room.channelId }),
    ],
    ['a command from nowhere', () => form({ command: '/groom', text: 'x' })],
    ['a shortcut', () => interaction({ type: 'shortcut', callback_id: 'x', user, team })],
    ['a type that is new', () => interaction({ type: 'block_dreams', user, team })],
    ['no type', () => interaction({})],
    ['a type that is no text', () => interaction({ type: { toString: 1 }, user, team })],
    ['a click without an action', () => interaction({ type: 'block_actions', user, team, actions: [] })],
    ['a click on nothing known', () => actions({ type: 'button', action_id: 'other', value: 'x' })],
    ['a click on a card of no message', () => actions({ type: 'button', action_id: 'card_4', value: 'x' })],
    ['a click with an odd value', () => actions({ type: 'button', action_id: 'reveal', value: { a: 1 } })],
    [
      'a click by nobody',
      () => interaction({ type: 'block_actions', actions: [{ type: 'button', action_id: 'reveal' }] }),
    ],
    [
      'a click in a channel that is null',
      () => interaction({ ...bare('reveal'), channel: null, container: null }),
    ],
    [
      'a menu’s item that is new',
      () =>
        actions({
          type: 'overflow',
          action_id: 'menu',
          selected_option: { value: `${room.sessionId()}.1.1.fly` },
        }),
    ],
    [
      'a submitted view that is unknown',
      () =>
        interaction({
          type: 'view_submission',
          user,
          team,
          view: { callback_id: 'other', state: { values: {} } },
        }),
    ],
    [
      'a submitted view without state',
      () => interaction({ type: 'view_submission', user, team, view: { callback_id: 'new_session' } }),
    ],
    [
      'a submitted view with odd metadata',
      () =>
        interaction({
          type: 'view_submission',
          user,
          team,
          view: { callback_id: 'manage', private_metadata: '{"sessionId":1}', state: null, blocks: [] },
        }),
    ],
    [
      'a click in a view that is gone',
      () =>
        interaction({
          type: 'block_actions',
          user,
          team,
          view: { id: 'V1', callback_id: 'other' },
          container: { type: 'view' },
          actions: [{ type: 'button', action_id: 'remove', value: 'U0BO' }],
        }),
    ],
    [
      'a closed view',
      () => interaction({ type: 'view_closed', user, team, view: { id: 'V1', callback_id: 'other' } }),
    ],
    [
      'a view closed that is ours',
      () =>
        interaction({
          type: 'view_closed',
          user,
          team,
          view: { id: 'V1', callback_id: 'manage', private_metadata: metadata() },
        }),
    ],
    [
      'settings with odd metadata',
      () =>
        interaction({ type: 'view_submission', user, team, view: view('settings', { channelId: '../C1' }) }),
    ],
    [
      'a reason with odd metadata',
      () => interaction({ type: 'view_submission', user, team, view: view('why', { sessionId: 'x' }) }),
    ],
    [
      'a reminder of no session',
      () =>
        interaction({
          type: 'block_actions',
          user,
          team,
          view: view('manage', { sessionId: 'x', teamId: 'T0GROOM', channelId: room.channelId }),
          container: { type: 'view' },
          actions: [{ type: 'button', action_id: 'nudge', value: 'x' }],
        }),
    ],
    ['a reason for no vote', () => actions({ type: 'button', action_id: 'add_why', value: 'x' })],
    [
      'another shortcut of a message',
      () =>
        interaction({
          type: 'message_action',
          callback_id: 'other',
          user,
          team,
          message: { ts: '1.1', text: 'x' },
          channel: { id: room.channelId },
        }),
    ],
    [
      'a shortcut of a message that is none',
      () =>
        interaction({
          type: 'message_action',
          callback_id: 'estimate_this',
          user,
          team,
          message: 7,
          channel: { id: room.channelId },
        }),
    ],
    [
      'an event about the messages tab',
      () => event({ type: 'app_home_opened', user: 'U0ADA', tab: 'messages' }),
    ],
    ['Home opened by nobody', () => event({ type: 'app_home_opened', tab: 'home' })],
    ['Home opened in a workspace that is none', () => event({ ...home }, '__proto__')],
    ['a prototype', () => '{"__proto__":{"type":"block_actions"},"type":"constructor"}'],
    ['an event', () => JSON.stringify({ type: 'event_callback', event: { type: 'message', text: 'hi' } })],
    ['an ssl_check', () => form({ ssl_check: '1', token: 'x' })],
  ];
  const home = { type: 'app_home_opened', user: 'U0ADA', tab: 'home' };
  const event = (event: object, team_id = 'T0GROOM') =>
    JSON.stringify({ type: 'event_callback', team_id, event });
  const view = (callback_id: string, context: object) => ({
    id: 'V1',
    callback_id,
    private_metadata: JSON.stringify(context),
    state: { values: {} },
    blocks: [],
  });
  const bare = (action_id: string) => ({
    type: 'block_actions',
    user,
    team,
    actions: [{ type: 'button', action_id }],
  });
  const actions = (action: object) =>
    interaction({ type: 'block_actions', user, team, channel: { id: room.channelId }, actions: [action] });
  const metadata = () =>
    JSON.stringify({ sessionId: room.sessionId(), teamId: 'T0GROOM', channelId: room.channelId, page: 0 });

  it.for(unknown)('should be acknowledged and logged, without effect: %s', async ([, body]) => {
    const lines = w.log.length;
    const text = body();
    const json = text.startsWith('{') ? { 'Content-Type': 'application/json' } : {};
    const delivery = await withoutEffect(text, { ...w.slack.sign(text), ...json });
    expect(delivery.status).toBe(200);
    expect(delivery.body).toBe('');
    expect(w.log.slice(lines).join('\n')).toContain('"message"');
    expect(w.log.slice(lines).join('\n')).not.toMatch(/"stack"|at .*\.js:\d+/);
  });

  it('should be acknowledged if it saves nothing', async () => {
    const view = { id: 'V1', callback_id: 'manage', private_metadata: metadata() };
    const text = interaction({ type: 'view_submission', user, team, view });
    expect((await withoutEffect(text, w.slack.sign(text))).status).toBe(200);
  });

  it('should be understood without a team, as for an app installed org-wide', async () => {
    const own = openRoom(w);
    await own.groom('Add SSO login');
    const payload = { ...own.bo.payloadOfClick(own.message(), '5'), team: null, is_enterprise_install: true };
    accepted(await w.slack.deliverPayload({ ...payload, enterprise: { id: 'E0ACME', name: 'Acme' } }));
    expect(await own.shows()).toContain('1 voted · ✓ <@U0BO>');
  });

  it('should get its challenge back', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc123', token: 'x' });
    const headers = { ...w.slack.sign(body), 'Content-Type': 'application/json' };
    const delivery = await withoutEffect(body, headers);
    expect(delivery.status).toBe(200);
    expect(delivery.body).toContain('abc123');
  });
});

describe('A genuine request', () => {
  it.for([
    ['in base64, as an HTTP API has forms', 'application/x-www-form-urlencoded'],
    ['in base64, with a charset', 'application/x-www-form-urlencoded; charset=utf-8'],
    ['plain', 'text/plain; charset=utf-8'],
  ])('should be understood %s', async ([, type = '']) => {
    const own = openRoom(w);
    const title = 'Café ☕ שלום 🚀';
    const body = form({
      command: '/groom',
      text: title,
      team_id: 'T0GROOM',
      channel_id: own.channelId,
      user_id: 'U0ADA',
      user_name: 'ada',
    });
    accepted(await w.slack.deliver({ body, headers: { ...w.slack.sign(body), 'Content-Type': type } }));
    expect(await own.shows()).toMatch(new RegExp(`^${title}\n`));
    const tap = interaction(own.bo.payloadOfClick(own.message(), '5'));
    accepted(await w.slack.deliver({ body: tap, headers: { ...w.slack.sign(tap), 'Content-Type': type } }));
    expect(await own.shows()).toContain('1 voted · ✓ <@U0BO>');
    // The title runs from right to left in part, and stands isolated in the sentence.
    expect(await own.lastTold(own.bo)).toContain(`You voted *5* on \u2068${title}\u2069`);
  });
});

function without(headers: Record<string, string>, name: string): Record<string, string> {
  const { [name]: _, ...rest } = headers;
  return rest;
}

function changed(headers: Record<string, string>, from: string, to: string): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace(from, to)]));
}
