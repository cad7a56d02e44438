import type { ServerResponse } from 'node:http';
import type { Core } from '../../stand-ins/slack/core.ts';
import type { Window } from '../../stand-ins/slack/windows.ts';
import type { StreamEvent } from '../protocol.ts';
import { snapshotOf } from './snapshot.ts';

/** Changes this close together (an acknowledgement and what it changed) make one snapshot. */
const DEBOUNCE_MS = 15;
/** Some proxies cut connections on which nothing is said. */
const HEARTBEAT_MS = 15_000;
/** How many past requests the side panel of a new window shows. */
const PAST_TRAFFIC = 200;

/**
 * Keeps one window up to date until its connection closes.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamEvents(core: Core, window: Window, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let lastTraffic = core.journal.traffic.at(-PAST_TRAFFIC - 1)?.id ?? 0;
  let timer: NodeJS.Timeout | undefined;

  const flush = () => {
    timer = undefined;
    write(response, { type: 'snapshot', data: snapshotOf(core, window) });
    const fresh = core.journal.traffic.filter(({ id }) => id > lastTraffic);
    lastTraffic = fresh.at(-1)?.id ?? lastTraffic;
    if (fresh.length > 0) write(response, { type: 'traffic', data: fresh });
  };
  flush();

  const stop = core.subscribe(() => {
    timer ??= setTimeout(flush, DEBOUNCE_MS);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.once('close', () => {
    stop();
    clearTimeout(timer);
    clearInterval(heartbeat);
  });
}

function write(response: ServerResponse, { type, data }: StreamEvent): void {
  response.write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
}
