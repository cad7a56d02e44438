import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/time.ts';
import { BOT_TOKEN } from '../../stand-ins/aws/local-groom.ts';
import { accepted } from './room.ts';
import { startTimeTravel, type TimeTravel } from './time-travel.ts';

let w: TimeTravel;
beforeEach(async () => {
  w = await startTimeTravel();
  accepted(await w.ada.command('/groom --until 1h Add SSO login'));
  accepted(await w.bo.click(w.slack.lastMessage(), '5'));
  await w.later(0);
});
afterEach(() => w.close());

/** What the app asks of Slack meanwhile. */
async function calls(happens: () => Promise<unknown>): Promise<string[]> {
  const before = w.slack.traffic.length;
  await happens();
  await w.groom.settled();
  return w.slack.traffic
    .slice(before)
    .filter(({ direction }) => direction === 'to Slack')
    .map(({ name }) => name);
}

describe('An app that was removed', () => {
  it('should find out, and ask Slack for nothing more', async () => {
    const asked = await calls(() => w.slack.uninstall());
    expect(new Set(asked)).toEqual(new Set(['auth.test']));
    // The deadline passes, and what the queue holds is handled.
    expect(await calls(() => w.later(MINUTE))).toEqual([]);
    expect(await calls(() => w.later(2 * HOUR))).toEqual([]);
    const log = w.log.join('\n');
    expect(log).not.toMatch(/^ERROR|"level":"error"|"Detached"/m);
    expect(log).not.toContain('xoxb-');
  });

  it('should go on where it stood with another token', async () => {
    const message = w.slack.lastMessage();
    await w.slack.uninstall();
    await w.later(2 * HOUR);
    w.slack.install('xoxb-new');
    w.groom.ssm.put(BOT_TOKEN, 'xoxb-new');
    await w.later(MINUTE);
    accepted(await w.cy.click(message, '8'));
    await w.later(MINUTE);
    expect(w.slack.current(message).text).toMatch(/revealed|median/i);
    accepted(await w.ada.command('/groom Another one'));
    expect(await w.text()).toContain('Another one');
  });

  it('should not be taken for one where the token is somebody else’s', async () => {
    const tokens = { oauth: ['U0BO'], bot: [] };
    expect(await calls(() => w.slack.deliverEvent({ type: 'tokens_revoked', tokens }))).toEqual([
      'auth.test',
    ]);
    accepted(await w.cy.click(w.slack.lastMessage(), '8'));
    expect(await w.text()).toContain('2 voted');
  });
});
