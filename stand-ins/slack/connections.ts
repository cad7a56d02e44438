import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type Json, parseObject } from './blockkit/json.ts';
import type { Clock } from './clock.ts';

/** @see https://docs.slack.dev/apis/events-api/using-socket-mode#using-multiple-connections */
const MOST_CONNECTIONS = 10;
/** How long an address can be connected to, once. Slack says that it is temporary, not how long. */
const TICKET_LIFE_MS = 30_000;
/** Whoever hears nothing for much longer has lost the connection. */
const PING_MS = 10_000;

/** Why Slack takes a connection away; `warning`: it will, in some ten seconds. */
export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

/** Something that Slack sends through a connection. */
export interface Envelope {
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: Json;
  /** Whether the acknowledgement may say something. */
  accepts_response_payload: boolean;
  /** Of events, which are sent again. */
  retry_attempt?: number;
  retry_reason?: string;
}

/** How an envelope was taken: with this, `{}` if nothing; or not. */
export type Acknowledged = { payload: Json } | { failure: 'operation_timeout' | 'dispatch_failed' };

/**
 * The WebSocket connections of an app in Socket Mode. Each envelope goes to one of them, and only what is said there,
 * in time, and as Slack documents it, acknowledges it; everything else that an app says is ignored.
 * @see https://docs.slack.dev/apis/events-api/using-socket-mode
 */
export class Connections {
  /** Off: whoever connects is told so, and nothing is delivered this way. */
  enabled: boolean;
  readonly #clock: Clock;
  readonly #appId: string;
  readonly #ackTimeoutMs: number;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Map<string, number>();
  /** In the order in which they are next. */
  #open: WebSocket[] = [];
  readonly #waiting = new Map<string, { socket: WebSocket; answered: (message: Json) => void }>();

  constructor(options: { enabled: boolean; clock: Clock; appId: string; ackTimeoutMs: number }) {
    this.enabled = options.enabled;
    this.#clock = options.clock;
    this.#appId = options.appId;
    this.#ackTimeoutMs = options.ackTimeoutMs;
  }

  get count(): number {
    return this.#open.length;
  }

  /** The path, with its query, of an address that takes one connection. */
  issue(): string {
    const ticket = crypto.randomUUID();
    this.#tickets.set(ticket, this.#clock.now());
    return `/link/?ticket=${ticket}&app_id=${this.#appId}`;
  }

  /** Somebody connects. What isn't an address that was issued is refused before it becomes a WebSocket. */
  receive(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://slack');
    const ticket = searchParams.get('ticket') ?? '';
    const issuedAt = this.#tickets.get(ticket) ?? Number.NEGATIVE_INFINITY;
    this.#tickets.delete(ticket);
    if (pathname !== '/link/' || this.#clock.now() - issuedAt > TICKET_LIFE_MS) {
      socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection));
  }

  /** Sends it to one connection, and waits for what is said there. */
  async send(envelope: Envelope): Promise<Acknowledged> {
    const socket = this.#next();
    if (socket === undefined) return { failure: 'dispatch_failed' };
    const { promise, resolve } = Promise.withResolvers<Acknowledged>();
    const timer = setTimeout(() => resolve({ failure: 'operation_timeout' }), this.#ackTimeoutMs);
    const envelope_id = crypto.randomUUID();
    this.#waiting.set(envelope_id, {
      socket,
      answered: (message) => resolve(acknowledgement(envelope, message)),
    });
    say(socket, { envelope_id, ...envelope });
    const acknowledged = await promise;
    clearTimeout(timer);
    this.#waiting.delete(envelope_id);
    return acknowledged;
  }

  /** Tells a connection that it will be taken away, or takes it away; the one that was opened first, or all. */
  disconnect(reason: DisconnectReason, which: 'oldest' | 'all'): void {
    // The order of turns is not that of age.
    const byAge = [...this.#server.clients].filter((socket) => this.#open.includes(socket));
    for (const socket of which === 'all' ? byAge : byAge.slice(0, 1)) this.#dismiss(socket, reason);
  }

  /** The network loses all connections, and nobody is told. */
  cut(): void {
    for (const socket of this.#open) socket.terminate();
    this.#open = [];
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (!this.enabled) this.#dismiss(socket, 'link_disabled');
    else if (this.count >= MOST_CONNECTIONS) this.#dismiss(socket, 'too_many_websockets');
    else this.#greet(socket);
  }

  #greet(socket: WebSocket): void {
    this.#open.push(socket);
    const pings = setInterval(() => socket.ping(), PING_MS).unref();
    socket.on('message', (data) => this.#hear(socket, data));
    socket.on('close', () => {
      clearInterval(pings);
      this.#forget(socket);
    });
    say(socket, {
      type: 'hello',
      num_connections: this.count,
      debug_info: { ...debugInfo, build_number: 1, approximate_connection_time: 18060 },
      connection_info: { app_id: this.#appId },
    });
  }

  #dismiss(socket: WebSocket, reason: DisconnectReason): void {
    say(socket, { type: 'disconnect', reason, debug_info: debugInfo });
    if (reason === 'warning') return;
    this.#forget(socket);
    // What was sent before may still be acknowledged until the app has closed its side.
    socket.close(1000);
  }

  #forget(socket: WebSocket): void {
    this.#open = this.#open.filter((open) => open !== socket);
  }

  #next(): WebSocket | undefined {
    const socket = this.#open.shift();
    if (socket !== undefined) this.#open.push(socket);
    return socket;
  }

  #hear(socket: WebSocket, data: RawData): void {
    const message = parseObject(String(data));
    const waiting = this.#waiting.get(String(message?.envelope_id));
    if (message !== undefined && waiting?.socket === socket) waiting.answered(message);
  }
}

const debugInfo = { host: 'stand-in' };

/** Slack's libraries always send a payload, `{}` if there is nothing to say. */
function acknowledgement(envelope: Envelope, { payload = {} }: Json): Acknowledged {
  const said = typeof payload === 'object' && payload !== null ? (payload as Json) : undefined;
  const isAllowed = envelope.accepts_response_payload || (said && Object.keys(said).length === 0);
  return said && isAllowed ? { payload: said } : { failure: 'dispatch_failed' };
}

const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));
