import type { Log } from '../src/log.ts';
import type { Metrics } from '../src/metrics.ts';
import type { Readers } from '../src/publish/readers.ts';
import type { Queue } from '../src/queue/queue.ts';
import type { Chat } from '../src/slack/chat.ts';
import type { Directory } from '../src/store/directory.ts';
import type { Store } from '../src/store/store.ts';
import type { Clock } from '../src/time.ts';

/** What every listener works with. */
export interface Deps {
  store: Store;
  directory: Directory;
  readers: Readers;
  queue: Queue;
  chat: Chat;
  log: Log;
  metrics: Metrics;
  now: Clock;
}
