import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredMessage } from '../../../stand-ins/slack/messages.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { type ScriptedApp, slackWithApp } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

describe('Clicking in a message', () => {
  let slack: Slack;
  let app: ScriptedApp;
  let client: WebClient;
  let message: StoredMessage;

  beforeEach(async () => {
    ({ slack, app, client } = await slackWithApp());
    await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: votingBlocks(['3', '5']) });
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
    await client.chat.update({ channel: 'C0PLANNING', ts, text: 'Done', blocks: votingBlocks(['8']) });
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
    app.answer = () => ({});
    await bo.click(message, '5');
    expect(bo.warnings()).toEqual([]);
  });
});
