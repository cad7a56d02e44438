import { type App, type Receiver, ReceiverMultipleAckError } from '@slack/bolt';
import { defined } from '../../src/game/defined.ts';
import type { Deps } from '../../src/play/deps.ts';
import { errorFields } from '../../src/ports/log.ts';
import { type Millis, SECOND } from '../../src/time.ts';
import { type Payload, readPayload } from './schemas.ts';

/** What came of something that Slack has told us. */
export type Dispatched =
  /** `response` is for Slack, such as the errors of a form. */
  | { kind: 'acknowledged'; response?: string | object | undefined }
  /** Nobody listens to it: nothing has happened. */
  | { kind: 'unknown' }
  /** Not acknowledged: Slack says so to whoever clicked, and they click again. */
  | { kind: 'failed' };

/** Bolt's receiver, for any host: it takes what the host knows to be Slack's, and says how to answer. */
export interface SlackReceiver extends Receiver {
  /** Resolves once every listener has settled; never rejects. */
  dispatch(body: Record<string, unknown>, signedAt?: Millis): Promise<Dispatched>;
}

/** Bolt, whose listeners find in their `context` what the receiver has read. */
export type BoltApp = App<Received>;

/** What listeners find in their `context`. */
export interface Received {
  payload: Payload;
  /** All that Slack has sent, unchecked: for the doctor, who shows it, alone. */
  raw: Readonly<Record<string, unknown>>;
  /** When Slack signed the request, if the host knows: the second in which that was. */
  signedAt?: Millis;
}

/** An ack after more than this is on its way to the three seconds that Slack waits. */
const SLOW: Millis = 1 * SECOND;

/**
 * Stands between a host and Bolt: Bolt gets to see what we listen to, checked, and nothing else. What Slack has
 * told us and we don't know is no error.
 */
export function createReceiver(
  { log, metrics, now }: Pick<Deps, 'log' | 'metrics' | 'now'>,
  /** Whether a payload is not for us; whoever sent it is told by then. */
  isTurnedAway: (payload: Payload) => Promise<boolean> = async () => false,
): SlackReceiver {
  let app: App | undefined;

  async function handle({ payload, raw, signedAt }: Received): Promise<Dispatched> {
    if (payload.kind === 'urlVerification') {
      return { kind: 'acknowledged', response: { challenge: payload.body.challenge } };
    }
    let dispatched: Dispatched = { kind: 'unknown' };
    const ack = async (response?: string | object) => {
      if (dispatched.kind === 'acknowledged') throw new ReceiverMultipleAckError();
      dispatched = { kind: 'acknowledged', response };
    };
    try {
      if (await isTurnedAway(payload)) return { kind: 'acknowledged' };
      await app?.processEvent({
        body: payload.body,
        ack,
        customProperties: defined({ payload, raw, signedAt }),
      });
      return dispatched;
    } catch (error) {
      log.error('request failed', { request: payload.kind, ...errorFields(error) });
      return { kind: 'failed' };
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    // The host listens and Bolt does not.
    async start() {},
    async stop() {},
    async dispatch(body, signedAt) {
      const payload = readPayload(body);
      const began = now();
      const dispatched: Dispatched = payload
        ? await handle(defined({ payload, raw: body, signedAt }))
        : { kind: 'unknown' };
      const ms = now() - began;
      if (ms > SLOW) metrics.count('SlowAcks');
      if (dispatched.kind === 'failed') metrics.count('FailedRequests');
      if (dispatched.kind === 'unknown') log.info('unknown request', { type: typeOf(body) });
      else log.debug('answered', { outcome: dispatched.kind, ms });
      return dispatched;
    },
  };
}

/** For the log: what kind of request it claims to be. */
function typeOf({ type, command }: Record<string, unknown>): string {
  const claimed = type ?? command;
  return typeof claimed === 'string' ? claimed.slice(0, 40) : typeof claimed;
}
