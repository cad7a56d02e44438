import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { type Clock, type Millis, SECOND } from '../time.ts';

/** As much of `fetch` as talking to Slack takes. */
export type Fetch = (url: string | URL, init?: FetchInit) => Promise<FetchAnswer>;

export interface FetchInit {
  method?: string;
  headers?: Record<string, string>;
  /** A FormData, which Slack's client has for files, is not sent but throws. */
  body?: string | Uint8Array | FormData;
  signal?: AbortSignal;
}

export interface FetchAnswer {
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: Pick<Headers, 'get'> & { entries(): Iterable<[string, string]> };
  arrayBuffer(): Promise<ArrayBuffer>;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

/**
 * How long a connection may have been idle and still be used. It is measured on the wall clock: a Lambda function
 * that was frozen meanwhile has not noticed that the other side hung up.
 */
const IDLE: Millis = 4 * SECOND;

/**
 * Node's own `fetch` takes 35 ms of CPU until its first request is out; the AWS SDK has loaded `node:https` anyway.
 * Connections are kept for the next request; redirects are not followed. Rejects if there is no answer, and when
 * `signal` says so.
 */
export function createFetch(now: Clock = Date.now): Fetch {
  const options = { keepAlive: true, timeout: IDLE };
  const plain = { send: overHttp, agent: new HttpAgent(options) };
  const secure = { send: overHttps, agent: new HttpsAgent(options) };
  let usedAt = now();

  return async (url, { body, ...init } = {}) => {
    const { send, agent } = new URL(url).protocol === 'https:' ? secure : plain;
    if (now() - usedAt > IDLE) hangUp(agent);
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      send(url, { ...init, agent }, resolve)
        .once('error', reject)
        .end(body);
    });
    const content = Buffer.concat(await response.toArray());
    usedAt = now();
    return toAnswer(String(url), response, content);
  };
}

function hangUp({ freeSockets }: HttpAgent): void {
  for (const socket of Object.values(freeSockets).flat()) socket?.destroy();
}

function toAnswer(url: string, response: IncomingMessage, content: Buffer<ArrayBuffer>): FetchAnswer {
  const { statusCode: status = 0, statusMessage: statusText = '', headersDistinct } = response;
  const headers = new Map(
    Object.entries(headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
  );
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    url,
    headers: { get: (name) => headers.get(name.toLowerCase()) ?? null, entries: () => headers.entries() },
    arrayBuffer: async () => Uint8Array.from(content).buffer,
    json: async () => JSON.parse(content.toString('utf8')),
    text: async () => content.toString('utf8'),
  };
}
