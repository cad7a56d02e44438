import type { Language } from '../game/language.ts';
import type { Notice } from '../game/notice.ts';
import type { UserRef } from '../game/place.ts';
import type { PublicSession } from '../game/public-session.ts';
import type { Chats, PrivateLine, Rendering } from '../ports/chat.ts';
import type { Directory } from '../ports/directory.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Queue } from '../ports/queue.ts';
import type { Scheduler } from '../ports/schedule.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Millis } from '../time.ts';
import type { Turns } from './turns.ts';

/** What the publisher works with. How things look is `blocks/`' affair and comes in as functions. */
export interface PublishDeps {
  store: Store;
  directory: Directory;
  chats: Chats;
  queue: Queue;
  scheduler: Scheduler;
  turns: Turns;
  /** Whether messages may be painted through clicks where Slack takes no updates for a while. */
  paintsThroughClicks: boolean;
  log: Log;
  metrics: Metrics;
  now: Clock;
  sleep(ms: Millis): Promise<void>;
  /** `plain`: with as little as Slack could refuse. */
  render(session: PublicSession, options?: { plain?: boolean }): Rendering;
  /** What a message that was moved to the bottom leaves behind. */
  moved(permalink: string | undefined, language: Language): Rendering;
  /** A private line in its reader's language. */
  tell(notice: Notice, reader: UserRef & { channelId: string; sessionId: string }): Promise<PrivateLine>;
}
