import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOTHING_PUBLISHED } from '../../src/game/published.ts';
import { parseJob } from '../../src/ports/job.ts';
import { again, done, type Worker } from '../../src/ports/queue.ts';
import { DEAD_LETTER_TTL } from '../../src/ports/retention.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { startPump } from '../../src/sqlite/pump.ts';
import { createSqliteQueue, type SqliteQueue } from '../../src/sqlite/sqlite-queue.ts';
import { looksAtUnsettled } from '../../src/sqlite/unsettled.ts';
import { MINUTE, type Millis, SECOND } from '../../src/time.ts';
import { manualClock } from '../clock.ts';
import { aSession } from '../game/a-session.ts';
import { changed, type QueueBackend, queueContract, reply } from '../ports/queue-contract.ts';
import { type ScheduleBackend, scheduleContract } from '../ports/schedule-contract.ts';
import { silent } from '../silent.ts';
import { localFolder, startSqlite } from './local-folder.ts';

/** What happens at once takes longer where the rest of the tests has both processors. */
const PATIENTLY = { timeout: 20_000 };

queueContract('SQLite', startQueue);
scheduleContract('SQLite', startSchedule);

const MOST = 100;

async function startQueue(): Promise<QueueBackend> {
  const { database, clock, close } = await startSqlite();
  const queue = createSqliteQueue({ database, log: silent });
  return {
    queue,
    close,
    async put(group, body) {
      database.run('INSERT INTO jobs (place, body, visible_at) VALUES (?, ?, 0)', group, body);
    },
    async work(worker, waitMs = 0) {
      const until = clock.now() + waitMs;
      let groups = queue.receive(MOST);
      for (let at = queue.nextAt(); groups.length === 0 && at && at <= until; at = queue.nextAt()) {
        clock.set(at);
        groups = queue.receive(MOST);
      }
      await Promise.all(
        groups.map(async (group) => queue.answer(group, await worker(group.deliveries, group.timeLeft))),
      );
    },
    async lose() {
      queue.receive(MOST);
    },
  };
}

async function startSchedule(): Promise<ScheduleBackend> {
  const { database, clock, close } = await startSqlite();
  const closed = await startSqlite();
  const outOfReach = createSqliteQueue({ database: closed.database, log: silent });
  await closed.close();
  const schedule = createSqliteQueue({ database, log: silent });
  return {
    schedule,
    outOfReach,
    now: clock.now,
    close,
    async pass(ms) {
      clock.advance(ms);
    },
    async arrived() {
      const received = schedule.receive(MOST);
      return received.flatMap((group) =>
        group.deliveries.map(({ job, id }) => {
          const [{ place } = { place: '' }] = database.all<{ place: string }>(
            'SELECT place FROM jobs WHERE id = ?',
            id,
          );
          queueMicrotask(() => schedule.answer(group, [done]));
          return { job, group: place };
        }),
      );
    },
  };
}

describe('The queue of a process that has died', () => {
  it('should hand out at once what that was at, and only what is due', async () => {
    const { folder, remove } = localFolder();
    const clock = manualClock();
    const open = () => {
      const database = openDatabase({ folder, now: clock.now, log: silent });
      return { database, queue: createSqliteQueue({ database, log: silent }) };
    };
    const before = open();
    const timer = { kind: 'timer', sessionId: 'A', dueAt: clock.now() + MINUTE } as const;
    await before.queue.send([changed('A'), timer]);
    expect(before.queue.receive(MOST)).toHaveLength(1);
    before.database.close();

    const { database, queue } = open();
    const [received, ...others] = queue.receive(MOST);
    expect(received?.deliveries).toMatchObject([{ job: changed('A'), receives: 2 }]);
    expect(others).toEqual([]);
    database.close();
    remove();
  });
});

