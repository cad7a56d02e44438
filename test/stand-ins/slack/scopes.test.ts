import { describe, expect, it } from 'vitest';
import { slackWithApp } from './scripted-app.ts';

const POST = { channel: 'C0RANDOM', text: 'Hi' };

describe('Scopes', () => {
  it('should be needed, and named when they are missing', async () => {
    const { slack, client } = await slackWithApp();
    await expect(client.users.info({ user: 'U0BO' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'commands,chat:write' },
    });
    const upload = client.files.getUploadURLExternal({ filename: 'a.csv', length: 1 });
    await expect(upload).rejects.toMatchObject({ data: { needed: 'files:write' } });
    slack.grant('users:read');
    expect(await client.users.info({ user: 'U0BO' })).toMatchObject({ ok: true });
    slack.withdraw('chat:write');
    await expect(client.chat.postMessage(POST)).rejects.toThrow('missing_scope');
  });

  it('should be what the workspace has granted', async () => {
    const { client } = await slackWithApp({ scopes: ['commands'] });
    await expect(client.chat.postMessage(POST)).rejects.toMatchObject({ data: { provided: 'commands' } });
    expect(await client.auth.test()).toMatchObject({ ok: true });
  });

  it('should let the app post in public channels without an invitation, with chat:write.public', async () => {
    const { slack, client } = await slackWithApp();
    await expect(client.chat.postMessage(POST)).rejects.toThrow('not_in_channel');
    slack.grant('chat:write.public');
    const { ts } = await client.chat.postMessage(POST);
    await client.chat.update({ ...POST, ts: String(ts), text: 'Hello' });
    expect(slack.lastMessage('#random').text).toBe('Hello');
    const secret = client.chat.postMessage({ ...POST, channel: 'C0LEADS' });
    await expect(secret).rejects.toThrow('channel_not_found');
  });
});

describe('A member', () => {
  it('should be known by language and time zone', async () => {
    const { slack, client } = await slackWithApp({
      scopes: ['users:read'],
      now: () => Date.UTC(2026, 0, 15),
    });
    const info = async (include_locale: boolean) =>
      (await client.users.info({ user: 'U0BO', include_locale })).user;
    expect(await info(true)).toMatchObject({
      id: 'U0BO',
      name: 'bo',
      real_name: 'Bo Lindqvist',
      profile: { real_name: 'Bo Lindqvist', display_name: 'Bo' },
      locale: 'en-US',
      tz: 'America/Los_Angeles',
      tz_offset: -8 * 3600,
      is_bot: false,
    });
    expect(await info(false)).not.toHaveProperty('locale');
    slack.setLocale('bo', 'de-DE');
    slack.setTimeZone('bo', 'Asia/Kolkata');
    slack.setDisplayName('bo', '');
    expect(await info(true)).toMatchObject({ name: 'bo', profile: { display_name: '' } });
    expect(await info(true)).toMatchObject({ locale: 'de-DE', tz: 'Asia/Kolkata', tz_offset: 19_800 });
    await expect(client.users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });
});
