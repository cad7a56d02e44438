import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Deps } from '../../src/play/deps.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import { knownBody } from './known-body.ts';
import { isSignedBySlack, parseBody, rawBody } from './request.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;
/** Bolt's receiver; its own types leave open what goes in and comes out. */
type BoltHandler = ReturnType<import('@slack/bolt').AwsLambdaReceiver['toHandler']>;

/** An ack after more than this is on its way to the three seconds that Slack waits. */
const SLOW: Millis = 1 * SECOND;

const OK = { statusCode: 200, body: '' };
const BAD_REQUEST = { statusCode: 400, body: 'That could not be parsed.' };
const UNAUTHORIZED = { statusCode: 401, body: '' };

/**
 * Guards Bolt: nothing unsigned is parsed (401), nothing unparsable reaches Bolt (400), and what Slack signed but
 * we don't know is acknowledged without effect. An error while handling a click stays an error (500): the click
 * is not acknowledged, Slack says so, and its user clicks again.
 */
export function createSlackHandler(signingSecret: string, bolt: BoltHandler, deps: Deps): Handler {
  const { log, metrics, now } = deps;
  return async (event, context) => {
    const raw = rawBody(event);
    const headers = lowerCased(event.headers);
    if (!isSignedBySlack(signingSecret, raw, headers, Math.floor(now() / 1000))) {
      log.warn('unsigned request');
      return UNAUTHORIZED;
    }
    const parsed = parseBody(raw.toString('utf8'), headers['content-type'] ?? '');
    if (parsed.kind === 'unparsable') {
      log.warn('unparsable request');
      return BAD_REQUEST;
    }
    const { body } = parsed;
    const known = knownBody(body);
    if (!known) {
      log.info('unknown request', { type: typeOf(body) });
      return OK;
    }
    const began = now();
    const response: APIGatewayProxyStructuredResultV2 = await bolt(asJson(event, known), context);
    const ms = now() - began;
    if (ms > SLOW) metrics.count('SlowAcks');
    if (response.statusCode === 500) metrics.count('FailedRequests');
    log.debug('answered', { status: response.statusCode ?? 0, ms });
    // Bolt answers 404 to what no listener is registered for.
    if (response.statusCode !== 404) return response;
    log.info('unknown request', { type: typeOf(body) });
    return OK;
  };
}

/** For the log: what kind of request it claims to be. */
function typeOf({ type, command }: Record<string, unknown>): string {
  const claimed = type ?? command;
  return typeof claimed === 'string' ? claimed.slice(0, 40) : typeof claimed;
}

/** What is known of the verified, parsed body once more for Bolt, in the one form that its receiver cannot misread. */
function asJson(event: APIGatewayProxyEventV2, body: Record<string, unknown>) {
  const headers = { 'content-type': 'application/json' };
  return {
    ...event,
    headers,
    body: JSON.stringify(body),
    isBase64Encoded: false,
  } as unknown as Parameters<BoltHandler>[0];
}

function lowerCased(headers: Record<string, string | undefined> = {}): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