describe('What is looked at after a start', () => {
  it('should be every session that goes on, and those that no publisher has seen to their end', async () => {
    const { database, store, close } = await startSqlite();
    const sessions = {
      running: aSession({ sessionId: '01K0000000000000000000000A' }),
      over: aSession({ sessionId: '01K0000000000000000000000B', status: 'ended', version: 7 }),
      settled: aSession({
        sessionId: '01K0000000000000000000000C',
        status: 'ended',
        version: 7,
        published: { ...NOTHING_PUBLISHED, archived: 7 },
      }),
    };
    for (const session of Object.values(sessions)) await store.createSession(session, []);
    expect(looksAtUnsettled(database).map(({ sessionId }) => sessionId)).toEqual([
      sessions.running.sessionId,
      sessions.over.sessionId,
    ]);
    await close();
  });
});

describe('A job', () => {
  let place: Awaited<ReturnType<typeof startSqlite>>;
  let queue: SqliteQueue;
  beforeEach(async () => {
    place = await startSqlite();
    queue = createSqliteQueue({ database: place.database, log: silent });
  });
  afterEach(() => place.close());

  it('should be left to whoever has received it again meanwhile', async () => {
    await queue.send([changed('A')]);
    const [first] = queue.receive(MOST);
    place.clock.advance(MINUTE);
    const [second] = queue.receive(MOST);
    if (!first || !second) throw new Error('Nothing was received');
    expect(first.timeLeft()).toBe(0);
    queue.answer(first, [done]);
    expect(queue.depth()).toEqual({ waiting: 1, dead: 0 });
    queue.answer(second, [done]);
    expect(queue.depth()).toEqual({ waiting: 0, dead: 0 });
  });

  it('should be given up after a hundred tries, and forgotten four days later; its group goes on', async () => {
    const log = { ...silent, error: vi.fn() };
    queue = createSqliteQueue({ database: place.database, log });
    await queue.send([changed('A'), changed('A')]);
    for (let tries = 0; tries < 100; tries++) {
      const [group] = queue.receive(MOST);
      if (!group) throw new Error('Nothing was received');
      queue.answer(group, [again(0), tries < 99 ? again(0) : done]);
    }
    expect(queue.receive(MOST)).toEqual([]);
    expect(log.error).toHaveBeenCalledWith('job given up', { id: '1', kind: 'changed', sessionId: 'A' });
    expect(queue.depth()).toEqual({ waiting: 0, dead: 1 });
    place.clock.advance(DEAD_LETTER_TTL - 1);
    place.database.sweep();
    expect(queue.depth().dead).toBe(1);
    place.clock.advance(1);
    place.database.sweep();
    expect(queue.depth().dead).toBe(0);
  });

  it('should not be there if another one of its batch can’t be', async () => {
    const isTooMuch = {
      toJSON: () => {
        throw new Error('no JSON');
      },
    };
    await expect(queue.send([changed('A'), isTooMuch as never])).rejects.toThrow();
    expect(queue.receive(MOST)).toEqual([]);
  });

  it('should wait for its time without counting as work, if it is a timer', async () => {
    const dueAt = place.clock.now() + MINUTE;
    await queue.send([{ kind: 'timer', sessionId: 'A', dueAt }]);
    expect(queue.depth().waiting).toBe(0);
    expect(queue.nextAt()).toBe(dueAt);
  });
});

