import type { Deps } from '../../src/play/deps.ts';
import type { Secret } from '../../src/ports/secret.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import type { Dispatched, SlackReceiver } from './receiver.ts';
import { isGenuine, parseBody } from './request.ts';

/** A request as it has come, its body unread. */
export interface HttpRequest {
  /** By their names in lower case. */
  headers: Record<string, string | undefined>;
  body: Buffer;
}

export interface HttpAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/**
 * Answers Slack's requests. Nothing is parsed before its signature has been verified on the raw bytes (401), and
 * nothing that can't be parsed goes further (400).
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function createHttpEndpoint(
  receiver: SlackReceiver,
  signingSecret: Secret,
  { log, now }: Pick<Deps, 'log' | 'now'>,
): (request: HttpRequest) => Promise<HttpAnswer> {
  return async ({ headers, body }) => {
    if (!(await isGenuine(signingSecret, body, headers, Math.floor(now() / 1000)))) {
      log.warn('unsigned request');
      return { status: 401, body: '' };
    }
    const parsed = parseBody(body.toString('utf8'), headers['content-type'] ?? '');
    if (parsed.kind === 'unparsable') {
      log.warn('unparsable request');
      return { status: 400, body: 'That could not be parsed.' };
    }
    return answerFor(await receiver.dispatch(parsed.body, signedAt(headers)));
  };
}

/** When a genuine request was signed. */
const signedAt = (headers: HttpRequest['headers']): Millis =>
  Number(headers['x-slack-request-timestamp']) * SECOND;

/** Slack takes any 200 for an acknowledgement, and shows everything else as an error. */
function answerFor(dispatched: Dispatched): HttpAnswer {
  if (dispatched.kind === 'failed') return { status: 500, body: 'Internal server error' };
  const response = dispatched.kind === 'acknowledged' ? (dispatched.response ?? '') : '';
  if (typeof response === 'string') return { status: 200, body: response };
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(response),
  };
}
