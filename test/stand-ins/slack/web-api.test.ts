import { beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { clientOf, slackWithApp } from './scripted-app.ts';

const BLOCKS = [{ type: 'section', text: { type: 'mrkdwn', text: 'Hello' } }];

const RICH_TEXT = {
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'Hello' }] }],
};

/** `count` sections of so many letters; `bytes`: their JSON, brought to that by the values of buttons. */
function blocksOf(letters: number, count: number, bytes?: number): object[] {
  const section = { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(letters) } };
  const sections = Array.from({ length: count }, () => section);
  if (bytes === undefined) return sections;
  const button = (value: string, n: number) => ({
    type: 'button',
    action_id: `b${n}`,
    text: { type: 'plain_text', text: 'x' },
    value,
  });
  const filled = (rest: number) => [
    ...sections,
    { type: 'actions', elements: [1, 2, 3, 4, 5, 6].map((n) => button('v'.repeat(2000), n)) },
    { type: 'actions', elements: [button('v'.repeat(rest), 0)] },
  ];
  return filled(1 + bytes - JSON.stringify(filled(1)).length);
}

describe('The Web API', () => {
  let slack: Slack;

  beforeEach(async () => {
    ({ slack } = await slackWithApp());
  });

  /** A call as the bare protocol has it, so that every error code is seen as sent. */
  async function call(method: string, args: Record<string, unknown>, token = 'xoxb-token'): Promise<unknown> {
    const response = await fetch(slack.apiUrl + method, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8', Authorization: `Bearer ${token}` },
      body: JSON.stringify(args),
    });
    return response.json();
  }

  it('should know whom it talks to', async () => {
    const url = `${slack.apiUrl}auth.test`;
    expect(await (await fetch(url, { method: 'POST' })).json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-other')).toEqual({ ok: false, error: 'invalid_auth' });
    expect(await call('auth.test', {})).toMatchObject({ ok: true, team_id: 'T0GROOM', user_id: 'U0GROOM' });
    slack.revokeToken();
    expect(await call('auth.test', {})).toEqual({ ok: false, error: 'token_revoked' });
  });

  it('should take the token as an argument and a form instead of JSON', async () => {
    const body = new URLSearchParams({
      token: 'xoxb-token',
      channel: 'C0PLANNING',
      blocks: JSON.stringify(BLOCKS),
    });
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body });
    expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'section' }] } });
  });

  it.each([
    ['a public channel without the app', 'C0RANDOM', 'not_in_channel'],
    ['a private channel without the app', 'C0LEADS', 'channel_not_found'],
    ['other people’s direct messages', 'D0ADABO', 'channel_not_found'],
    ['no channel at all', 'C0NOWHERE', 'channel_not_found'],
  ])('should refuse posting to %s', async (_, channel, error) => {
    expect(await call('chat.postMessage', { channel, text: 'Hi' })).toEqual({ ok: false, error });
  });

  it.each([
    ['nothing to say', { text: '' }, 'no_text'],
    ['too much to say', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['blocks that are no JSON', { blocks: '[{' }, 'invalid_blocks_format'],
    ['blocks that are none', { blocks: [{ type: 'nonsense' }] }, 'invalid_blocks'],
    ['a modal’s input', { blocks: [{ type: 'input' }] }, 'invalid_blocks'],
    ['metadata of its own form', { text: 'x', metadata: { a: 1 } }, 'invalid_metadata_format'],
  ])('should refuse a message with %s', async (_, content, error) => {
    const answer = await call('chat.postMessage', { channel: 'C0PLANNING', ...content });
    expect(answer).toMatchObject({ ok: false, error });
    expect(slack.messages()).toEqual([]);
  });

  it('should say what is wrong with the blocks', async () => {
    const text = { type: 'plain_text', text: 'x'.repeat(151) };
    const blocks = [{ type: 'header', text }];
    expect(await call('chat.postMessage', { channel: 'C0PLANNING', blocks })).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: {
        messages: [
          '[ERROR] must have at most 150 characters, but has 151 [json-pointer:/blocks/0/text/text]',
        ],
      },
    });
  });

  it('should open a direct message for a user’s id', async () => {
    expect(await call('chat.postMessage', { channel: 'U0BO', text: 'Psst' })).toMatchObject({
      ok: true,
      channel: 'D0BO',
    });
    expect(slack.messages('D0BO').map((message) => message.text)).toEqual(['Psst']);
  });

  it('should update the app’s own message in place', async () => {
    const client = clientOf(slack);
    const { ts } = await client.chat.postMessage({ channel: 'C0PLANNING', text: 'One', blocks: BLOCKS });
    const first = slack.lastMessage();
    await client.chat.update({ channel: 'C0PLANNING', ts: String(ts), text: 'Two', blocks: [] });
    expect(slack.messages()).toHaveLength(1);
    expect(slack.current(first)).toMatchObject({ ts, text: 'Two', blocks: [] });
    expect(first).toMatchObject({ text: 'One', blocks: [{ block_id: 'block-0' }] });
    expect(slack.sentToChannel().map((sent) => [sent.by, sent.text])).toEqual([
      ['chat.postMessage', 'One'],
      ['chat.update', 'Two'],
    ]);
  });

  it.each([
    ['4,000 bytes of text', { text: 'é'.repeat(2000), blocks: BLOCKS }, undefined],
    ['more', { text: `${'é'.repeat(2000)}x`, blocks: BLOCKS }, 'msg_too_long'],
    ['10,000 bytes of text in blocks', { blocks: blocksOf(2000, 5) }, undefined],
    ['more in blocks', { blocks: blocksOf(2001, 5) }, 'msg_blocks_too_long'],
    ['13,200 bytes of JSON', { blocks: blocksOf(1, 1, 13_200) }, undefined],
    ['more JSON', { blocks: blocksOf(1, 1, 13_201) }, 'msg_blocks_too_long'],
  ])('should update a message with up to what Slack takes: %s', async (_, content, error) => {
    await call('chat.postMessage', { channel: 'C0PLANNING', text: 'One', blocks: BLOCKS });
    const message = slack.lastMessage();
    const answer = await call('chat.update', { channel: 'C0PLANNING', ts: message.ts, ...content });
    expect(answer).toMatchObject(error === undefined ? { ok: true } : { ok: false, error });
    if (error !== undefined) expect(slack.current(message)).toEqual(message);
  });

  it.each([
    ['chat.postMessage', {}],
    ['chat.postEphemeral', { user: 'U0ADA' }],
  ])('should refuse blocks that are too long all together: %s', async (method, more) => {
    const say = (blocks: object[]) => call(method, { channel: 'C0PLANNING', text: 'x', blocks, ...more });
    expect(await say(blocksOf(2000, 5))).toMatchObject({ ok: true });
    expect(await say(blocksOf(2001, 5))).toEqual({ ok: false, error: 'msg_blocks_too_long' });
    expect(await say(blocksOf(1, 1, 13_201))).toEqual({ ok: false, error: 'msg_blocks_too_long' });
  });

  it.each([
    ['by one without', BLOCKS, 'block_mismatch'],
    ['by nothing', [], 'block_mismatch'],
    ['by rich text', [...BLOCKS, RICH_TEXT], undefined],
    ['by new words alone', undefined, undefined],
  ])('should replace a message that has rich text only with another one: %s', async (_, blocks, error) => {
    await call('chat.postMessage', { channel: 'C0PLANNING', text: 'One', blocks: [RICH_TEXT] });
    const { ts } = slack.lastMessage();
    const answer = await call('chat.update', { channel: 'C0PLANNING', ts, text: 'Two', blocks });
    expect(answer).toMatchObject(error === undefined ? { ok: true } : { ok: false, error });
  });

  it('should note whether links may unfurl', async () => {
    const post = (more: object) => call('chat.postMessage', { channel: 'C0PLANNING', text: 'x', ...more });
    await post({});
    await post({ unfurl_links: false, unfurl_media: 'true' });
    expect(slack.sent.map(({ unfurlLinks, unfurlMedia }) => [unfurlLinks, unfurlMedia])).toEqual([
      [undefined, undefined],
      [false, true],
    ]);
  });

  it('should refuse what the app may not change', async () => {
    const theirs = slack.as('ada').talk('Mine');
    const update = (ts: string) => call('chat.update', { channel: 'C0PLANNING', ts, text: 'x' });
    expect(await update(theirs.ts)).toEqual({ ok: false, error: 'cant_update_message' });
    expect(await update('1.000000')).toEqual({ ok: false, error: 'message_not_found' });
    const removal = { channel: 'C0PLANNING', ts: theirs.ts };
    expect(await call('chat.delete', removal)).toEqual({ ok: false, error: 'cant_delete_message' });
  });

  it('should refuse changes once the app is out, or the channel archived', async () => {
    await call('chat.postMessage', { channel: 'C0PLANNING', text: 'Hi' });
    const { ts } = slack.lastMessage();
    const update = () => call('chat.update', { channel: 'C0PLANNING', ts, text: 'x' });
    slack.kick('#planning');
    expect(await update()).toEqual({ ok: false, error: 'not_in_channel' });
    slack.invite('#planning');
    slack.archive('#planning');
    expect(await update()).toEqual({ ok: false, error: 'is_inactive' });
    const post = { channel: 'C0PLANNING', text: 'x' };
    expect(await call('chat.postMessage', post)).toEqual({ ok: false, error: 'is_archived' });
  });

  it('should delete, and link to what is there', async () => {
    await call('chat.postMessage', { channel: 'C0PLANNING', text: 'Hi' });
    const { ts } = slack.lastMessage();
    const link = () => call('chat.getPermalink', { channel: 'C0PLANNING', message_ts: ts });
    const permalink = `https://acme.slack.com/archives/C0PLANNING/p${ts.replace('.', '')}`;
    expect(await link()).toMatchObject({ ok: true, permalink });
    expect(await call('chat.delete', { channel: 'C0PLANNING', ts })).toMatchObject({ ok: true });
    expect(await link()).toEqual({ ok: false, error: 'message_not_found' });
  });

  it('should show an ephemeral message to one member, in the windows that are open', async () => {
    const [ada, bo] = [slack.as('ada'), slack.as('bo')];
    const say = (user: string) =>
      call('chat.postEphemeral', { channel: 'C0PLANNING', user, text: 'For you' });
    expect(await say(ada.id)).toMatchObject({ ok: true });
    expect(ada.sees().map((message) => message.text)).toEqual(['For you']);
    expect(bo.sees()).toEqual([]);
    ada.reload();
    expect(ada.sees()).toEqual([]);
    expect(slack.ephemeralsOf('ada')).toHaveLength(1);
    expect(await say('U0STRANGER')).toEqual({ ok: false, error: 'user_not_in_channel' });
  });

  it.each([
    ['a public channel without the app', 'C0RANDOM', 'not_in_channel'],
    ['a private channel without the app', 'C0LEADS', 'channel_not_found'],
    ['no channel at all', 'C0NOWHERE', 'channel_not_found'],
  ])('should refuse an ephemeral message in %s', async (_, channel, error) => {
    const whisper = { channel, user: 'U0ADA', text: 'Psst' };
    expect(await call('chat.postEphemeral', whisper)).toEqual({ ok: false, error });
    expect(slack.ephemeralsOf('ada')).toEqual([]);
  });

  it('should refuse what it does not know', async () => {
    expect(await call('chat.shout', {})).toEqual({ ok: false, error: 'unknown_method' });
    expect(await call('chat.update', { text: 'x' })).toMatchObject({ error: 'invalid_arguments' });
  });
});
