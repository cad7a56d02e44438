import { describe, expect, it } from 'vitest';
import { Clock } from '../../../stand-ins/slack/clock.ts';
import { RateLimiter, SLACK_LIMITS } from '../../../stand-ins/slack/rate-limits.ts';
import { clientOf, slackWithApp } from './scripted-app.ts';

describe('Rate limits', () => {
  it('should let a burst pass, then the steady rate', () => {
    let now = 0;
    const limits = { 'chat.update': { perMinute: 60, burst: 2 } };
    const limiter = new RateLimiter(limits, new Clock(() => now));
    const calls = () => [1, 2, 3, 4].map(() => limiter.retryAfter('chat.update', {}));
    expect(calls()).toEqual([0, 0, 0, 1]);
    now += 1000;
    expect(calls()).toEqual([0, 1, 1, 1]);
  });

  it('should count posts by channel', () => {
    const limits = { 'chat.postMessage': { perMinute: 60, burst: 0, per: 'channel' as const } };
    const limiter = new RateLimiter(limits, new Clock(() => 0));
    const post = (channel: string) => limiter.retryAfter('chat.postMessage', { channel });
    expect([post('C1'), post('C2'), post('C1')]).toEqual([0, 0, 1]);
  });

  it('should allow about fifty updates a minute', () => {
    let now = 0;
    const limiter = new RateLimiter(SLACK_LIMITS, new Clock(() => now));
    let passed = 0;
    for (; now < 600_000; now += 100) if (limiter.retryAfter('chat.update', {}) === 0) passed += 1;
    expect(passed / 10).toBeGreaterThanOrEqual(50);
    expect(passed / 10).toBeLessThan(53);
  });

  it('should answer 429 with Retry-After', async () => {
    const { slack } = await slackWithApp({ limits: { 'auth.test': { perMinute: 6, burst: 0 } } });
    await clientOf(slack).auth.test();
    const response = await fetch(`${slack.apiUrl}auth.test`, {
      method: 'POST',
      headers: { Authorization: 'Bearer xoxb-token' },
    });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('10');
    expect(await response.json()).toEqual({ ok: false, error: 'ratelimited' });
  });
});
