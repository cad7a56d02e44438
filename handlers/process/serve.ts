import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIP } from 'node:net';
import type { HttpAnswer, HttpRequest } from '../receive/http.ts';
import { CannotRun, codeOf } from './cannot-run.ts';

/** Answers by method and path: `POST /slack/events`. */
type Routes = Readonly<Record<string, (request: HttpRequest) => Promise<HttpAnswer>>>;

interface Served {
  /** Without a path: `http://127.0.0.1:3000`. */
  url: string;
  /** Takes no more requests, and ends once those under way are answered. */
  close(): Promise<void>;
}

/** Slack sends nothing near to it. */
const MOST_BYTES = 1024 * 1024;

const LOOPBACK = '127.0.0.1';

/**
 * Serves HTTP; on loopback unless told otherwise, at any free port if `port` is 0.
 * @throws {CannotRun} if the port can't be had
 */
export async function serve(
  routes: Routes,
  { port, host = LOOPBACK }: { port: number; host?: string },
): Promise<Served> {
  const server = createServer((request, response) => {
    answerTo(request, routes).then(
      (answer) => {
        // While the process ends, whoever was answered last is not to keep it.
        response.shouldKeepAlive &&= server.listening;
        send(response, answer);
      },
      // Whoever has asked has hung up.
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    const why = codeOf(error) === 'EADDRINUSE' ? 'another program has it' : codeOf(error);
    throw new CannotRun('config', `Port ${port} can’t be had on ${host}: ${why}. Choose another one.`);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://${isIP(host) === 6 ? `[${host}]` : host}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

async function answerTo(request: IncomingMessage, routes: Routes): Promise<HttpAnswer> {
  const [path = '/'] = (request.url ?? '/').split('?');
  const route = `${request.method} ${path}`;
  const answer = Object.hasOwn(routes, route) ? routes[route] : undefined;
  if (!answer) return { status: 404, body: 'Not found' };
  const body = await readBody(request);
  if (!body) return { status: 413, body: 'Too large' };
  const headers = Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]);
  return answer({ headers: Object.fromEntries(headers), body });
}

/** `undefined` if it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return bytes <= MOST_BYTES ? Buffer.concat(chunks) : undefined;
}

function send(response: ServerResponse, { status, headers, body }: HttpAnswer): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(body);
}
