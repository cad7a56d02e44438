import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SECRET, slackWithApp } from './scripted-app.ts';

describe('A slash command', () => {
  it('should reach the app as Slack sends it', async () => {
    const { slack, app } = await slackWithApp();
    await slack.as('ada').command('/groom Add SSO & <!channel>');
    expect(app.last().form).toMatchObject({
      command: '/groom',
      text: 'Add SSO &amp; &lt;!channel&gt;',
      team_id: 'T0GROOM',
      channel_id: 'C0PLANNING',
      channel_name: 'planning',
      user_id: 'U0ADA',
      user_name: 'ada',
      response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/commands\/T0GROOM\//),
      trigger_id: expect.any(String),
    });
  });

  it('should be signed over the raw body', async () => {
    const { slack, app } = await slackWithApp();
    await slack.as('ada').command('/groom Ünïcode 🎉');
    const { headers, body } = app.last();
    const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
    const expected = createHmac('sha256', SECRET).update(signed).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${expected}`);
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  it('should not tell the name of a private channel', async () => {
    const { slack, app } = await slackWithApp();
    await slack.as('ada', '#leads').command('/groom');
    expect(app.last().form.channel_name).toBe('privategroup');
  });

  it('should show the acknowledgement’s text to the one who typed it', async () => {
    const { slack, app } = await slackWithApp();
    const [ada, bo] = [slack.as('ada'), slack.as('bo')];
    app.answer = () => ({ body: 'Only you see this' });
    await ada.command('/groom');
    expect(ada.sees().map((message) => message.text)).toEqual(['Only you see this']);
    expect([bo.sees(), slack.messages()]).toEqual([[], []]);
  });

  it('should show it to all if it says so, though the app is not there', async () => {
    const { slack, app } = await slackWithApp();
    app.answer = () => ({ body: { response_type: 'in_channel', text: 'Hello all' } });
    await slack.as('ada', '#random').command('/groom');
    expect(slack.lastMessage('#random').text).toBe('Hello all');
  });

  it('should fail with operation_timeout when the app is late', async () => {
    const { slack, app } = await slackWithApp({ ackTimeoutMs: 40 });
    app.answer = () => new Promise((resolve) => setTimeout(() => resolve({ body: 'late' }), 120));
    const ada = slack.as('ada');
    expect(await ada.command('/groom')).toMatchObject({ status: 0, failure: 'operation_timeout' });
    expect(ada.warnings().map((warning) => warning.text)).toEqual([
      '/groom failed with the error "operation_timeout"',
    ]);
    expect(ada.sees()).toEqual([]);
  });

  it('should fail with dispatch_failed when the app answers badly, or not at all', async () => {
    const { slack, app } = await slackWithApp();
    app.answer = () => ({ status: 500, body: 'Stack trace' });
    const ada = slack.as('ada');
    await ada.command('/groom');
    slack.deliverTo = 'http://127.0.0.1:1/';
    await ada.command('/groom');
    expect(ada.warnings().map((warning) => warning.text)).toEqual([
      '/groom failed with the error "dispatch_failed"',
      '/groom failed with the error "dispatch_failed"',
    ]);
  });

  it('should not be delivered when Slack does not know it, or the person may not write there', async () => {
    const { slack, app } = await slackWithApp();
    await expect(slack.as('ada').command('/grom')).rejects.toThrow('/grom is not a valid command');
    await expect(slack.as('eve', '#leads').command('/groom')).rejects.toThrow('not in leads');
    expect(app.received).toEqual([]);
  });
});

describe('Any request', () => {
  it('should be delivered as it is', async () => {
    const { slack, app } = await slackWithApp();
    const body = 'payload=%7B';
    app.answer = () => ({ status: 401 });
    const headers = { ...slack.sign(body, 1), 'X-Slack-Signature': 'v0=forged' };
    expect(await slack.deliver({ body, headers })).toMatchObject({ status: 401 });
    expect(app.last().headers).toMatchObject({
      'x-slack-request-timestamp': '1',
      'x-slack-signature': 'v0=forged',
    });
  });

  it('should be shown without secrets', async () => {
    const { slack, client } = await slackWithApp();
    await slack.as('ada').command('/groom x');
    await client.auth.test();
    expect(slack.traffic.map(({ direction, name, outcome }) => [direction, name, outcome])).toEqual([
      ['to app', '/groom', '200'],
      ['to Slack', 'auth.test', '200'],
    ]);
    const shown = JSON.stringify(slack.traffic);
    for (const secret of ['xoxb-token', SECRET, 'v0=']) expect(shown).not.toContain(secret);
  });
});
