import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Queue } from '../queue/queue.ts';
import type { Scheduler } from '../schedule/schedule.ts';
import type { PublicSession } from '../session/public-session.ts';
import type { Chat, PrivateLine, Rendering } from '../slack/chat.ts';
import type { Store } from '../store/store.ts';
import type { Clock, Millis } from '../time.ts';

/** What the publisher works with. How things look is `blocks/`' affair and comes in as functions. */
export interface PublishDeps {
  store: Store;
  chat: Chat;
  queue: Queue;
  scheduler: Scheduler;
  log: Log;
  metrics: Metrics;
  now: Clock;
  sleep(ms: Millis): Promise<void>;
  render(session: PublicSession): Rendering;
  /** What a message that was moved to the bottom leaves behind. */
  moved(permalink: string | undefined): Rendering;
  /** The private line to a creator whose message Slack no longer lets us update. */
  farewell(error: string, title: string): PrivateLine;
}
