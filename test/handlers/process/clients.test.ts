import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClients } from '../../../handlers/process/clients.ts';
import { MINUTE } from '../../../src/time.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';

describe('The clock of a computer', () => {
  let slack: Slack;
  beforeEach(async () => {
    slack = await startSlack({ signingSecret: 'secret', botToken: 'xoxb-1' });
  });
  afterEach(() => slack.close());

  async function check(ahead: number) {
    const clients = createClients(slack.apiUrl, () => Date.now() + ahead);
    await clients.clientFor('xoxb-1').auth.test();
    return () => clients.checkClock();
  }

  it.each([0, MINUTE, -MINUTE])('should be right enough if it is %d ms ahead of Slack’s', async (ahead) => {
    expect(await check(ahead)).not.toThrow();
  });

  it.each([
    [7 * MINUTE, /7 minutes fast.*Set it/],
    [-3 * MINUTE, /3 minutes slow.*Set it/],
  ])('should be refused if it is %d ms ahead', async (ahead, line) => {
    expect(await check(ahead)).toThrow(
      expect.objectContaining({ exitCode: 78, message: expect.stringMatching(line) }),
    );
  });

  it('should be right as long as nobody has asked', () => {
    expect(() => createClients(slack.apiUrl, () => 0).checkClock()).not.toThrow();
  });
});
