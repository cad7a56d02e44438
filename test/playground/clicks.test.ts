import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../playground/slack/messages.ts';
import type { Slack } from '../../playground/slack/slack.ts';
import { respond, type ScriptedApp, slackWithApp } from './scripted-app.ts';

const button = (label: string) => ({
  type: 'button' as const,
  action_id: `card:${label}`,
  value: `value-${label}`,
  text: { type: 'plain_text' as const, text: label },
});
const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text.toLowerCase() });
const blocks = (cards: string[]) => [
  { type: 'actions' as const, block_id: 'cards', elements: cards.map(button) },
  {
    type: 'actions' as const,
    block_id: 'menu',
    elements: [
      { type: 'overflow' as const, action_id: 'more', options: [option('My vote'), option('People…')] },
      {
        type: 'users_select' as const,
        action_id: 'who',
        placeholder: { type: 'plain_text' as const, text: 'Who' },
      },
    ],
  },
];

describe('Clicking in a message', () => {
  let slack: Slack;
  let app: ScriptedApp;
  let client: WebClient;
  let message: StoredMessage;

  beforeEach(async () => {
    ({ slack, app, client } = await slackWithApp());
    await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: blocks(['3', '5']) });
    message = slack.lastMessage();
  });

  it('should reach the app as Slack sends it', async () => {
    const bo = slack.as('bo');
    expect(await bo.click(message, '5')).toMatchObject({ status: 200 });
    expect(app.last().payload).toMatchObject({
      type: 'block_actions',
      team: { id: 'T0GROOM', domain: 'acme' },
      user: { id: 'U0BO', username: 'bo', name: 'bo', team_id: 'T0GROOM' },
      api_app_id: 'A0GROOM',
      container: { type: 'message', message_ts: message.ts, channel_id: 'C0PLANNING', is_ephemeral: false },
      channel: { id: 'C0PLANNING', name: 'planning' },
      message: { type: 'message', user: 'U0GROOM', ts: message.ts, text: 'Vote', blocks: message.blocks },
      state: { values: { menu: { who: { type: 'users_select', selected_user: null } } } },
      response_url: expect.stringContaining('/actions/T0GROOM/'),
      trigger_id: expect.any(String),
      actions: [
        {
          type: 'button',
          block_id: 'cards',
          action_id: 'card:5',
          value: 'value-5',
          text: { type: 'plain_text', text: '5' },
          action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
        },
      ],
    });
  });

  it('should have an action_ts that grows with every click', async () => {
    const people = ['ada', 'bo', 'cy', 'dee', 'eve'].map((name) => slack.as(name));
    await Promise.all(people.flatMap((person) => [person.click(message, '3'), person.click(message, '5')]));
    const times = app.received.map(
      ({ payload }) => JSON.stringify(payload.actions).match(/\d{10}\.\d{6}/)?.[0],
    );
    expect(new Set(times).size).toBe(10);
  });

  it('should choose from menus', async () => {
    const bo = slack.as('bo');
    await bo.choose(message, 'My vote');
    expect(app.last().payload.actions).toMatchObject([
      { type: 'overflow', action_id: 'more', selected_option: { value: 'my vote' } },
    ]);
    await bo.choose(message, 'cy', { actionId: 'who' });
    expect(app.last().payload).toMatchObject({
      actions: [{ type: 'users_select', selected_user: 'U0CY' }],
      state: { values: { menu: { who: { selected_user: 'U0CY' } } } },
    });
  });

  it('should be impossible where nothing is to be clicked', async () => {
    const bo = slack.as('bo');
    await expect(bo.click(message, '8')).rejects.toThrow('No button fits "8"; shown are: 3, 5');
    await expect(bo.choose(message, 'Manage…')).rejects.toThrow('Nothing shown offers');
    slack.deleteMessage(message);
    await expect(bo.click(message, '5')).rejects.toThrow('not there any more');
  });

  it('should be possible on an outdated rendering, though only on purpose', async () => {
    const bo = slack.as('bo');
    const { ts } = message;
    await client.chat.update({ channel: 'C0PLANNING', ts, text: 'Done', blocks: blocks(['8']) });
    await expect(bo.click(message, '5')).rejects.toThrow('No button fits');
    await bo.clickStale(message, '5');
    expect(app.last().payload).toMatchObject({
      actions: [{ value: 'value-5' }],
      message: { text: 'Done' },
    });
  });

  it('should carry what a forger writes', async () => {
    const payload = slack.as('bo').payloadOfClick(message, '5');
    await slack.deliverPayload({ ...payload, team: { id: 'T0OTHER', domain: 'other' } });
    expect(app.last().payload.team).toEqual({ id: 'T0OTHER', domain: 'other' });
  });

  it('should warn the one who clicked when the app fails', async () => {
    app.answer = () => ({ status: 404 });
    const [ada, bo] = [slack.as('ada'), slack.as('bo')];
    await bo.click(message, '5');
    expect(bo.warnings()).toMatchObject([{ channelId: 'C0PLANNING', messageTs: message.ts }]);
    expect(ada.warnings()).toEqual([]);
  });

  describe('then answering through the response_url', () => {
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
      const whisper = { channel: 'C0PLANNING', user: bo.id, text: 'Sure?', blocks: blocks(['Yes']) };
      await client.chat.postEphemeral(whisper);
      const [question] = bo.sees();
      if (question === undefined) throw new Error('Bo sees nothing');
      await bo.click(question, 'Yes');
      expect(app.last().payload).toMatchObject({ container: { is_ephemeral: true } });
      expect(app.last().payload).not.toHaveProperty('message');
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

    it('should refuse nonsense', async () => {
      await slack.as('ada').command('/groom');
      const url = app.last().form.response_url;
      expect(await respond(url, {})).toEqual({ status: 400, text: 'no_text' });
      expect(await respond(url, 'nonsense')).toEqual({ status: 400, text: 'invalid_payload' });
      expect(await respond(`${url}0`, { text: 'x' })).toEqual({ status: 404, text: 'no_service' });
    });
  });
});
