import { Agent, createServer, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import { closeServer, listenLocally } from '../../../stand-ins/aws/listen.ts';

export interface Passing {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
  /** Sends it on, or another body; every call is another delivery. Rejects when there is nobody to take it. */
  forward(body?: Buffer): Promise<Answer>;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Decides what becomes of a request; `undefined` breaks the connection instead of an answer. */
export type Pass = (request: Passing) => Promise<Answer | undefined>;

export interface Proxy {
  url: string;
  close(): Promise<void>;
}

/** Stands on 127.0.0.1 between a client and the HTTP server at `upstream`, which is asked for with each request. */
export async function startProxy(upstream: string | (() => string), pass: Pass): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const target = () => (typeof upstream === 'string' ? upstream : upstream());
  const server = createServer(async (incoming, response) => {
    try {
      const body = await readAll(incoming);
      const { method = 'GET', url: path = '/', headers } = incoming;
      const forward = (other = body) => send(target(), agent, { method, path, headers, body: other });
      answer(response, await pass({ method, path, headers, body, forward }));
    } catch {
      response.destroy();
    }
  });
  server.keepAliveTimeout = 60_000;
  const url = await listenLocally(server);
  return {
    url,
    async close() {
      await closeServer(server);
      agent.destroy();
    },
  };
}

function answer(response: ServerResponse, given: Answer | undefined): void {
  if (!given) {
    response.socket?.resetAndDestroy();
    return;
  }
  const { 'transfer-encoding': _, connection: __, ...headers } = given.headers;
  response.writeHead(given.status, { ...headers, 'content-length': String(given.body.length) });
  response.end(given.body);
}

async function send(
  upstream: string,
  agent: Agent,
  { method, path, headers, body }: Omit<Passing, 'forward'>,
): Promise<Answer> {
  const { host: _, connection: __, 'transfer-encoding': ___, ...kept } = headers;
  const options = { agent, method, headers: { ...kept, 'content-length': String(body.length) } };
  return new Promise((resolve, reject) => {
    const outgoing = open(new URL(path, upstream), options, (incoming) => {
      readAll(incoming).then(
        (bytes) => resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: bytes }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
