import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Core, createCore, type SlackOptions } from './core.ts';
import { listen, readBody, readBytes, send } from './http.ts';
import { receiveResponse } from './respond.ts';
import { Slack } from './slack.ts';
import { receiveUpload } from './uploads.ts';
import { callMethod } from './web-api.ts';

/**
 * Starts a Slack with one workspace on 127.0.0.1: strict where the real one is strict, so that what works
 * here works there. It is the playground's Slack and the tests'.
 */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const core = createCore(options);
  const server = await listen((request, response) => handle(core, request, response), options.port ?? 0);
  server.server.on('upgrade', (request, socket, head) => core.connections.receive(request, socket, head));
  core.responseUrls.origin = server.origin;
  return new Slack(core, `${server.origin}/api/`, () => {
    core.connections.close();
    return server.close();
  });
}

async function handle(core: Core, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://slack');
  if (pathname.startsWith('/upload/') && request.method === 'POST') {
    const type = request.headers['content-type'] ?? '';
    return send(response, await receiveUpload(core, pathname, type, await readBytes(request)));
  }
  const body = request.method === 'GET' ? search.slice(1) : await readBody(request);
  if (pathname.startsWith('/api/')) {
    const reply = await callMethod(core, pathname.slice('/api/'.length), request.headers, body);
    if (reply === undefined) request.socket.destroy();
    else send(response, reply);
  } else if (/^\/(commands|actions|app)\//.test(pathname) && request.method === 'POST') {
    send(response, receiveResponse(core, pathname, body));
  } else {
    send(response, { status: 404, body: 'Not found' });
  }
}
