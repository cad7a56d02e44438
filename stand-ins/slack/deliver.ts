import { createHmac } from 'node:crypto';
import { type Json, parseObject } from './blockkit/json.ts';
import type { Acknowledged, Envelope } from './connections.ts';
import type { Core } from './core.ts';

/** How the app took a request. */
export interface Delivery {
  /** HTTP status; 0 when no answer came in time, or no connection. */
  status: number;
  /** Milliseconds until the answer. */
  ackMs: number;
  body: string;
  /** The code Slack shows when the app did not acknowledge. */
  failure?: 'operation_timeout' | 'dispatch_failed';
}

export interface RawRequest {
  body: string;
  headers: Record<string, string>;
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * The headers of a genuine request from Slack.
 * @param seconds epoch seconds; now if absent
 * @see https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function signedHeaders(
  core: Core,
  body: string,
  seconds?: number,
  type = FORM,
): Record<string, string> {
  const timestamp = String(seconds ?? Math.floor(core.clock.now() / 1000));
  const hmac = createHmac('sha256', core.signingSecret).update(`v0:${timestamp}:${body}`);
  return {
    'Content-Type': type,
    'User-Agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'X-Slack-Request-Timestamp': timestamp,
    'X-Slack-Signature': `v0=${hmac.digest('hex')}`,
  };
}

/**
 * Signs a form and delivers it, or sends what is in it to an app in Socket Mode. Interactions travel as JSON in the field
 * `payload`.
 */
export async function deliverForm(
  core: Core,
  name: string,
  fields: Record<string, string>,
): Promise<Delivery> {
  const body = new URLSearchParams(fields).toString();
  const request = fields.payload === undefined ? fields : parseObject(fields.payload);
  if (core.connections.enabled) {
    const isCommand = fields.payload === undefined;
    return sendLogged(core, name, {
      type: isCommand ? 'slash_commands' : 'interactive',
      payload: { ...request },
      accepts_response_payload: isCommand || name === 'view_submission',
    });
  }
  return deliverLogged(core, name, { body, headers: signedHeaders(core, body) }, request);
}

/**
 * Signs an event and delivers it, as JSON. Where the app fails, Slack tries again: at once, after a minute and
 * after five. Here only the first of these happens.
 * @see https://docs.slack.dev/apis/events-api#retries
 */
export async function deliverEvent(core: Core, name: string, envelope: Json): Promise<Delivery> {
  if (core.connections.enabled) return sendEvent(core, name, envelope);
  const body = JSON.stringify(envelope);
  const headers = signedHeaders(core, body, undefined, 'application/json');
  const delivery = await deliverLogged(core, name, { body, headers }, envelope);
  if (delivery.failure === undefined) return delivery;
  const reason = delivery.failure === 'operation_timeout' ? 'http_timeout' : 'http_error';
  const retry = { 'X-Slack-Retry-Num': '1', 'X-Slack-Retry-Reason': reason };
  return deliverLogged(core, name, { body, headers: { ...headers, ...retry } }, envelope);
}

/** Through connections, where what isn't acknowledged comes again as well, from whichever is next. */
async function sendEvent(core: Core, name: string, payload: Json): Promise<Delivery> {
  const envelope = { type: 'events_api', payload, accepts_response_payload: false } as const;
  const first = await sendLogged(core, name, { ...envelope, retry_attempt: 0, retry_reason: '' });
  if (first.failure === undefined) return first;
  return sendLogged(core, name, { ...envelope, retry_attempt: 1, retry_reason: 'timeout' });
}

/** Sends an envelope, and notes in the journal how it was taken: as the answer over HTTP would be. */
async function sendLogged(core: Core, name: string, envelope: Envelope): Promise<Delivery> {
  const at = core.clock.now();
  const began = performance.now();
  const taken = await core.connections.send(envelope);
  const delivery = deliveryOf(taken, Math.round(performance.now() - began));
  note(core, name, at, delivery, envelope.payload);
  return delivery;
}

function deliveryOf(taken: Acknowledged, ackMs: number): Delivery {
  if ('failure' in taken) return { status: 0, ackMs, body: '', failure: taken.failure };
  const isEmpty = Object.keys(taken.payload).length === 0;
  return { status: 200, ackMs, body: isEmpty ? '' : JSON.stringify(taken.payload) };
}

/** Delivers any request, genuine or not, and notes it in the journal. */
export async function deliverLogged(
  core: Core,
  name: string,
  raw: RawRequest,
  request: unknown,
): Promise<Delivery> {
  const at = core.clock.now();
  const delivery = await deliver(core, raw);
  note(core, name, at, delivery, request);
  return delivery;
}

function note(core: Core, name: string, at: number, delivery: Delivery, request: unknown): void {
  core.journal.addTraffic({
    at,
    direction: 'to app',
    name,
    outcome: delivery.failure === 'operation_timeout' ? delivery.failure : String(delivery.status),
    ms: delivery.ackMs,
    request,
    response: parseObject(delivery.body) ?? delivery.body,
  });
  core.changed();
}

/** Slack waits three seconds, once: interactions are never retried. */
async function deliver(core: Core, { body, headers }: RawRequest): Promise<Delivery> {
  if (core.deliverTo === undefined) throw new Error('The app has no Request URL yet: set slack.deliverTo');
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  const signal = AbortSignal.timeout(core.ackTimeoutMs);
  try {
    const response = await fetch(core.deliverTo, { method: 'POST', headers, body, signal });
    const text = await response.text();
    const answer: Delivery = { status: response.status, ackMs: elapsed(), body: text };
    return response.status === 200 ? answer : { ...answer, failure: 'dispatch_failed' };
  } catch {
    const failure = signal.aborted ? 'operation_timeout' : 'dispatch_failed';
    return { status: 0, ackMs: elapsed(), body: '', failure };
  }
}
