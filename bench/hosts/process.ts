import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { render } from '../../blocks/message/render.ts';
import { tally } from '../../src/game/round/tally.ts';
import { readBoard } from '../../src/play/board.ts';
import type { Database } from '../../src/sqlite/database.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { startGroom } from '../../stand-ins/process/groom-process.ts';
import type { Truth } from '../burst/truth.ts';

/** The built `groom`, with data of its own. */
export interface GroomProcess {
  /** Resolves when no job waits or is worked on. */
  settled(): Promise<void>;
  truth(sessionId: string): Promise<Truth>;
  /** How much memory it takes, in MiB; `undefined` where nobody says so. */
  memory(): number | undefined;
  close(): Promise<void>;
}

export async function startGroomProcess(slackApiUrl: string, botToken: string): Promise<GroomProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'groom-bench-'));
  const groom = startGroom({
    slack: { apiUrl: slackApiUrl },
    folder,
    // As `npm run slack` starts it.
    env: { SLACK_BOT_TOKEN: botToken, NODE_OPTIONS: '--max-old-space-size=160' },
  });
  await groom.ready;
  const connection = new DatabaseSync(join(folder, 'groom.db'), { readOnly: true });
  const waiting = connection.prepare("SELECT count(*) AS n FROM jobs WHERE place NOT LIKE 'timer/%'");
  return {
    async settled() {
      while (waiting.get()?.n !== 0) await sleep(10);
    },
    truth: (sessionId) => truthIn(connection, sessionId),
    memory: () => memoryOf(groom.child.pid),
    async close() {
      connection.close();
      await groom.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function truthIn(connection: DatabaseSync, sessionId: string): Promise<Truth> {
  const store = createSqliteStore({ database: reading(connection), sessionTtlHours: 720 });
  const session = await store.session(sessionId);
  if (!session) throw new Error(`The session ${sessionId} is gone`);
  const votes =
    (await store.result(sessionId, session))?.votes ?? tally(session, await store.slots(sessionId, session));
  const { board } = await readBoard(store, session);
  return { votes: new Map(votes.map(({ userId, card }) => [userId, card])), rendering: render(board) };
}

/** As much of a database as reading takes. */
const reading = (connection: DatabaseSync): Database => ({
  now: Date.now,
  transaction: (act) => act(),
  all: <Row>(sql: string, ...values: SQLInputValue[]) => connection.prepare(sql).all(...values) as Row[],
  get: <Row>(sql: string, ...values: SQLInputValue[]) =>
    connection.prepare(sql).get(...values) as Row | undefined,
  run: () => {
    throw new Error('This only reads');
  },
  sweep: () => undefined,
  close: () => undefined,
});

/** https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
function memoryOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return kib === undefined ? undefined : Math.round(Number(kib) / 1024);
}
