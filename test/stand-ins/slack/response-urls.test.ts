import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../../stand-ins/slack/messages.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { respond, type ScriptedApp, slackWithApp } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

describe('An answer through a response_url', () => {
  let slack: Slack;
  let app: ScriptedApp;
  let client: WebClient;
  let message: StoredMessage;

  beforeEach(async () => {
    ({ slack, app, client } = await slackWithApp());
    await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: votingBlocks(['3', '5']) });
    message = slack.lastMessage();
  });

  it('should whisper with replace_original: false', async () => {
    const bo = slack.as('bo');
    await bo.click(message, '5');
    const whisper = { response_type: 'ephemeral', replace_original: false, text: 'You voted 5' };
    expect(await respond(app.last().payload.response_url, whisper)).toEqual({ status: 200, text: 'ok' });
    expect(bo.sees().map((seen) => seen.text)).toEqual(['You voted 5']);
    expect(slack.current(message)).toEqual(message);
  });

  it('should replace the public message without it', async () => {
    await slack.as('bo').click(message, '5');
    await respond(app.last().payload.response_url, { response_type: 'ephemeral', text: 'You voted 5' });
    expect(slack.current(message).text).toBe('You voted 5');
    expect(slack.current(message).blocks).toBeUndefined();
    expect(slack.ephemeralsOf('bo')).toEqual([]);
  });

  it('should replace or delete an ephemeral message', async () => {
    const bo = slack.as('bo');
    const whisper = { channel: 'C0PLANNING', user: bo.id, text: 'Sure?', blocks: votingBlocks(['Yes']) };
    await client.chat.postEphemeral(whisper);
    const [question] = bo.sees();
    if (question === undefined) throw new Error('Bo sees nothing');
    await bo.click(question, 'Yes');
    expect(app.last().payload).toMatchObject({
      container: { type: 'message', message_ts: question.ts, channel_id: 'C0PLANNING', is_ephemeral: true },
      channel: { id: 'C0PLANNING' },
      actions: [{ action_id: 'card:Yes' }],
    });
    expect(app.last().payload).not.toHaveProperty('message');
    const title = { type: 'plain_text' as const, text: 'Why' };
    const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
    await client.views.open({ trigger_id: String(app.last().payload.trigger_id), view });
    expect(bo.view.view.title.text).toBe('Why');
    await respond(app.last().payload.response_url, { text: 'Done' });
    expect(bo.sees().map((seen) => seen.text)).toEqual(['Done']);
    await respond(app.last().payload.response_url, { delete_original: true });
    expect(bo.sees()).toEqual([]);
  });

  it('should work five times and for thirty minutes', async () => {
    let now = 1_700_000_000_000;
    const other = await slackWithApp({ now: () => now });
    const ada = other.slack.as('ada', '#random');
    await ada.command('/groom');
    const url = other.app.last().form.response_url;
    const answers = [];
    for (let use = 1; use <= 6; use += 1) answers.push(await respond(url, { text: `${use}` }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404]);
    expect(answers.at(-1)?.text).toBe('used_url');
    expect(ada.sees()).toHaveLength(5);

    await ada.command('/groom');
    now += 30 * 60_000 + 1;
    const late = await respond(other.app.last().form.response_url, { text: 'late' });
    expect(late).toEqual({ status: 404, text: 'expired_url' });
  });

  it('should make a message that chat.update cannot touch', async () => {
    await slack.as('ada').command('/groom');
    await respond(app.last().form.response_url, { response_type: 'in_channel', text: 'Hi' });
    const { ts } = slack.lastMessage();
    const update = client.chat.update({ channel: 'C0PLANNING', ts, text: 'x' });
    await expect(update).rejects.toThrow('cant_update_message');
  });

  it('should be taken however long its blocks are, and note whether links may unfurl', async () => {
    await slack.as('ada').command('/groom');
    const section = { type: 'section', text: { type: 'plain_text', text: 'x'.repeat(3000) } };
    const answer = { text: 'x', blocks: [section, section, section, section, section], unfurl_links: false };
    expect(await respond(app.last().form.response_url, answer)).toMatchObject({ status: 200 });
    expect(slack.sent.at(-1)).toMatchObject({ by: 'response_url', unfurlLinks: false });
  });

  it('should refuse nonsense', async () => {
    await slack.as('ada').command('/groom');
    const url = app.last().form.response_url;
    expect(await respond(url, {})).toEqual({ status: 400, text: 'no_text' });
    expect(await respond(url, 'nonsense')).toEqual({ status: 400, text: 'invalid_payload' });
    expect(await respond(`${url}0`, { text: 'x' })).toEqual({ status: 404, text: 'no_service' });
  });
});

describe.each([
  ['a direct message', 'D0ADABO', 'directmessage', 'channel_not_found'],
  ['a private channel', 'C0LEADS', 'privategroup', 'channel_not_found'],
  ['a public channel', 'C0RANDOM', 'random', 'not_in_channel'],
])('In %s without the app, a command’s answer', (_, channel, name, error) => {
  const answer = { response_type: 'in_channel', text: 'Vote', blocks: votingBlocks(['3', '5']) };

  async function answered(now = () => Date.now()) {
    const setting = await slackWithApp({ now });
    await setting.slack.as('ada', channel).command('/groom Add SSO');
    await respond(setting.app.last().form.response_url, answer);
    return { ...setting, bo: setting.slack.as('bo', channel), message: setting.slack.lastMessage(channel) };
  }

  it('should be out of reach for chat.update, even once the app is invited', async () => {
    const { slack, client, message } = await answered();
    const update = () => client.chat.update({ channel, ts: message.ts, text: 'x' });
    await expect(update()).rejects.toThrow(error);
    slack.invite(channel);
    await expect(update()).rejects.toThrow('cant_update_message');
    expect(slack.current(message)).toEqual(message);
  });

  it('should tell a click’s place, and be replaced through the click, five times at most', async () => {
    const { slack, app, bo, message } = await answered();
    await bo.click(message, '5');
    const { payload } = app.last();
    expect(payload).toMatchObject({
      container: { type: 'message', message_ts: message.ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name },
      message: { ts: message.ts, text: 'Vote', bot_id: 'B0GROOM' },
    });
    const replace = (text: string) =>
      respond(payload.response_url, { ...answer, text, replace_original: true });
    const statuses = [];
    for (const text of ['1', '2', '3', '4', '5', '6']) statuses.push((await replace(text)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(slack.messages(channel).map((shown) => shown.text)).toEqual(['5']);
    await bo.click(message, '3');
    await respond(app.last().payload.response_url, { ...answer, text: '7', replace_original: true });
    expect(slack.current(message).text).toBe('7');
  });

  it('should be replaced within thirty minutes of the click only', async () => {
    let now = 1_700_000_000_000;
    const { slack, app, bo, message } = await answered(() => now);
    await bo.click(message, '5');
    now += 30 * 60_000 + 1;
    const late = await respond(app.last().payload.response_url, { ...answer, text: 'late' });
    expect(late).toEqual({ status: 404, text: 'expired_url' });
    expect(slack.current(message).text).toBe('Vote');
  });
});
