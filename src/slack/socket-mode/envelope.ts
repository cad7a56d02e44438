import type { Log } from '../../ports/log.ts';

/** What Slack sends through a connection: what would be the body over HTTP, and how to acknowledge it. */
export interface Envelope {
  envelope_id: string;
  /** `slash_commands`, `interactive`, `events_api`; others may come. */
  type: string;
  payload: Record<string, unknown>;
  /** Whether the acknowledgement may say something. */
  accepts_response_payload?: boolean;
}

type Message = Envelope | { type: 'hello' } | { type: 'disconnect'; reason: string };

/** Takes what Slack has told us. `undefined`: it failed, and is not to be acknowledged. */
export type Take = (payload: Record<string, unknown>) => Promise<{ response?: string | object } | undefined>;

/** `undefined` for what is none of Slack's messages. */
export function readMessage(text: string): Message | undefined {
  const message = parse(text);
  if (!isObject(message)) return undefined;
  const { type, envelope_id, payload, reason, accepts_response_payload } = message;
  if (type === 'hello') return { type };
  if (type === 'disconnect') return { type, reason: String(reason) };
  if (typeof envelope_id !== 'string' || typeof type !== 'string' || !isObject(payload)) return undefined;
  return { envelope_id, type, payload, accepts_response_payload: accepts_response_payload === true };
}

/**
 * Has an envelope taken; what to say to Slack then, or `undefined` for nothing: Slack shows an error, or sends an event
 * again. What may not be said there is left out. Never rejects.
 */
export async function acknowledge(
  { envelope_id, type, payload, accepts_response_payload }: Envelope,
  take: Take,
  log: Log,
): Promise<{ envelope_id: string; payload?: object } | undefined> {
  const taken = await take(payload);
  if (!taken) return undefined;
  const { response } = taken;
  if (!response) return { envelope_id };
  if (accepts_response_payload) {
    return { envelope_id, payload: typeof response === 'string' ? { text: response } : response };
  }
  log.warn('an answer that Slack does not take', { type });
  return { envelope_id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
