import { LOG_LEVELS, type LogLevel } from './log.ts';

/** What operators set alike on any host; see docs/deploying.md. */
export type Variables = Readonly<Record<string, string | undefined>>;

const DEFAULT_TTL_HOURS = 720;
/** No session lives longer, whatever is asked for. */
const MAX_TTL_HOURS = 2160;

const DEFAULT_HISTORY_DAYS = 365;
const MAX_HISTORY_DAYS = 3650;

/** chat.update is a Tier 3 method. https://docs.slack.dev/apis/web-api/rate-limits */
const DEFAULT_UPDATES = 50;
const MIN_UPDATES = 20;
const MAX_UPDATES = 10_000;

/** A variable is missing, or makes no sense. */
export class MissingVariableError extends Error {}

/** `LOG_LEVEL`: how much is logged; `info` by default. */
export function readLogLevel({ LOG_LEVEL }: Variables): LogLevel {
  const level = LOG_LEVEL?.toLowerCase();
  return LOG_LEVELS.find((known) => known === level) ?? 'info';
}

/** `GROOM_ADMINS`: people who may use `/groom doctor`. */
export const readAdmins = ({ GROOM_ADMINS = '' }: Variables): ReadonlySet<string> =>
  new Set(GROOM_ADMINS.split(/[\s,]+/).filter(Boolean));

/** `SESSION_TTL_HOURS`: how long a session lives after its last change. @throws {MissingVariableError} */
export function readTtlHours({ SESSION_TTL_HOURS: value }: Variables): number {
  if (!value) return DEFAULT_TTL_HOURS;
  const hours = Number(value);
  if (!(hours > 0 && hours <= MAX_TTL_HOURS)) {
    throw new MissingVariableError(
      `The environment variable SESSION_TTL_HOURS must be a number up to ${MAX_TTL_HOURS}, not "${value}".`,
    );
  }
  return hours;
}

/** `HISTORY_DAYS`: how long finished stories are remembered. @throws {MissingVariableError} */
export function readHistoryDays({ HISTORY_DAYS: value }: Variables): number {
  if (!value) return DEFAULT_HISTORY_DAYS;
  const days = Number(value);
  if (!(days >= 1 && days <= MAX_HISTORY_DAYS)) {
    throw new MissingVariableError(
      `The environment variable HISTORY_DAYS must be a number from 1 to ${MAX_HISTORY_DAYS}, not "${value}".`,
    );
  }
  return days;
}

/** `UPDATES_PER_MINUTE`: how many updates Slack takes of all messages in a workspace. @throws {MissingVariableError} */
export function readUpdatesPerMinute({ UPDATES_PER_MINUTE: value }: Variables): number | 'off' {
  if (!value) return DEFAULT_UPDATES;
  if (value === 'off') return value;
  const updates = Number(value);
  if (!(updates >= MIN_UPDATES && updates <= MAX_UPDATES)) {
    throw new MissingVariableError(
      `The environment variable UPDATES_PER_MINUTE must be "off" or a number from ${MIN_UPDATES} to ${MAX_UPDATES}, not "${value}".`,
    );
  }
  return updates;
}

/** `PAINT_THROUGH_CLICKS`: whether messages may be painted through clicks. @throws {MissingVariableError} */
export const readPaintsThroughClicks = ({ PAINT_THROUGH_CLICKS: value }: Variables): boolean =>
  onOrOff('PAINT_THROUGH_CLICKS', value);

function onOrOff(name: string, value: string | undefined): boolean {
  if (!value || value === 'off') return false;
  if (value === 'on') return true;
  throw new MissingVariableError(`The environment variable ${name} must be "on" or "off", not "${value}".`);
}
