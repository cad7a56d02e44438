import { CannotOpen } from '../../src/sqlite/cannot-open.ts';
import { conditionOf } from '../../src/sqlite/condition.ts';
import type { Variables } from '../host/settings.ts';
import { CannotRun } from './cannot-run.ts';
import type { Clients } from './clients.ts';
import { readCredentials } from './credentials.ts';
import { checkTokens } from './tokens.ts';
import { givenTokens } from './variables.ts';

interface DoctorOptions {
  folder: string;
  variables: Variables;
  clients: Clients;
}

/** Less is used up by a busy day, and by a backup. */
const ROOM = 100 * 1024 * 1024;

/**
 * Looks at what Groom runs with: tokens, clock, file, room on the disk. Changes nothing; Groom may run meanwhile.
 * @returns a line for each thing that somebody should mend
 */
export async function examine(options: DoctorOptions): Promise<string[]> {
  const looks = [tokens, clock, data].map((look) => () => look(options));
  const findings: string[] = [];
  // The clock is that of the answers before.
  for (const look of looks) findings.push(...(await findingsOf(look)));
  return findings;
}

/** What can't be looked at is a finding, too. */
async function findingsOf(look: () => Promise<string[]>): Promise<string[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof CannotRun || error instanceof CannotOpen) return [error.message];
    throw error;
  }
}

async function tokens({ folder, variables, clients }: DoctorOptions): Promise<string[]> {
  const { botToken, appToken } = { ...(await readCredentials(folder)), ...givenTokens(variables) };
  if (!botToken || !appToken) return ['There are no tokens yet: start Groom once in a terminal.'];
  await checkTokens({ botToken, appToken }, clients.clientFor);
  return [];
}

async function clock({ clients }: DoctorOptions): Promise<string[]> {
  clients.checkClock();
  return [];
}

async function data({ folder }: DoctorOptions): Promise<string[]> {
  const found = conditionOf(folder);
  if (!found) return [];
  const { damage, deadJobs, freeBytes, isOpenToOthers } = found;
  return [
    ...(damage ? [`The data in ${folder} is damaged: ${damage}. Stop Groom and restore a backup.`] : []),
    ...(isOpenToOthers ? [`Others can look into ${folder}, and votes are in it: chmod 700 ${folder}`] : []),
    ...(freeBytes < ROOM
      ? [
          `Only ${Math.floor(freeBytes / 1024 / 1024)} MiB are free in ${folder}. Make room before votes are refused.`,
        ]
      : []),
    ...(deadJobs > 0
      ? [
          `${deadJobs} jobs were given up in the last four days. Look for "job given up" in the log, and report it.`,
        ]
      : []),
  ];
}
