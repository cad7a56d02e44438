import type { AnswerUrl } from '../game/message.ts';
import type { Chat, Outcome, Rendering } from '../ports/chat.ts';
import type { BegunPaint } from '../ports/store.ts';
import { MINUTE, type Millis } from '../time.ts';
import type { PublishDeps } from './deps.ts';
import type { Picture } from './picture.ts';

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
 * replaced only through the response_url of a recent click, and so is one that is painted through a click; `undefined`
 * if there is none: it stays as it is until the next tap.
 */
export function brushFor({ session, isThrough }: Picture, now: Millis): Brush | undefined {
  const { channelId, message } = session;
  const { ts, unattended, answer } = message;
  if (!unattended && !isThrough)
    return { takes: {}, paint: (chat, rendering) => chat.update(channelId, ts, rendering) };
  if (!isUsable(answer, now)) return undefined;
  return {
    takes: { answer: { ...answer, uses: answer.uses + 1 } },
    paint: (chat, rendering) => chat.replaceThrough(answer.url, rendering),
  };
}

const isUsable = (answer: AnswerUrl | undefined, now: Millis): answer is AnswerUrl =>
  answer !== undefined && answer.uses < ANSWER_USES && answer.at + ANSWER_LIFE > now;

/**
 * Whether a picture may be painted through the newest click where the workspace has no update left: it must have been a
 * click on this very message. What is shown already, and only to be painted once more, waits for an update instead: a
 * picture through a click may land late itself.
 */
export function mayPaintThrough(
  { paintsThroughClicks, now }: Pick<PublishDeps, 'paintsThroughClicks' | 'now'>,
  { session, hash, isThrough }: Picture,
): boolean {
  const { message, published } = session;
  if (!paintsThroughClicks || isThrough || message.unattended || published.paint.hash === hash) return false;
  return message.answer?.messageTs === message.ts && isUsable(message.answer, now());
}