describe('The pump', () => {
  let place: Awaited<ReturnType<typeof startSqlite>>;
  let queue: SqliteQueue;
  const pumps: { stop(): Promise<void> }[] = [];
  beforeEach(async () => {
    place = await startSqlite({ ...manualClock(), now: Date.now });
    queue = createSqliteQueue({ database: place.database, log: silent });
  });
  afterEach(async () => {
    await Promise.all(pumps.splice(0).map((pump) => pump.stop()));
    await place.close();
  });

  function pump(worker: Worker) {
    const started = startPump({ queue, worker, log: silent, now: Date.now });
    pumps.push(started);
    return started;
  }

  /** Notes what it was handed, and when. */
  function noting(answer = done) {
    const noted: { job: unknown; at: Millis }[] = [];
    const worker: Worker = async (group) => {
      noted.push(...group.map(({ job }) => ({ job, at: Date.now() })));
      return group.map(() => answer);
    };
    return { noted, worker };
  }

  it('should begin with what is there, and be woken by what is sent', async () => {
    const { noted, worker } = noting();
    await queue.send([changed('A')]);
    pump(worker);
    await vi.waitUntil(() => noted.length === 1, PATIENTLY);
    const sentAt = Date.now();
    await queue.send([changed('B')]);
    await vi.waitUntil(() => noted.length === 2, PATIENTLY);
    expect((noted[1]?.at ?? 0) - sentAt).toBeLessThan(5000);
  });

  it('should bring a timer at its time', async () => {
    const { noted, worker } = noting();
    pump(worker);
    const dueAt = Date.now() + 300;
    await queue.send([{ kind: 'timer', sessionId: 'A', dueAt }]);
    await vi.waitUntil(() => noted.length === 1, PATIENTLY);
    expect(noted[0]?.at).toBeGreaterThanOrEqual(dueAt);
  });

  it('should go on with a group as soon as it is answered, and have no group twice at a time', async () => {
    const underWay = new Set<string>();
    const seen: string[] = [];
    pump(async (group) => {
      const [place = ''] = group.map(({ job }) => (job?.kind === 'reply' ? job.userId : ''));
      expect(underWay).not.toContain(place);
      underWay.add(place);
      await sleep(10);
      underWay.delete(place);
      seen.push(...group.map(({ id }) => id));
      return group.map(() => done);
    });
    for (let round = 0; round < 20; round++) {
      await queue.send(['U1', 'U2', 'U3'].map((userId) => reply(userId, String(round))));
    }
    await vi.waitUntil(() => seen.length === 60, PATIENTLY);
    expect(new Set(seen).size).toBe(60);
  });

  it('should finish what is under way before it stops, and begin nothing more', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun: unknown[] = [];
    const { stop } = pump(async (group) => {
      begun.push(...group.map(({ job }) => job));
      await promise;
      return group.map(() => done);
    });
    await queue.send([changed('A')]);
    await vi.waitUntil(() => begun.length === 1, PATIENTLY);
    let isStopped = false;
    const stopping = stop().then(() => {
      isStopped = true;
    });
    await queue.send([changed('B')]);
    await sleep(50);
    expect(isStopped).toBe(false);
    resolve();
    await stopping;
    expect(begun).toEqual([changed('A')]);
    expect(
      place.database.all<{ body: string }>('SELECT body FROM jobs').map(({ body }) => parseJob(body)),
    ).toEqual([changed('B')]);
  });

  it('should say so while the file can’t be written, and go on afterwards', {
    timeout: 10 * SECOND,
  }, async () => {
    const log = { ...silent, error: vi.fn() };
    await queue.send([changed('A')]);
    place.database.get('PRAGMA query_only = ON');
    const { noted, worker } = noting();
    pumps.push(startPump({ queue, worker, log, now: Date.now }));
    await vi.waitUntil(() => log.error.mock.calls.length > 0, PATIENTLY);
    expect(log.error).toHaveBeenCalledWith(
      'queue not read',
      expect.objectContaining({ error: expect.any(String) }),
    );
    place.database.get('PRAGMA query_only = OFF');
    await vi.waitUntil(() => noted.length === 1, PATIENTLY);
  });

  it('should set a group free as soon as its answer can be written', { timeout: 30 * SECOND }, async () => {
    const log = { ...silent, error: vi.fn() };
    await queue.send([changed('A')]);
    const { noted, worker } = noting();
    pumps.push(
      startPump({
        queue,
        log,
        now: Date.now,
        async worker(...given) {
          if (noted.length === 0) place.database.get('PRAGMA query_only = ON');
          return worker(...given);
        },
      }),
    );
    await vi.waitUntil(() => log.error.mock.calls.length > 0, PATIENTLY);
    expect(log.error).toHaveBeenCalledWith('queue not answered', expect.anything());
    place.database.get('PRAGMA query_only = OFF');
    await queue.send([changed('A')]);
    await vi.waitUntil(() => noted.length === 2, PATIENTLY);
  });
});
