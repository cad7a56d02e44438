import { WebSocket } from 'ws';
import { errorFields, type Log } from '../../ports/log.ts';
import { type Millis, SECOND } from '../../time.ts';
import { acknowledge, type Envelope, readMessage, type Take } from './envelope.ts';

/** Slack greets at once, and pings every few seconds; whoever hears nothing for so long has lost the connection. */
const SILENCE: Millis = 30 * SECOND;

/** Whoever is hung up on answers, or is gone. */
const FAREWELL: Millis = 2 * SECOND;

interface ConnectionOptions {
  url: string;
  take: Take;
  log: Log;
  /** Slack has said hello: what people do comes through it from now on. */
  stands(): void;
  /** Slack wants another one in its place, in some seconds; this one goes on meanwhile. */
  endsSoon(): void;
  /** It is over; `reason` if Slack has said why. */
  ended(reason?: string): void;
}

/** One WebSocket of Socket Mode. */
export interface Connection {
  /** Lets what is under way be acknowledged, and hangs up. */
  finish(): Promise<void>;
}

/**
 * Connects to an address of `apps.connections.open`, which takes one connection. What comes is acknowledged through it
 * alone, once it is taken.
 * https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export function connect({ url, take, log, ...told }: ConnectionOptions): Connection {
  const socket = new WebSocket(url);
  const underWay = new Set<Promise<void>>();
  let reason: string | undefined;
  const closed = Promise.withResolvers<void>();
  const silence = setTimeout(() => socket.terminate(), SILENCE);

  socket.on('ping', () => silence.refresh());
  socket.on('message', (data) => {
    silence.refresh();
    const message = readMessage(String(data));
    if (message === undefined) log.warn('a message that is none of Slack’s');
    else if ('envelope_id' in message) answer(message);
    else if (message.type === 'hello') told.stands();
    else if (message.reason === 'warning') told.endsSoon();
    else {
      ({ reason } = message);
      void finish();
    }
  });
  socket.on('error', (error) => log.warn('connection failed', errorFields(error)));
  socket.on('close', () => {
    clearTimeout(silence);
    closed.resolve();
    told.ended(reason);
  });

  function answer(envelope: Envelope): void {
    const answered = acknowledge(envelope, take, log).then((said) => {
      if (said === undefined) return;
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(said));
      // Slack sends events again; whoever has clicked is shown that it failed, and clicks again.
      else log.warn('connection lost before the acknowledgement', { type: envelope.type });
    });
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  }

  async function finish(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
    socket.close(1000);
    const unanswered = setTimeout(() => socket.terminate(), FAREWELL);
    await closed.promise;
    clearTimeout(unanswered);
  }

  return { finish };
}
