import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Secret } from '../../src/ports/secret.ts';

/** Slack's own limit for how old a request may be; we hold it to the future too. */
const MAX_SKEW_SECONDS = 5 * 60;

/**
 * Whether Slack signed these bytes within the last (or next) five minutes.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isSignedBySlack(
  secret: string,
  body: Buffer,
  headers: Record<string, string | undefined>,
  nowSeconds: number,
): boolean {
  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  const signature = headers['x-slack-signature'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(nowSeconds - Number(timestamp)) > MAX_SKEW_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  const given = Buffer.from(signature);
  const wanted = Buffer.from(`v0=${expected}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * The same by a secret that may be in the middle of a change: if it isn't signed with the one we know, nor with the one
 * before, there may be a newer one.
 */
export async function isGenuine(
  secret: Secret,
  body: Buffer,
  headers: Record<string, string | undefined>,
  nowSeconds: number,
): Promise<boolean> {
  const isSigned = () =>
    [secret.current, secret.previous].some(
      (one) => one !== undefined && isSignedBySlack(one, body, headers, nowSeconds),
    );
  return isSigned() || ((await secret.renew()) && isSigned());
}

export type Parsed =
  /** What Slack sends: an object, from JSON or from a form (with a JSON `payload` where it has one). */
  { kind: 'body'; body: Record<string, unknown> } | { kind: 'unparsable' };

/** Parses a verified body, whatever its `content-type` says beyond form or JSON. */
export function parseBody(text: string, contentType: string): Parsed {
  try {
    if (contentType.includes('json')) return asBody(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get('payload');
    if (payload !== null) return asBody(JSON.parse(payload));
    if (form.has('command') || form.has('ssl_check')) return asBody(Object.fromEntries(form));
    return asBody(JSON.parse(text));
  } catch {
    return { kind: 'unparsable' };
  }
}

function asBody(value: unknown): Parsed {
  return isObject(value) ? { kind: 'body', body: value } : { kind: 'unparsable' };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
