import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';
import type { Failure, Outcome } from '../ports/chat.ts';
import { SECOND } from '../time.ts';

/** How a call of Slack's client ended, as a value. */
export async function outcome<R, T = void>(call: Promise<R>, value?: (result: R) => T): Promise<Outcome<T>> {
  try {
    const result = await call;
    return { ok: true, value: value?.(result) as T };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/**
 * "It's possible some aspect of the operation succeeded before the error was raised."
 * https://docs.slack.dev/reference/methods/chat.update#errors
 */
const MAY_HAVE_HAPPENED: ReadonlySet<string> = new Set(['fatal_error', 'internal_error']);

export function failureOf(error: unknown): Failure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'rate_limited', retryAfter: error.retryAfter * SECOND };
  }
  if (error instanceof WebAPIPlatformError) {
    const { error: code } = error.data;
    return { kind: MAY_HAVE_HAPPENED.has(code) ? 'unknown' : 'refused', error: code };
  }
  if (error instanceof WebAPIHTTPError) return { kind: 'unknown', error: `HTTP ${error.statusCode}` };
  return { kind: 'unknown', error: nameOf(error) };
}

/** What went wrong, in a word. Not the name of an error's class, where it has a code: bundles are minified. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return error.cause instanceof Error ? `${code}: ${error.cause.message}` : code;
}
