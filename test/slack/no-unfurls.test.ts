import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { slackWithApp } from '../stand-ins/slack/scripted-app.ts';

describe('What Slack shows of where a link leads', () => {
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

  const chat = () => {
    const fetch = createFetch();
    const options = { ...webClientOptions(2000), fetch, slackApiUrl: slack.apiUrl };
    return createWebChat(new WebClient('xoxb-token', options), fetch);
  };

  afterEach(() => {
    const said = slack.sent.filter(({ by }) => by !== 'files.completeUploadExternal');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ unfurlLinks: false, unfurlMedia: false });
  });

  it('should be off in a channel', async () => {
    expect(await chat().post('C0PLANNING', line)).toMatchObject({ ok: true });
  });

  it('should be off in a direct message', async () => {
    expect(await chat().postDirect('U0ADA', line)).toMatchObject({ ok: true });
  });

  it('should be off above a file', async () => {
    const file = { name: 'estimates.csv', content: 'title,estimate' };
    const uploaded = await chat().uploadFile(file);
    const id = uploaded.ok ? uploaded.value : '';
    expect(await chat().shareFile('U0ADA', { ...file, id }, line)).toMatchObject({ ok: true });
  });

  it('should be off in a private line', async () => {
    expect(await chat().respond(await responseUrl(), line)).toMatchObject({ ok: true });
  });

  it('should be off in what is posted through a response_url', async () => {
    expect(await chat().postThrough(await responseUrl(), line)).toMatchObject({ ok: true });
  });

  it('should be off in what replaces it', async () => {
    expect(await chat().replaceThrough(await responseUrl(), line)).toMatchObject({ ok: true });
  });
});
