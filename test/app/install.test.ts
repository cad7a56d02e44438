import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_TOKEN, SIGNING_SECRET } from '../../stand-ins/aws/local-groom.ts';
import { accepted } from './room.ts';
import { startTimeTravel, type TimeTravel } from './time-travel.ts';

const secret = 'signing-secret-of-the-tests';
const token = 'xoxb-token-of-the-tests';

let w: TimeTravel;
beforeEach(async () => {
  w = await startTimeTravel({ groom: { signingSecret: undefined, botToken: undefined } });
});
afterEach(() => w.close());

/** An invocation that fails is an error to Lambda, and an alarm; so are failed requests. */
const alarming = () => w.log.filter((line) => /^ERROR|"level":"error"|FailedRequests/.test(line));

async function storeSecrets() {
  w.groom.ssm.put(SIGNING_SECRET, secret);
  w.groom.ssm.put(BOT_TOKEN, token);
  await w.later(4000);
}

const json = { 'Content-Type': 'application/json' };
const verification = (challenge: string, more: object = {}) =>
  JSON.stringify({ token: 'x', challenge, type: 'url_verification', ...more });

describe('Before there are secrets', () => {
  it('should Slack find the address, and nobody be alarmed', async () => {
    expect(await w.slack.verifyUrl()).toBe(true);
    const { status } = await w.ada.command('/groom Add SSO login');
    expect(status).toBe(503);
    expect(w.log.join('\n')).toContain(SIGNING_SECRET);
    expect(alarming()).toEqual([]);
  });

  it.each([
    ['in another order', '{"type": "url_verification", "challenge": "a-B_3", "token": "x"}', 'a-B_3'],
    ['with more fields', verification('abc', { api_app_id: 'A0GROOM' }), 'abc'],
    ['of the longest challenge', verification('x'.repeat(100)), 'x'.repeat(100)],
  ])('should a check %s be answered', async (_, body, challenge) => {
    expect(await w.slack.deliver({ body, headers: json })).toMatchObject({ status: 200, body: challenge });
  });

  it.each([
    ['a challenge that is no word', verification('<script>')],
    ['a challenge with an escape', '{"challenge":"\\u0061","type":"url_verification"}'],
    ['an empty challenge', verification('')],
    ['a challenge that is too long', verification('x'.repeat(101))],
    ['another type', JSON.stringify({ challenge: 'abc', type: 'event_callback' })],
    ['no type', JSON.stringify({ challenge: 'abc' })],
    ['something nested', verification('abc', { event: { type: 'app_home_opened' } })],
    ['more than a kilobyte', verification('abc').replace('{', `{${' '.repeat(1024)}`)],
    ['a list', `[${verification('abc')}]`],
    ['a form', `payload=${encodeURIComponent(verification('abc'))}`],
    ['nothing', ''],
  ])('should %s not be answered', async (_, body) => {
    expect(await w.slack.deliver({ body, headers: json })).toMatchObject({ status: 503, body: '' });
    expect(alarming()).toEqual([]);
  });

  it('should SSM be asked once by each of the four containers, and not for every request', async () => {
    for (let request = 0; request < 20; request++) await w.slack.verifyUrl();
    expect(w.groom.ssm.calls).toBe(4);
  });

  it('should the token alone be missed, too', async () => {
    w.groom.ssm.put(SIGNING_SECRET, secret);
    await w.later(4000);
    const body = verification('abc');
    expect(await w.slack.deliver({ body, headers: json })).toMatchObject({ status: 503, body: '' });
    expect(alarming()).toEqual([]);
  });

  it('should a store that says no be a failure', async () => {
    w.groom.ssm.refuse('AccessDeniedException');
    await w.later(4000);
    expect(await w.slack.verifyUrl()).toBe(false);
    expect(alarming()).not.toEqual([]);
  });

  it('should a store that has said no be asked again, by the same container', async () => {
    w.groom.ssm.refuse('AccessDeniedException');
    await w.later(4000);
    expect(await w.slack.verifyUrl()).toBe(false);
    w.groom.ssm.refuse(undefined);
    await storeSecrets();
    accepted(await w.ada.command('/groom Add SSO login'));
    expect(await w.text()).toContain('Add SSO login');
  });
});

describe('Once the secrets are stored', () => {
  it('should everything work without another deployment', async () => {
    await w.slack.verifyUrl();
    await storeSecrets();
    accepted(await w.ada.command('/groom Add SSO login'));
    expect(await w.text()).toContain('Add SSO login');
    expect(await w.slack.verifyUrl()).toBe(true);
    expect(alarming()).toEqual([]);
  });

  it('should nothing unsigned be answered any more', async () => {
    await storeSecrets();
    const body = verification('abc');
    expect(await w.slack.deliver({ body, headers: json })).toMatchObject({ status: 401, body: '' });
  });
});
