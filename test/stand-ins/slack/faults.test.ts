import { describe, expect, it } from 'vitest';
import { slackWithApp } from './scripted-app.ts';

const POST = { channel: 'C0PLANNING', text: 'Hi' };

describe('Failures on request', () => {
  it('should fail the next calls of a method with a code', async () => {
    const { slack, client } = await slackWithApp();
    slack.failNext('chat.postMessage', { error: 'internal_error' }, 2);
    await expect(client.chat.postMessage(POST)).rejects.toThrow('internal_error');
    await expect(client.chat.postMessage(POST)).rejects.toThrow('internal_error');
    await client.chat.postMessage(POST);
    expect(slack.messages()).toHaveLength(1);
  });

  it('should rate-limit with a Retry-After of choice', async () => {
    const { slack, client } = await slackWithApp();
    slack.failNext('chat.postMessage', { error: 'ratelimited', retryAfter: 7 });
    await expect(client.chat.postMessage(POST)).rejects.toMatchObject({ retryAfter: 7 });
  });

  it('should lose the answer but not the effect', async () => {
    const { slack, client } = await slackWithApp();
    slack.failNext('chat.postMessage', { drop: true, afterEffect: true });
    await expect(client.chat.postMessage(POST)).rejects.toThrow();
    expect(slack.lastMessage().text).toBe('Hi');
  });

  it('should lose the call altogether', async () => {
    const { slack, client } = await slackWithApp();
    slack.failNext('chat.postMessage', { drop: true });
    await expect(client.chat.postMessage(POST)).rejects.toThrow();
    expect(slack.messages()).toEqual([]);
  });

  it('should let a call take effect late', async () => {
    const { slack, client } = await slackWithApp();
    const stop = slack.intercept((_, { text }) => (text === 'late' ? { delayMs: 60 } : undefined));
    const late = client.chat.postMessage({ ...POST, text: 'late' });
    await client.chat.postMessage({ ...POST, text: 'early' });
    await late;
    stop();
    expect(slack.messages().map((message) => message.text)).toEqual(['early', 'late']);
  });

  it('should take its time for every call', async () => {
    const { client } = await slackWithApp({ latency: () => 50 });
    const began = performance.now();
    await client.auth.test();
    expect(performance.now() - began).toBeGreaterThanOrEqual(45);
  });
});
