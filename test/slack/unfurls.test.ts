import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { slackWithApp } from '../stand-ins/slack/scripted-app.ts';

describe('Slack shows nothing of where a link leads', () => {
  let slack: Slack;
  let responseUrl: () => Promise<string>;
  const line = { text: 'See https://tracker.example/PROJ-12', blocks: [] };

  beforeEach(async () => {
    const setting = await slackWithApp({ scopes: ['commands', 'chat:write', 'files:write'] });
    slack = setting.slack;
    responseUrl = async () => {
      await slack.as('ada').command('/groom');
      return String(setting.app.last().form.response_url);
    };
  });

  const chat = () =>
    createWebChat(
      new WebClient('xoxb-token', { slackApiUrl: slack.apiUrl, ...webClientOptions(2000) }),
      fetch,
    );

  afterEach(() => {
    const said = slack.sent.filter(({ by }) => by !== 'files.completeUploadExternal');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ unfurlLinks: false, unfurlMedia: false });
  });

  test('in a channel', async () => {
    expect(await chat().post('C0PLANNING', line)).toMatchObject({ ok: true });
  });

  test('in a direct message', async () => {
    expect(await chat().postDirect('U0ADA', line)).toMatchObject({ ok: true });
  });

  test('above a file', async () => {
    const file = { name: 'estimates.csv', content: 'title,estimate' };
    expect(await chat().sendFile('U0ADA', file, line)).toMatchObject({ ok: true });
  });

  test('in a private line', async () => {
    expect(await chat().respond(await responseUrl(), line)).toMatchObject({ ok: true });
  });

  test('in what is posted through a response_url', async () => {
    expect(await chat().postThrough(await responseUrl(), line)).toMatchObject({ ok: true });
  });

  test('in what replaces it', async () => {
    expect(await chat().replaceThrough(await responseUrl(), line)).toMatchObject({ ok: true });
  });
});
