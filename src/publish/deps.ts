import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Queue } from '../queue/queue.ts';
import type { Scheduler } from '../schedule/schedule.ts';
import type { Language } from '../session/language.ts';
import type { Notice } from '../session/notice.ts';
import type { PublicSession } from '../session/public-session.ts';
import type { Chat, PrivateLine, Rendering } from '../slack/chat.ts';
import type { Directory, UserRef } from '../store/directory.ts';
import type { Store } from '../store/store.ts';
import type { Clock, Millis } from '../time.ts';

/** What the publisher works with. How things look is `blocks/`' affair and comes in as functions. */
export interface PublishDeps {
  store: Store;
  directory: Directory;
  chat: Chat;
  queue: Queue;
  scheduler: Scheduler;
  log: Log;
  metrics: Metrics;
  now: Clock;
  sleep(ms: Millis): Promise<void>;
  render(session: PublicSession): Rendering;
  /** What a message that was moved to the bottom leaves behind. */
  moved(permalink: string | undefined, language: Language): Rendering;
  /** A private line in its reader's language. */
  tell(notice: Notice, reader: UserRef & { channelId: string; sessionId: string }): Promise<PrivateLine>;
}
