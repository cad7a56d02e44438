import { describe, expect, it } from 'vitest';
import { respond, slackWithApp } from './scripted-app.ts';
import { votingBlocks } from './voting-blocks.ts';

describe('A message shortcut', () => {
  it('should reach the app as Slack sends it, though the app is not in that conversation', async () => {
    const { slack, app } = await slackWithApp();
    const message = slack.as('bo', '#leads').talk('Add SSO &amp; audit');
    await slack.as('ada', '#leads').shortcut(message, 'estimate_this');
    expect(app.last().payload).toMatchObject({
      type: 'message_action',
      callback_id: 'estimate_this',
      team: { id: 'T0GROOM', domain: 'acme' },
      user: { id: 'U0ADA', name: 'ada' },
      channel: { id: 'C0LEADS', name: 'privategroup' },
      message_ts: message.ts,
      message: { type: 'message', user: 'U0BO', ts: message.ts, text: 'Add SSO &amp; audit' },
      action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/app/T0GROOM/'),
    });
    expect(app.last().payload).not.toHaveProperty('container');
  });

  it('should let the app open a modal, and answer in private', async () => {
    const { slack, app, client } = await slackWithApp();
    const ada = slack.as('ada');
    await ada.shortcut(slack.as('bo').talk('Add SSO'), 'estimate_this');
    const { trigger_id, response_url } = app.last().payload;
    const title = { type: 'plain_text' as const, text: 'Hi' };
    const view = { type: 'modal' as const, title, blocks: [{ type: 'divider' as const }] };
    await client.views.open({ trigger_id: String(trigger_id), view });
    expect(ada.view.view.title.text).toBe('Hi');
    await respond(response_url, { text: 'For you' });
    expect(ada.sees().map((message) => message.text)).toEqual(['For you']);
  });

  it('should be offered for the app’s own messages, with their blocks', async () => {
    const { slack, app, client } = await slackWithApp();
    await client.chat.postMessage({ channel: 'C0PLANNING', text: 'Vote', blocks: votingBlocks(['5']) });
    await slack.as('ada').shortcut(slack.lastMessage(), 'estimate_this');
    expect(app.last().payload.message).toMatchObject({ bot_id: 'B0GROOM', blocks: [{}, {}] });
  });

  it('should be offered only where Slack offers it', async () => {
    const { slack, app, client } = await slackWithApp();
    const ada = slack.as('ada');
    const message = ada.talk('Add SSO');
    await expect(ada.shortcut(message, 'explode')).rejects.toThrow('has no explode');
    await client.chat.postEphemeral({ channel: 'C0PLANNING', user: ada.id, text: 'Psst' });
    const [whisper] = ada.sees();
    if (whisper === undefined) throw new Error('Ada sees nothing');
    await expect(ada.shortcut(whisper, 'estimate_this')).rejects.toThrow('has no estimate_this');
    const secret = slack.as('ada', '#leads').talk('Secret');
    await expect(slack.as('eve').shortcut(secret, 'estimate_this')).rejects.toThrow('not in leads');
    slack.deleteMessage(message);
    await expect(ada.shortcut(message, 'estimate_this')).rejects.toThrow('not there any more');
    expect(app.received).toEqual([]);
  });

  it('should warn when the app fails', async () => {
    const { slack, app } = await slackWithApp();
    app.answer = () => ({ status: 500 });
    const ada = slack.as('ada');
    await ada.shortcut(ada.talk('Add SSO'), 'estimate_this');
    expect(ada.warnings()).toMatchObject([
      { channelId: 'C0PLANNING', text: '“Estimate this” failed with the error "dispatch_failed"' },
    ]);
  });
});
