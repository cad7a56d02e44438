/**
 * `npm run erase -- --stage prod [--region eu-central-1] --user U…` (or `--channel C…`): erases a person, or a channel,
 * from a deployment’s table, with the operator's own credentials; `--data <folder>` in place of `--stage`: from a file.
 * docs/operations.md says what that covers.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoDirectory } from '../src/aws/dynamo/dynamo-directory.ts';
import { createDynamoErasure } from '../src/aws/dynamo/dynamo-erasure.ts';
import { eraseChannel, erasePerson } from '../src/play/erase.ts';
import type { Directory } from '../src/ports/directory.ts';
import type { Erasure } from '../src/ports/erasure.ts';
import type { Log } from '../src/ports/log.ts';
import { openDatabase } from '../src/sqlite/database.ts';
import { createSqliteDirectory } from '../src/sqlite/sqlite-directory.ts';
import { createSqliteErasure } from '../src/sqlite/sqlite-erasure.ts';
import { SECOND } from '../src/time.ts';
import { stackOf } from './stack.ts';

interface Place {
  directory: Pick<Directory, 'sessionsOf' | 'tokenOwner'>;
  erasure: Erasure;
  settled(): Promise<void>;
  close(): void;
}

/** Nothing is recorded here. */
const historyDays = 0;

const USAGE =
  'npm run erase -- (--stage <stage> [--region <region>] | --data <folder>) [--team T…] (--user U… | --channel C…)';

const NOT_COVERED = `
Not covered, because Groom can't reach it: what stands in Slack (messages, private lines, exported files), the logs,
jobs in the queues, and backups. docs/operations.md says how long each is kept.`;

async function main(): Promise<void> {
  const { stage, data, region, team, user, channel } = parseArgs({
    options: {
      stage: { type: 'string' },
      region: { type: 'string' },
      data: { type: 'string' },
      team: { type: 'string' },
      user: { type: 'string' },
      channel: { type: 'string' },
    },
  }).values;
  if (!stage === !data || !user === !channel) throw new Error(USAGE);
  if (user && !/^[UW][A-Z0-9]+$/.test(user)) throw new Error(`${user} is no member ID: U… or W….`);
  if (channel && !/^[CDG][A-Z0-9]+$/.test(channel))
    throw new Error(`${channel} is no channel ID: C…, D… or G….`);
  const place = stage ? await inDynamo(stage, region) : inFile(data ?? '');
  try {
    const teamId = team ?? (await place.directory.tokenOwner())?.teamId;
    if (!teamId?.startsWith('T')) throw new Error('Say which workspace: --team T…');
    const sessions = user
      ? await erasePerson(place, { teamId, userId: user })
      : await eraseChannel(place, { teamId, channelId: channel ?? '' });
    console.log(`${user ?? channel} is erased: ${sessions} sessions.${NOT_COVERED}`);
  } finally {
    place.close();
  }
}

async function inDynamo(stage: string, region: string | undefined): Promise<Place> {
  const at = region === undefined ? {} : { region };
  const { table } = await stackOf(stage, at);
  const client = new DynamoDBClient(at);
  return {
    directory: createDynamoDirectory({ client, table, historyDays, now: Date.now }),
    erasure: createDynamoErasure(client, table),
    // A function runs for ten seconds at most.
    settled: () => sleep(11 * SECOND),
    close: () => client.destroy(),
  };
}

function inFile(folder: string): Place {
  const say = (line: string) => console.error(line);
  const log: Log = { debug: () => {}, info: () => {}, warn: say, error: say };
  const database = openDatabase({ folder, now: Date.now, log });
  return {
    directory: createSqliteDirectory({ database, historyDays }),
    erasure: createSqliteErasure(database),
    // The file is this process's alone.
    settled: async () => {},
    close: () => database.close(),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
