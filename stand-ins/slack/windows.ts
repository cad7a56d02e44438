import type { HomeView, ModalView } from '@slack/types';
import type { Message, ViewValues, Warning } from './shapes.ts';

/** A modal that is open in a window, or what is published on a member's Home tab. */
export interface LiveView<View extends ModalView | HomeView = ModalView> {
  id: string;
  hash: string;
  rootId: string;
  previousId: string | null;
  view: View;
  /** What its inputs hold. */
  values: ViewValues;
  errors?: Record<string, string>;
}

export type LiveHome = LiveView<HomeView>;

/** One open client of a member. What lives here is gone when it is closed or reloaded. */
export interface Window {
  id: string;
  memberId: string;
  ephemerals: Message[];
  /** The modal's stack; the last one is on top. */
  views: LiveView[];
  warnings: Warning[];
  /** What the selects of messages were set to in this client, by message `ts`. */
  choices: Map<string, ViewValues>;
}

export class Windows {
  readonly #windows = new Map<string, Window>();

  /** The window with this id; opened if need be. */
  open(id: string, memberId: string): Window {
    const existing = this.#windows.get(id);
    if (existing?.memberId === memberId) return existing;
    const window: Window = { id, memberId, ephemerals: [], views: [], warnings: [], choices: new Map() };
    this.#windows.set(id, window);
    return window;
  }

  close(id: string): void {
    this.#windows.delete(id);
  }

  find(id: string): Window | undefined {
    return this.#windows.get(id);
  }

  of(memberId: string): Window[] {
    return this.all().filter((window) => window.memberId === memberId);
  }

  all(): Window[] {
    return [...this.#windows.values()];
  }

  /** The window that shows a view, with the view. */
  showing(isIt: (view: LiveView) => boolean): { window: Window; view: LiveView } | undefined {
    for (const window of this.#windows.values()) {
      const view = window.views.find(isIt);
      if (view !== undefined) return { window, view };
    }
    return undefined;
  }
}
