import type { PublicSession } from '../game/public-session.ts';
import type { Chats, Rendering } from '../ports/chat.ts';
import type { Directory } from '../ports/directory.ts';
import type { Log } from '../ports/log.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';
import type { Clock } from '../time.ts';
import type { Readers } from './readers.ts';

/**
 * Draws the channel's message. Without `mentions` it notifies nobody: mentions in a new message would. `plain`: with as
 * little as Slack could refuse.
 */
type Render = (board: PublicSession, options?: { mentions?: boolean; plain?: boolean }) => Rendering;

/** What every listener works with. How things look is decided in `blocks/` and comes in as functions. */
export interface Deps {
  store: Store;
  directory: Directory;
  readers: Readers;
  queue: Queue;
  chats: Chats;
  log: Log;
  metrics: Metrics;
  now: Clock;
  /** Ids of people who may use what only operators need; nobody if absent. */
  admins?: ReadonlySet<string>;
  render: Render;
}
