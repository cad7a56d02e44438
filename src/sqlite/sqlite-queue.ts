import { type Job, messageGroup, ownerOf, parseJob } from '../ports/job.ts';
import type { Log } from '../ports/log.ts';
import type { Delivery, Queue, TimeLeft, Verdict } from '../ports/queue.ts';
import type { Scheduler } from '../ports/schedule.ts';
import { type Millis, SECOND } from '../time.ts';
import type { Database } from './database.ts';

interface SqliteQueueOptions {
  database: Database;
  log: Log;
}

/** The queue, and where timers wait: they are jobs that can't be received before their time. */
export interface SqliteQueue extends Queue, Scheduler {
  /** Takes what can be received now: of up to `most` groups that nobody is at, the oldest first. */
  receive(most: number): Received[];
  /** What becomes of what was received, in its order; of what was received again meanwhile, nothing. */
  answer(received: Received, verdicts: readonly Verdict[]): void;
  /** When the next of those comes that can't be received now; `undefined` if there is none. */
  nextAt(): Millis | undefined;
  /** Calls this whenever jobs were sent, once they are stored. */
  onSent(sent: () => void): void;
  /** How many wait or are worked on, and how many were given up; timers that aren't due don't count. */
  depth(): { waiting: number; dead: number };
}

/** Jobs of one group, as they were received together. */
export interface Received {
  deliveries: readonly Delivery[];
  /** The rows that they are in; their ids and `receives` are the receipt. */
  rows: readonly Pick<Row, 'id' | 'receives'>[];
  timeLeft: TimeLeft;
}

interface Row {
  id: number;
  body: string;
  receives: number;
  visibleAt: Millis;
}

/** Whoever has not answered by then is given up, as in SQS. Far more than any job takes. */
const LEASE: Millis = 60 * SECOND;
/** The most of a group that are received together, as from SQS. */
const BATCH = 10;
/** As deployed (serverless.yml): what still fails then never works. */
const MAX_RECEIVES = 100;

/**
 * The queue in SQLite. What a process was at when it died is free again as soon as the next one calls this: there is
 * never more than one.
 */
export function createSqliteQueue({ database, log }: SqliteQueueOptions): SqliteQueue {
  const { now, transaction, all, get, run } = database;
  let onSent = () => {};
  run('UPDATE jobs SET leased = 0, visible_at = 0 WHERE leased = 1');

  function put(job: Job): void {
    const [place, body] = [messageGroup(job), JSON.stringify(job)];
    // Each timer is alone in its group.
    const isThere =
      job.kind === 'timer' &&
      get('SELECT id FROM jobs WHERE place = ? AND body = ? AND leased = 0', place, body);
    if (isThere) return;
    const visibleAt = job.kind === 'timer' ? job.dueAt : 0;
    run('INSERT INTO jobs (place, body, visible_at) VALUES (?, ?, ?)', place, body, visibleAt);
  }

  async function send(jobs: readonly Job[]): Promise<void> {
    if (jobs.length === 0) return;
    transaction(() => jobs.forEach(put));
    onSent();
  }

  /** What stands before the first of its group that is not to be seen yet. */
  function visibleOf(place: string): Row[] {
    const rows = all<Row>(
      `SELECT id, body, receives, visible_at AS visibleAt FROM jobs WHERE place = ? ORDER BY id LIMIT ${BATCH}`,
      place,
    );
    const hidden = rows.findIndex(({ visibleAt }) => visibleAt > now());
    return hidden < 0 ? rows : rows.slice(0, hidden);
  }

  function lease(place: string): Received {
    const leasedUntil = now() + LEASE;
    const rows = visibleOf(place)
      .map((row) => ({ ...row, receives: row.receives + 1 }))
      .filter((row) => row.receives <= MAX_RECEIVES || bury(row));
    for (const { id, receives } of rows) {
      run('UPDATE jobs SET receives = ?, visible_at = ?, leased = 1 WHERE id = ?', receives, leasedUntil, id);
    }
    const deliveries = rows.map(({ id, body, receives }) => ({
      id: String(id),
      job: parseJob(body),
      receives,
    }));
    return { rows, deliveries, timeLeft: () => leasedUntil - now() };
  }

  function bury({ id, body }: Row): false {
    run('INSERT INTO dead_jobs SELECT id, place, body, ? FROM jobs WHERE id = ?', now(), id);
    run('DELETE FROM jobs WHERE id = ?', id);
    const job = parseJob(body);
    log.error('job given up', { id: String(id), ...(job && { kind: job.kind, ...ownerOf(job) }) });
    return false;
  }

  return {
    send,
    at: (job) => send([job]),
    onSent(sent) {
      onSent = sent;
    },

    receive(most) {
      const free = all<{ place: string }>(
        `SELECT place FROM jobs AS first WHERE visible_at <= ?
        AND NOT EXISTS (SELECT 1 FROM jobs WHERE place = first.place AND id < first.id) ORDER BY id LIMIT ?`,
        ...[now(), most],
      );
      if (free.length === 0) return [];
      const received = transaction(() => free.map(({ place }) => lease(place)));
      return received.filter(({ rows }) => rows.length > 0);
    },

    answer({ rows }, verdicts) {
      transaction(() => {
        for (const [index, { id, receives }] of rows.entries()) {
          const verdict = verdicts[index];
          if (verdict?.kind === 'done') {
            run('DELETE FROM jobs WHERE id = ? AND receives = ?', id, receives);
          } else if (verdict) {
            const visibleAt = verdict.delay > 0 ? now() + verdict.delay : 0;
            run(
              'UPDATE jobs SET visible_at = ?, leased = 0 WHERE id = ? AND receives = ?',
              ...[visibleAt, id, receives],
            );
          }
        }
      });
    },

    nextAt: () =>
      get<{ at: Millis }>('SELECT min(visible_at) AS at FROM jobs WHERE visible_at > ?', now())?.at ??
      undefined,

    depth() {
      const waiting = get<{ n: number }>(
        'SELECT count(*) AS n FROM jobs WHERE visible_at <= ? OR leased = 1',
        now(),
      );
      const dead = get<{ n: number }>('SELECT count(*) AS n FROM dead_jobs');
      return { waiting: waiting?.n ?? 0, dead: dead?.n ?? 0 };
    },
  };
}
