import { fixedSecret } from '../../src/ports/secret.ts';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { openDatabase } from '../../src/sqlite/database.ts';
import { startPump } from '../../src/sqlite/pump.ts';
import { createSqliteDirectory } from '../../src/sqlite/sqlite-directory.ts';
import { createSqliteQueue } from '../../src/sqlite/sqlite-queue.ts';
import { createSqliteStore } from '../../src/sqlite/sqlite-store.ts';
import { looksAtUnsettled } from '../../src/sqlite/unsettled.ts';
import { SECOND } from '../../src/time.ts';
import { type HostDeps, withSlack } from '../host/deps.ts';
import { startListening } from '../host/listening.ts';
import { createLog } from '../host/log.ts';
import { readLogLevel, readPaintSettings, readSettings, type Variables } from '../host/settings.ts';
import { createJobWorker } from '../host/working.ts';
import type { SlackReceiver } from '../receive/receiver.ts';
import { createCounts } from './counts.ts';

interface HostOptions {
  /** Where the database is; of this process alone from now on. */
  folder: string;
  botToken: string;
  variables: Variables;
}

/** Groom in one process: the publisher works, and what Slack sends may be handed to the receiver. */
export interface Host {
  deps: HostDeps;
  receiver: SlackReceiver;
  /** In OpenMetrics' text format. `gauges`: what else is true just now. */
  metrics(gauges: Record<string, number>): string;
  /** Finishes the jobs that are under way. Nothing may be received any more. */
  close(): Promise<void>;
}

/** A call of Slack's: a person waits for some of them, within Slack's three seconds. */
const TIMEOUT = 2 * SECOND;

/** Opens the database and begins with what is due. @throws {CannotOpen} @throws {MissingVariableError} */
export async function openHost({ folder, botToken, variables }: HostOptions): Promise<Host> {
  const settings = readSettings(variables);
  const paintSettings = readPaintSettings(variables);
  const log = createLog(readLogLevel(variables), { service: 'groom' });
  const now = Date.now;
  const database = openDatabase({ folder, now, log });
  const queue = createSqliteQueue({ database, log });
  const counts = createCounts();
  const ports = {
    store: createSqliteStore({ database, sessionTtlHours: settings.sessionTtlHours }),
    directory: createSqliteDirectory({ database, historyDays: settings.historyDays }),
    queue,
    log,
    metrics: counts,
    now,
    admins: settings.admins,
  };
  const token = fixedSecret(botToken);
  const slackApiUrl = variables.SLACK_API_URL || undefined;
  const slack = { fetch: createFetch(), botToken: token, slackApiUrl, timeout: TIMEOUT };
  // Before an acknowledgement nobody asks Slack.
  const deps = withSlack(ports, { ...slack, asks: false });
  const worker = createJobWorker(withSlack(ports, { ...slack, asks: true }), {
    ...paintSettings,
    scheduler: queue,
    botToken: token,
  });
  const receiver = startListening(deps, token);
  await queue.send(looksAtUnsettled(database));
  const pump = startPump({ queue, worker, log, now });
  return {
    deps,
    receiver,
    metrics(gauges) {
      const { waiting, dead } = queue.depth();
      const resident_memory_bytes = process.memoryUsage.rss();
      return counts.page({ ...gauges, jobs_waiting: waiting, jobs_dead: dead, resident_memory_bytes });
    },
    async close() {
      await pump.stop();
      database.close();
    },
  };
}
