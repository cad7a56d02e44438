import { createHmac } from 'node:crypto';
import type { HomeView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { defaultWorkspace } from '../../../stand-ins/slack/workspace.ts';
import { SECRET, slackWithApp } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

const HOME: HomeView = { type: 'home', callback_id: 'home', blocks: votingBlocks(['New']) };

describe('Opening the app’s Home tab', () => {
  it('should reach the app as Slack sends it: a signed event', async () => {
    const { slack, app } = await slackWithApp();
    expect(await slack.as('bo').openHome()).toMatchObject({ status: 200 });
    const { payload, headers, body } = app.last();
    expect(payload).toMatchObject({
      type: 'event_callback',
      team_id: 'T0GROOM',
      api_app_id: 'A0GROOM',
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      authorizations: [{ team_id: 'T0GROOM', user_id: 'U0GROOM', is_bot: true }],
      event: {
        type: 'app_home_opened',
        user: 'U0BO',
        channel: 'D0BO',
        tab: 'home',
        event_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      },
    });
    expect(payload.event).not.toHaveProperty('view');
    expect(headers['content-type']).toBe('application/json');
    const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
    const expected = createHmac('sha256', SECRET).update(signed).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${expected}`);
  });

  it('should tell which tab it was, and what the Home tab shows', async () => {
    const { slack, app, client } = await slackWithApp();
    const bo = slack.as('bo');
    await client.views.publish({ user_id: bo.id, view: HOME });
    await bo.openHome('messages');
    expect(app.last().payload.event).toMatchObject({ tab: 'messages' });
    expect(app.last().payload.event).not.toHaveProperty('view');
    await bo.openHome();
    expect(app.last().payload.event).toMatchObject({
      tab: 'home',
      view: { id: bo.home.id, type: 'home', callback_id: 'home', hash: bo.home.hash },
    });
  });

  it('should be told again at once when the app fails', async () => {
    const { slack, app } = await slackWithApp();
    app.answer = ({ headers }) => (headers['x-slack-retry-num'] === undefined ? { status: 500 } : {});
    expect(await slack.as('bo').openHome()).toMatchObject({ status: 200 });
    expect(app.received.map(({ headers }) => headers['x-slack-retry-reason'])).toEqual([
      undefined,
      'http_error',
    ]);
    const [first, second] = app.received.map(({ payload }) => payload.event_id);
    expect(second).toBe(first);
  });

  it('should not be told to an app that has not subscribed to it', async () => {
    const workspace = defaultWorkspace();
    const { slack, app } = await slackWithApp({
      workspace: { ...workspace, app: { ...workspace.app, events: [] } },
    });
    expect(await slack.as('bo').openHome()).toBeUndefined();
    expect(app.received).toEqual([]);
  });
});

describe('A published Home tab', () => {
  it('should be that member’s alone, in all of their windows, until it is published anew', async () => {
    const { slack, client } = await slackWithApp();
    const [ada, bo] = [slack.as('ada'), slack.as('bo')];
    await client.views.publish({ user_id: bo.id, view: HOME });
    expect(bo.home.view).toMatchObject({ type: 'home', blocks: [{ block_id: 'cards' }, {}] });
    expect(() => ada.home).toThrow('empty Home tab');
    bo.reload();
    const { id, hash } = bo.home;
    const blocks = votingBlocks(['Newer']);
    const again = await client.views.publish({ user_id: bo.id, hash, view: { ...HOME, blocks } });
    expect(again.view).toMatchObject({ id, type: 'home', state: { values: {} }, bot_id: 'B0GROOM' });
    expect(bo.home.view.blocks).toMatchObject([{ elements: [{ text: { text: 'Newer' } }] }, {}]);
    expect(slack.ephemeralsOf('bo')).toEqual([]);
    expect(slack.sent.map(({ by, to }) => [by, to])).toEqual([
      ['views.publish', 'U0BO'],
      ['views.publish', 'U0BO'],
    ]);
  });

  it('should send clicks, from which a modal may be opened', async () => {
    const { slack, app, client } = await slackWithApp();
    const bo = slack.as('bo');
    await client.views.publish({ user_id: bo.id, view: HOME });
    await bo.clickInHome('New');
    const { payload } = app.last();
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: 'U0BO' },
      container: { type: 'view', view_id: bo.home.id },
      view: { id: bo.home.id, type: 'home', callback_id: 'home' },
      actions: [{ action_id: 'card:New', value: 'value-New' }],
    });
    for (const field of ['response_url', 'message', 'channel']) expect(payload).not.toHaveProperty(field);
    const title = { type: 'plain_text' as const, text: 'Hi' };
    const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
    await client.views.open({ trigger_id: String(payload.trigger_id), view });
    expect(bo.view.view.title.text).toBe('Hi');
    await bo.chooseInHome('My vote');
    expect(app.last().payload.actions).toMatchObject([{ selected_option: { value: 'my vote' } }]);
  });

  it('should be refused where Slack refuses it', async () => {
    const { slack, client } = await slackWithApp();
    const publish = (user_id: string, rest = {}) => client.views.publish({ user_id, view: HOME, ...rest });
    await expect(publish('U0NOBODY')).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
    await publish('U0BO');
    await expect(publish('U0BO', { hash: 'older' })).rejects.toThrow('hash_conflict');
    const modal = { ...HOME, type: 'modal', title: { type: 'plain_text', text: 'No' } };
    await expect(publish('U0BO', { view: modal })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    slack.core.workspace.app.homeTab = false;
    await expect(publish('U0BO')).rejects.toThrow('not_enabled');
    await expect(slack.as('bo').openHome()).rejects.toThrow('no Home tab');
  });
});
