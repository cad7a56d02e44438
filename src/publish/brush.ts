import type { PostedSession } from '../game/session.ts';
import type { Chat, Outcome, Rendering } from '../ports/chat.ts';
import type { BegunPaint } from '../ports/store.ts';
import { MINUTE, type Millis } from '../time.ts';

/** How a message is painted, and what that takes. */
export interface Brush {
  takes: Pick<BegunPaint, 'answer'>;
  paint(chat: Chat, rendering: Rendering): Promise<Outcome>;
}

/**
 * A response_url is good for 30 minutes and five uses; the last one is left to the private line of the same click.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
const ANSWER_LIFE: Millis = 29 * MINUTE;
const ANSWER_USES = 4;

/**
 * A message is updated by its `ts`. One that was posted through a response_url, where the app is no member, can be
 * replaced only through the response_url of a recent click; `undefined` if there is none: it stays as it is until the
 * next tap.
 */
export function brushFor({ channelId, message }: PostedSession, now: Millis): Brush | undefined {
  const { ts, unattended, answer } = message;
  if (!unattended) return { takes: {}, paint: (chat, rendering) => chat.update(channelId, ts, rendering) };
  if (!answer || answer.uses >= ANSWER_USES || answer.at + ANSWER_LIFE <= now) return undefined;
  return {
    takes: { answer: { ...answer, uses: answer.uses + 1 } },
    paint: (chat, rendering) => chat.replaceThrough(answer.url, rendering),
  };
}
