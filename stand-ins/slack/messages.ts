import type { Message } from './shapes.ts';

/** A message of the channel's history. Never changed in place: a rendering once read stays what it was. */
export interface StoredMessage extends Message {
  metadata?: unknown;
  /** Posted through a response_url: such a message cannot be updated with `chat.update`. */
  viaResponseUrl?: true;
}

/** What everybody in a channel sees. */
export class Messages {
  readonly #messages = new Map<string, StoredMessage>();

  /** The messages of one channel, or of all; oldest first. */
  list(channelId?: string): StoredMessage[] {
    const all = [...this.#messages.values()];
    return channelId === undefined ? all : all.filter((message) => message.channelId === channelId);
  }

  find(channelId: string, ts: string): StoredMessage | undefined {
    const message = this.#messages.get(ts);
    return message?.channelId === channelId ? message : undefined;
  }

  /** Adds a message, or replaces the one with the same `ts` where it stands. */
  put(message: StoredMessage): void {
    this.#messages.set(message.ts, message);
  }

  delete(ts: string): boolean {
    return this.#messages.delete(ts);
  }
}
