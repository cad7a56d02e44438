import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Besieged, besiege } from './besieged.ts';
import { anyText, anyValue } from './nasty.ts';
import { holds } from './property.ts';

/** Signed by Slack, and yet nothing that Slack would send. */

let b: Besieged;
beforeAll(async () => {
  b = await besiege();
});
afterAll(() => b.close());

const forms = fc
  .dictionary(
    fc.oneof(
      fc.constantFrom(
        'payload',
        'command',
        'text',
        'user_id',
        'channel_id',
        'team_id',
        'ssl_check',
        '__proto__',
      ),
      anyText,
    ),
    fc.oneof(
      anyText,
      anyValue.map((value) => JSON.stringify(value) ?? ''),
    ),
  )
  .map((fields) => new URLSearchParams(fields).toString());

const json = fc.oneof(
  anyValue.map((value) => JSON.stringify(value) ?? ''),
  fc
    .record({
      type: fc.constantFrom(
        ...['block_actions', 'view_submission', 'view_closed', 'url_verification', 'x', 1],
        ...['message_action', 'event_callback'],
      ),
      user: anyValue,
      team: anyValue,
      actions: fc.array(anyValue, { maxLength: 2 }),
      view: anyValue,
      challenge: anyValue,
      callback_id: anyValue,
      message: anyValue,
      event: anyValue,
    })
    .map((value) => JSON.stringify(value)),
);

const types = fc.constantFrom(
  ...['application/x-www-form-urlencoded', 'application/json', 'text/plain; charset=utf-8', 'x/y', ''],
);

describe('What is signed, whatever it says', () => {
  it('should be answered with 200 or 400 and have no effect', { timeout: 60_000 }, async () => {
    await holds(fc.tuple(fc.oneof(forms, json, anyText), types), 300, async ([body, type]) => {
      const [before, sent] = [await b.elsewhere(), b.w.slack.sent.length];
      const { status } = await b.w.slack.deliver({
        body,
        headers: { ...b.w.slack.sign(body), 'Content-Type': type },
      });
      expect([200, 400]).toContain(status);
      expect(await b.elsewhere()).toBe(before);
      expect(b.w.slack.sent).toHaveLength(sent);
    });
  });

  it('should be answered so whatever event an HTTP API makes of it', { timeout: 60_000 }, async () => {
    const command = new URLSearchParams({
      command: '/groom',
      text: 'help',
      user_id: 'U0ADA',
      channel_id: 'C0X',
    });
    const signed = b.w.slack.sign(command.toString());
    const encodings = fc.constantFrom('plain', 'base64', 'base64url', 'claims base64', 'denies base64');
    const names = fc.constantFrom(
      (name: string) => name.toLowerCase(),
      (name: string) => name.toUpperCase(),
      (name: string) => name,
    );
    // Of the right types: those are AWS's promise, not Slack's or an attacker's.
    const extras = fc.record(
      {
        body: fc.oneof(anyText, fc.constant(undefined)),
        headers: fc.oneof(fc.constant(undefined), fc.dictionary(anyText, anyText)),
        isBase64Encoded: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await holds(fc.tuple(encodings, names, extras), 200, async ([encoding, spell, extra]) => {
      const body = command.toString();
      const base64 = Buffer.from(body).toString(encoding === 'base64url' ? 'base64url' : 'base64');
      const isEncoded = encoding === 'base64' || encoding === 'base64url' || encoding === 'denies base64';
      const headers = Object.fromEntries(Object.entries(signed).map(([name, value]) => [spell(name), value]));
      const event = {
        version: '2.0',
        headers,
        body: isEncoded ? base64 : body,
        isBase64Encoded: encoding !== 'plain' && encoding !== 'denies base64',
        ...extra,
      };
      const context = { awsRequestId: 'r1' } as Parameters<typeof b.slackHandler>[1];
      const answer = (await b.slackHandler(JSON.parse(JSON.stringify(event)), context)) as {
        statusCode: number;
      };
      const isGenuine = encoding === 'plain' || encoding === 'base64' || encoding === 'base64url';
      expect([200, 400, 401]).toContain(answer.statusCode);
      if (Object.keys(extra).length === 0) expect(answer.statusCode).toBe(isGenuine ? 200 : 401);
    });
  });
});
