/** What a modal that belongs to a session remembers in its `private_metadata` (3000 characters at most). */
export interface ModalContext {
  sessionId: string;
  teamId: string;
  channelId: string;
  /** Of *People…*, from 0. */
  page: number;
}

/** Reads it back; `undefined` for whatever we did not write ourselves. */
export function parseModalContext(metadata: unknown): ModalContext | undefined {
  const context = parseJson(metadata);
  if (typeof context !== 'object' || context === null) return undefined;
  const { sessionId, teamId, channelId, page } = context as Record<string, unknown>;
  if (typeof sessionId !== 'string' || typeof teamId !== 'string' || typeof channelId !== 'string') {
    return undefined;
  }
  return { sessionId, teamId, channelId, page: Number.isSafeInteger(page) ? Math.max(0, Number(page)) : 0 };
}

/** What a modal that belongs to a channel remembers. */
export interface ChannelContext {
  channelId: string;
  /** Of the command that opened it: a way to post where the app is no member. */
  responseUrl?: string;
}

export function parseJson(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
