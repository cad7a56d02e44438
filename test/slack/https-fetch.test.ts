import { createServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { SECOND } from '../../src/time.ts';
import { closeServer, listenLocally } from '../../stand-ins/aws/listen.ts';
import { manualClock } from '../clock.ts';

let asked: { method: string | undefined; headers: IncomingHttpHeaders; body: Buffer }[] = [];
let connections = 0;
const server = createServer(async (request, response) => {
  const body = await buffer(request);
  asked.push({ method: request.method, headers: request.headers, body });
  if (request.url === '/never') return;
  if (request.url === '/broken') return void request.socket.destroy();
  const moved = request.url === '/moved';
  response.writeHead(moved ? 302 : 200, { 'x-one': 'a', 'set-cookie': ['b', 'c'], location: '/' });
  response.end('{"said":"日本"}');
}).on('connection', () => connections++);

let url: string;
beforeAll(async () => {
  url = await listenLocally(server);
});
afterAll(() => closeServer(server));
beforeEach(() => {
  asked = [];
  connections = 0;
});

describe('Our fetch', () => {
  it('should bring what is sent, and read what comes back, as Node’s own does', async () => {
    const fetch = createFetch();
    const body = Buffer.from('{"text":"日本"}');
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(asked).toMatchObject([
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
        body,
      },
    ]);
    const native = await globalThis.fetch(url);
    const read = async ({ ok, status, statusText, headers }: Response | typeof answer) => {
      const names = ['x-one', 'X-One', 'set-cookie', 'location', 'absent'];
      return { ok, status, statusText, headers: names.map((name) => headers.get(name)) };
    };
    expect(await read(answer)).toEqual(await read(native));
    expect(await answer.json()).toEqual({ said: '日本' });
    expect(await answer.text()).toBe('{"said":"日本"}');
    expect(new TextDecoder().decode(await answer.arrayBuffer())).toBe('{"said":"日本"}');
    expect([...answer.headers.entries()]).toContainEqual(['x-one', 'a']);
  });

  it('should use a connection again, unless it was idle for long by the wall clock', async () => {
    const clock = manualClock();
    const fetch = createFetch(clock.now);
    await fetch(url);
    clock.advance(3 * SECOND);
    await fetch(url);
    expect(connections).toBe(1);
    // Frozen: no timer of the process has run.
    clock.advance(5 * SECOND);
    await fetch(url);
    expect(connections).toBe(2);
  });

  it('should not follow a redirect', async () => {
    expect(await createFetch()(`${url}/moved`)).toMatchObject({ ok: false, status: 302 });
    expect(asked).toHaveLength(1);
  });

  it('should reject where no answer comes, or none in time', async () => {
    const fetch = createFetch();
    await expect(fetch(`${url}/broken`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    const signal = AbortSignal.timeout(50);
    await expect(fetch(`${url}/never`, { signal })).rejects.toMatchObject({ name: 'AbortError' });
    await expect(fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('should speak TLS where the address is https', async () => {
    const { promise: first, resolve } = Promise.withResolvers<Buffer>();
    const listener = createTcpServer((socket) => {
      socket.once('data', (data: Buffer) => {
        resolve(data);
        socket.destroy();
      });
    });
    await new Promise<void>((listening) => listener.listen(0, '127.0.0.1', listening));
    const { port } = listener.address() as { port: number };
    await expect(createFetch()(`https://127.0.0.1:${port}/`)).rejects.toThrow();
    // The record type of a handshake, and the major version. https://www.rfc-editor.org/rfc/rfc8446#section-5.1
    expect([...(await first).subarray(0, 2)]).toEqual([22, 3]);
    listener.close();
  });
});
