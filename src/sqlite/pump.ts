import { setTimeout as sleep } from 'node:timers/promises';
import { errorFields, type Log } from '../ports/log.ts';
import { pauseAfter, type Verdict, type Worker } from '../ports/queue.ts';
import { type Clock, MINUTE, type Millis, SECOND } from '../time.ts';
import type { Received, SqliteQueue } from './sqlite-queue.ts';

interface PumpOptions {
  queue: SqliteQueue;
  worker: Worker;
  log: Log;
  now: Clock;
}

/** Hands a worker what the queue brings. */
export interface Pump {
  /** Takes nothing more; resolves when what is under way is answered, or would not be for too long. */
  stop(): Promise<void>;
}

/** So many groups are worked on at once: most of them wait for Slack, or for their turn. */
const MOST_GROUPS = 200;
/** Clocks are set, and computers sleep: nobody relies on a timer for longer. */
const LONGEST_WAIT: Millis = 1 * MINUTE;
/** Between two tries while the file can't be written. */
const LONGEST_PAUSE: Millis = 30 * SECOND;
/** What takes longer comes again after the next start. */
const LAST_CALL: Millis = 10 * SECOND;

/** Begins with what is there, one group beside the other; wakes up whenever something is sent or due. */
export function startPump({ queue, worker, log, now }: PumpOptions): Pump {
  const underWay = new Set<Promise<void>>();
  let isOpen = true;
  let failures = 0;
  let alarm: NodeJS.Timeout | undefined;
  let isWoken = false;

  /** Several that call in one go wake it once. */
  function wake(): void {
    if (isWoken) return;
    isWoken = true;
    setImmediate(() => {
      isWoken = false;
      look();
    });
  }

  function look(): void {
    clearTimeout(alarm);
    if (!isOpen) return;
    try {
      for (const received of queue.receive(MOST_GROUPS - underWay.size)) begin(received);
      failures = 0;
      alarm = setTimeout(wake, Math.min(LONGEST_WAIT, (queue.nextAt() ?? Number.POSITIVE_INFINITY) - now()));
    } catch (error) {
      failures += 1;
      log.error('queue not read', errorFields(error));
      alarm = setTimeout(wake, pauseAfter(failures, LONGEST_PAUSE));
    }
  }

  function begin(received: Received): void {
    const working = work(received).finally(() => {
      underWay.delete(working);
      wake();
    });
    underWay.add(working);
  }

  async function work(received: Received): Promise<void> {
    await answer(received, await worker(received.deliveries, received.timeLeft));
  }

  /** Tries until it is stored: only then is the group free. After its time it comes again, as if the process had died. */
  async function answer(received: Received, verdicts: readonly Verdict[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return queue.answer(received, verdicts);
      } catch (error) {
        log.error('queue not answered', errorFields(error));
        const pause = pauseAfter(tries, LONGEST_PAUSE);
        if (!isOpen || received.timeLeft() <= pause) return;
        await sleep(pause);
      }
    }
  }

  queue.onSent(wake);
  wake();
  return {
    async stop() {
      isOpen = false;
      clearTimeout(alarm);
      await Promise.race([Promise.all(underWay), sleep(LAST_CALL, undefined, { ref: false })]);
    },
  };
}
