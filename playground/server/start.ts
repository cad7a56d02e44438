import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseObject } from '../../stand-ins/slack/blockkit/json.ts';
import { listen, readBody, send } from '../../stand-ins/slack/http.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import type { Answer } from '../protocol.ts';
import { ACTS } from './acts.ts';
import { isLocal } from './guard.ts';
import { OpenWindows } from './open-windows.ts';
import { readStatic } from './static-files.ts';

/** How many ports are tried, counting up, before giving up. */
const PORTS_TRIED = 20;
/** Below it, the files that the app has uploaded, by id. */
const FILES = '/playground/files/';

export interface PlaygroundServerOptions {
  slack: Slack;
  /** The port to start trying at. */
  port: number;
  /** The folder of the built page. */
  webRoot: string;
}

export interface PlaygroundServer {
  /** What to open in the browser. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** Serves the page and what it asks for (protocol.ts), on 127.0.0.1 only; on the next free port if need be. */
export async function startPlaygroundServer(options: PlaygroundServerOptions): Promise<PlaygroundServer> {
  const { slack, webRoot } = options;
  const windows = new OpenWindows(slack.core);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
    if (!isLocal(request)) {
      send(response, { status: 403, body: 'The playground is for this computer only.' });
    } else if (pathname === '/playground/events') {
      openStream(windows, searchParams, response);
    } else if (pathname.startsWith(FILES) && request.method === 'GET') {
      download(slack, pathname.slice(FILES.length), response);
    } else if (pathname.startsWith('/playground/')) {
      await act(slack, request, response, pathname.slice('/playground/'.length));
    } else {
      await serveFile(webRoot, pathname, response);
    }
  };
  const server = await listenNear(handle, options.port);
  return { url: `${server.origin}/`, port: server.port, close: server.close };
}

function openStream(windows: OpenWindows, query: URLSearchParams, response: ServerResponse): void {
  try {
    windows.connect(query.get('window'), query.get('member'), response);
  } catch (error) {
    send(response, { status: 400, body: messageOf(error) });
  }
}

/** Requires JSON, which no other site's form can send. */
async function act(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  what: string,
): Promise<void> {
  const perform = request.method === 'POST' ? ACTS[what] : undefined;
  if (perform === undefined) return send(response, { status: 404, body: { ok: false, error: 'Not found' } });
  const isJson = request.headers['content-type']?.startsWith('application/json');
  const body = isJson ? parseObject(await readBody(request)) : undefined;
  if (body === undefined) return send(response, { status: 400, body: { ok: false, error: 'JSON, please' } });
  let answer: Answer = { ok: true };
  try {
    await perform(slack.core, body);
  } catch (error) {
    answer = { ok: false, error: messageOf(error) };
  }
  send(response, { status: 200, body: answer });
}

/** Has the browser save the file and never show it as a page, because anything may be in it. */
function download(slack: Slack, id: string, response: ServerResponse): void {
  const file = slack.core.files.find(id);
  if (file?.content === undefined) {
    send(response, { status: 404, body: 'Not found' });
    return;
  }
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
  response.writeHead(200, { 'Content-Type': file.mimeType, 'Content-Disposition': disposition });
  response.end(file.content);
}

async function serveFile(webRoot: string, pathname: string, response: ServerResponse): Promise<void> {
  const file = await readStatic(webRoot, pathname);
  if (file === undefined) return send(response, { status: 404, body: 'Not found' });
  response.writeHead(200, { 'Content-Type': file.type, 'Cache-Control': 'no-cache' }).end(file.content);
}

async function listenNear(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  first: number,
): ReturnType<typeof listen> {
  for (let port = first; ; port += 1) {
    try {
      return await listen(handle, port);
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isTaken || port >= first + PORTS_TRIED) throw error;
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
