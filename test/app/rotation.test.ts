import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../src/time.ts';
import { BOT_TOKEN, SIGNING_SECRET } from '../../stand-ins/aws/local-groom.ts';
import { accepted } from './room.ts';
import { startTimeTravel, type TimeTravel } from './time-travel.ts';

let w: TimeTravel;
beforeEach(async () => {
  w = await startTimeTravel();
  accepted(await w.ada.command('/groom Add SSO login'));
  await w.later(2 * HOUR);
});
afterEach(() => w.close());

/** Each of the two containers of `slack`. */
async function twice(request: () => Promise<{ status: number }>): Promise<number[]> {
  return [(await request()).status, (await request()).status];
}

const vote = (card: string) => () => w.bo.click(w.slack.lastMessage(), card);

describe('A change of secrets', () => {
  it('should bring a new signing secret without a deployment', async () => {
    w.slack.regenerateSigningSecret('new');
    expect(await twice(vote('5'))).toEqual([401, 401]);
    w.groom.ssm.put(SIGNING_SECRET, 'new');
    await w.later(MINUTE);
    expect(await twice(vote('8'))).toEqual([200, 200]);
    expect(await w.text()).toContain('1 voted');
  });

  it('should leave what was signed before it accepted for an hour', async () => {
    w.groom.ssm.put(SIGNING_SECRET, 'new');
    const restarted = await startTimeTravel({ groom: { signingSecret: 'signing-secret-of-the-tests' } });
    restarted.groom.ssm.put(SIGNING_SECRET, 'new');
    for (const { later, ada, slack } of [w, restarted]) {
      await later(MINUTE);
      slack.regenerateSigningSecret('new');
      expect(await twice(() => ada.command('/groom help'))).toEqual([200, 200]);
      slack.regenerateSigningSecret('signing-secret-of-the-tests');
      expect(await twice(() => ada.command('/groom help'))).toEqual([200, 200]);
      await later(HOUR);
      expect(await twice(() => ada.command('/groom help'))).toEqual([401, 401]);
    }
    await restarted.close();
  });

  it('should be looked for once a minute and container, however many requests are forged', async () => {
    const forge = () => w.slack.deliver({ body: 'command=%2Fgroom', headers: w.slack.sign('another') });
    const { calls } = w.groom.ssm;
    for (let request = 0; request < 20; request++) expect((await forge()).status).toBe(401);
    expect(w.groom.ssm.calls - calls).toBe(2);
    await w.later(MINUTE);
    for (let request = 0; request < 20; request++) expect((await forge()).status).toBe(401);
    expect(w.groom.ssm.calls - calls).toBe(4);
  });

  it('should bring a new token without a deployment, and detach no session', async () => {
    w.slack.install('xoxb-new');
    w.groom.ssm.put(BOT_TOKEN, 'xoxb-new');
    accepted(await vote('5')());
    expect(await w.text()).toContain('1 voted');
    accepted(await w.cy.click(w.slack.lastMessage(), '8'));
    expect(await w.text()).toContain('2 voted');
    accepted(await w.ada.command('/groom Another one'));
    expect(await w.text()).toContain('Another one');
    expect(w.log.join('\n')).not.toContain('Detached');
  });
});
