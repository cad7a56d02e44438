import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Besieged, besiege } from './besieged.ts';
import { anyText } from './nasty.ts';
import { holds } from './property.ts';

let b: Besieged;
beforeAll(async () => {
  b = await besiege();
});
afterAll(() => b.close());

const types = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-8',
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  'image/png',
);

/** What a genuine click and a genuine command look like, and what nobody would send. */
const bodies = fc.oneof(
  fc.constant(() => genuineClick()),
  fc.constant(() => genuineCommand()),
  fc.jsonValue().map((value) => () => JSON.stringify(value)),
  anyText.map((text) => () => text),
  anyText.map((text) => () => new URLSearchParams({ payload: text, command: text }).toString()),
);

const genuineClick = () =>
  new URLSearchParams({
    payload: JSON.stringify(b.room.ada.payloadOfClick(b.room.message(), 'Reveal')),
  }).toString();

const genuineCommand = () =>
  new URLSearchParams({
    command: '/groom',
    text: 'Forged',
    team_id: 'T0GROOM',
    channel_id: b.room.channelId,
    user_id: 'U0ADA',
    user_name: 'ada',
  }).toString();

const now = () => Math.floor(Date.now() / 1000);

/** Delivers it and expects nothing of it but a 401. */
async function isRefused(body: string, headers: Record<string, string>): Promise<void> {
  const [before, sent, calls] = [await b.items(), b.w.slack.sent.length, b.w.slack.traffic.length];
  const { status } = await b.w.slack.deliver({ body, headers });
  expect(status).toBe(401);
  expect(await b.items()).toBe(before);
  expect(b.w.slack.sent).toHaveLength(sent);
  // The request itself, and no call that came of it.
  expect(b.w.slack.traffic.length - calls).toBeLessThanOrEqual(1);
}

describe('A request', () => {
  it('should be neither read nor stored if it is not signed', async () => {
    const headers = fc.dictionary(
      fc.constantFrom('x-slack-signature', 'X-Slack-Request-Timestamp', 'x-slack-retry-num', 'x-other'),
      fc.oneof(
        fc.constantFrom('', 'v0=', `v0=${'0'.repeat(64)}`, 'v1=x', '0', '-1', '1e9', '99999999999999'),
        fc.constant('now').map(() => String(now())),
      ),
    );
    await holds(fc.tuple(bodies, headers, types), 150, async ([body, some, type]) => {
      await isRefused(body(), { ...some, 'content-type': type });
    });
  });

  it('should have a signature of its own body, time and secret', async () => {
    const flaw = fc.constantFrom(
      'body',
      'bytes',
      'time',
      'signature',
      'case',
      'version',
      'padding',
      'shorter',
    );
    await holds(fc.tuple(bodies, types, flaw, fc.nat()), 150, async ([make, type, wrong, where]) => {
      const body = make();
      const signed: Record<string, string> = { ...b.w.slack.sign(body), 'Content-Type': type };
      const { 'X-Slack-Signature': signature = '', 'X-Slack-Request-Timestamp': time = '' } = signed;
      const digit = 3 + (where % 64);
      const other = signature[digit] === 'a' ? 'b' : 'a';
      const flaws: Record<typeof wrong, [string, Record<string, string>]> = {
        body: [`${body} `, {}],
        bytes: [
          `${body.slice(0, where % (body.length + 1))}\u0001${body.slice(where % (body.length + 1))}`,
          {},
        ],
        time: [body, { 'X-Slack-Request-Timestamp': String(Number(time) + 1 + (where % 200)) }],
        signature: [
          body,
          { 'X-Slack-Signature': signature.slice(0, digit) + other + signature.slice(digit + 1) },
        ],
        case: [body, { 'X-Slack-Signature': `V${signature.slice(1)}` }],
        version: [body, { 'X-Slack-Signature': signature.replace('v0', 'v00') }],
        padding: [body, { 'X-Slack-Signature': `${signature}0` }],
        shorter: [body, { 'X-Slack-Signature': signature.slice(0, digit) }],
      };
      const [sent, headers] = flaws[wrong];
      await isRefused(sent, { ...signed, ...headers });
    });
  });

  it('should have been signed within five minutes, before or after', async () => {
    // Ids that no listener knows: acknowledged, without effect.
    const body = new URLSearchParams({ payload: JSON.stringify({ type: 'shortcut' }) }).toString();
    // The clock may tick between here and there, so not the very edge.
    const skews = fc.oneof(
      fc.integer({ min: -298, max: 298 }),
      fc.integer({ min: 302, max: 2e9 }),
      fc.integer({ min: -1.7e9, max: -302 }),
    );
    await holds(skews, 150, async (skew) => {
      const headers = b.w.slack.sign(body, now() + skew);
      if (Math.abs(skew) > 300) await isRefused(body, headers);
      else expect((await b.w.slack.deliver({ body, headers })).status).toBe(200);
    });
  });
});
