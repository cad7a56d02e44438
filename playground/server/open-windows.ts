import type { ServerResponse } from 'node:http';
import type { Core } from '../../stand-ins/slack/core.ts';
import { member } from '../../stand-ins/slack/payloads.ts';
import { streamEvents } from './event-stream.ts';

/** A page that lost its connection, or shows another member for a while, comes back within this time. */
const KEPT_MS = 10 * 60_000;

/** The windows that pages have open, each with the connections that show it. */
export class OpenWindows {
  readonly #core: Core;
  readonly #connections = new Map<string, number>();
  readonly #closing = new Map<string, NodeJS.Timeout>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** Streams a window's events. A page that does not say whose window it is gets the first member's. */
  connect(windowId: string | null, memberIdOrNone: string | null, response: ServerResponse): void {
    if (!windowId) throw new Error('window is missing');
    const memberId = memberIdOrNone ?? this.#core.workspace.members[0]?.id ?? '';
    const window = this.#core.windows.open(windowId, member(this.#core, memberId).id);
    clearTimeout(this.#closing.get(windowId));
    this.#closing.delete(windowId);
    this.#count(windowId, 1);
    response.once('close', () => this.#disconnected(windowId));
    streamEvents(this.#core, window, response);
  }

  #disconnected(windowId: string): void {
    if (this.#count(windowId, -1) > 0) return;
    this.#connections.delete(windowId);
    const timer = setTimeout(() => {
      this.#closing.delete(windowId);
      this.#core.windows.close(windowId);
    }, KEPT_MS);
    this.#closing.set(windowId, timer.unref());
  }

  #count(windowId: string, change: number): number {
    const count = (this.#connections.get(windowId) ?? 0) + change;
    this.#connections.set(windowId, count);
    return count;
  }
}
