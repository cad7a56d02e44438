import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSignedBySlack, parseBody } from '../../../handlers/receive/request.ts';

const SECRET = 'signing-secret';
const NOW = 1_700_000_000;
const BODY = Buffer.from('payload=%7B%22a%22%3A%22%C3%A9%22%7D');

function signature(timestamp: string | number, body = BODY, secret = SECRET): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
}
const signed = (timestamp: string | number, changes: Record<string, string | undefined> = {}) => ({
  'x-slack-request-timestamp': String(timestamp),
  'x-slack-signature': signature(timestamp),
  ...changes,
});
const accepts = (headers: Record<string, string | undefined>, body = BODY) =>
  isSignedBySlack(SECRET, body, headers, NOW);

describe('A request is Slack’s', () => {
  it.each([0, 1, 299, 300, -1, -300])('when it was signed %d s ago', (age) => {
    expect(accepts(signed(NOW - age))).toBe(true);
  });

  it.each([301, 360, 86_400, NOW, -301, -360, -86_400])('not when it was signed %d s ago', (age) => {
    expect(accepts(signed(NOW - age))).toBe(false);
  });

  const good = signature(NOW);
  it.each<[string, string | undefined]>([
    ['none', undefined],
    ['an empty one', ''],
    ['its version only', 'v0='],
    ['one of another version', good.replace('v0', 'v1')],
    ['a shorter one', good.slice(0, -1)],
    ['a longer one', `${good}0`],
    ['one in capitals', good.toUpperCase()],
    ['one with a wrong digit', good.slice(0, -1) + (good.endsWith('0') ? '1' : '0')],
    ['one as long in characters but not in bytes', `${good.slice(0, -1)}é`],
    ['one with another secret', signature(NOW, BODY, 'other')],
    ['one of another body', signature(NOW, Buffer.from('payload=1'))],
    ['one of another time', signature(NOW - 1)],
  ])('not with this signature: %s', (_, given) => {
    expect(accepts(signed(NOW, { 'x-slack-signature': given }))).toBe(false);
  });

  it.each(['', 'now', '1e9', `${NOW}.5`, `+${NOW}`, ` ${NOW}`, `-${NOW}`, '0x65', '9'.repeat(13)])(
    'not with the timestamp %j',
    (timestamp) => {
      expect(accepts(signed(timestamp))).toBe(false);
    },
  );

  it('should not be so with any byte changed', () => {
    fc.assert(
      fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
        const body = Buffer.from(BODY);
        body[index] = (body[index] ?? 0) ^ flip;
        expect(accepts(signed(NOW), body)).toBe(false);
      }),
    );
  });
});

describe('A body', () => {
  const form = 'application/x-www-form-urlencoded';
  it.each([
    ['a command', 'command=%2Fgroom&text=Add+SSO', form, { command: '/groom', text: 'Add SSO' }],
    [
      'an interaction',
      `payload=${encodeURIComponent('{"type":"block_actions"}')}`,
      form,
      { type: 'block_actions' },
    ],
    ['a form that says its charset', 'command=%2Fgroom', `${form}; charset=utf-8`, { command: '/groom' }],
    ['a form that says nothing', 'command=%2Fgroom', '', { command: '/groom' }],
    ['an event', '{"type":"url_verification"}', 'application/json', { type: 'url_verification' }],
    ['an event that says its charset', '{"type":"x"}', 'application/json; charset=utf-8', { type: 'x' }],
    ['an event that says nothing', '{"type":"x"}', '', { type: 'x' }],
    ['a check', 'ssl_check=1&token=x', form, { ssl_check: '1', token: 'x' }],
  ])('of %s', (_, text, contentType, body) => {
    expect(parseBody(text, contentType)).toEqual({ kind: 'body', body });
  });

  it.each([
    ['', form],
    ['', 'application/json'],
    ['payload=', form],
    ['payload=%7B', form],
    ['payload=%5B%5D', form],
    ['payload=null', form],
    ['payload=%22text%22', form],
    ['a=b', form],
    ['{', 'application/json'],
    ['[]', 'application/json'],
    ['null', 'application/json'],
    ['17', ''],
  ])('%j as %j cannot be parsed', (text, contentType) => {
    expect(parseBody(text, contentType)).toEqual({ kind: 'unparsable' });
  });

  const types = fc.constantFrom(form, 'application/json', '', 'text/plain', 'multipart/form-data');
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.json().map((json) => `payload=${encodeURIComponent(json)}`),
    fc.webQueryParameters(),
  );

  it('should never make the parser throw', () => {
    fc.assert(fc.property(text, types, (one, type) => void parseBody(one, type)));
  });
});
