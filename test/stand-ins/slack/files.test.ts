import type { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { slackWithApp } from './scripted-app.ts';

const CSV = 'story,estimate\r\n“Add SSO”,5\r\n';
const BYTES = Buffer.byteLength(CSV);

describe('Uploading a file', () => {
  let slack: Slack;
  let client: WebClient;

  beforeEach(async () => {
    ({ slack, client } = await slackWithApp({ scopes: ['chat:write', 'files:write'] }));
  });

  const announce = async (length = BYTES) => {
    const answer = await client.files.getUploadURLExternal({ filename: 'history.csv', length });
    return { url: String(answer.upload_url), id: String(answer.file_id) };
  };
  const upload = async (url: string, body: string | FormData = CSV) =>
    (await fetch(url, { method: 'POST', body })).status;
  const complete = (id: string, channel_id?: string) =>
    client.files.completeUploadExternal({
      files: [{ id, title: 'History' }],
      initial_comment: 'Here it is',
      ...(channel_id !== undefined && { channel_id }),
    });

  it('should show it in the conversation named', async () => {
    const { url, id } = await announce();
    expect(await upload(url)).toBe(200);
    expect(await complete(id, 'C0PLANNING')).toMatchObject({ files: [{ id, title: 'History' }] });
    const message = slack.lastMessage();
    expect(message).toMatchObject({
      text: 'Here it is',
      files: [{ id, name: 'history.csv', title: 'History', size: BYTES, mimeType: 'text/csv' }],
    });
    expect(slack.files('#planning')).toEqual([
      {
        ...{ id, name: 'history.csv', title: 'History', content: CSV },
        ...{ channelId: 'C0PLANNING', messageTs: message.ts },
      },
    ]);
    expect(slack.sentToChannel()).toMatchObject([{ by: 'files.completeUploadExternal', text: 'Here it is' }]);
  });

  it('should take the content as a form, too', async () => {
    const { url, id } = await announce();
    const form = new FormData();
    form.set('filename', new Blob([CSV]), 'history.csv');
    expect(await upload(url, form)).toBe(200);
    await complete(id, 'C0PLANNING');
    expect(slack.files()[0]?.content).toBe(CSV);
  });

  it('should work with Slack’s own client, in the app’s conversation with somebody', async () => {
    const { channel } = await client.chat.postMessage({ channel: 'U0BO', text: 'One moment' });
    await client.filesUploadV2({ channel_id: String(channel), filename: 'history.csv', content: CSV });
    expect(slack.files('D0BO')).toMatchObject([{ name: 'history.csv', content: CSV }]);
  });

  it('should keep a file private without a conversation', async () => {
    const { url, id } = await announce();
    await upload(url);
    await complete(id);
    expect([slack.files(), slack.messages()]).toEqual([[], []]);
  });

  it('should refuse a content of another length, or for nothing', async () => {
    const { url, id } = await announce(BYTES + 1);
    expect(await upload(url)).toBe(400);
    expect(await upload(`${url}0`)).toBe(404);
    await expect(complete(id, 'C0PLANNING')).rejects.toThrow('file_not_found');
    await expect(announce(0)).rejects.toThrow('missing_argument');
    await expect(announce(1.5)).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
  });

  it.each([
    ['a public channel without the app', 'C0RANDOM', 'not_in_channel'],
    ['a private channel without the app', 'C0LEADS', 'channel_not_found'],
    ['a person’s id', 'U0BO', 'channel_not_found'],
  ])('should refuse %s', async (_, channel, error) => {
    const { url, id } = await announce();
    await upload(url);
    await expect(complete(id, channel)).rejects.toThrow(error);
    await complete(id, 'C0PLANNING');
    await expect(complete(id, 'C0PLANNING')).rejects.toThrow('file_not_found');
  });
});
