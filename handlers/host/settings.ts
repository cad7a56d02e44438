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

/** What all of Groom goes by. */
export interface Settings {
  sessionTtlHours: number;
  /** Days that finished stories are remembered. */
  historyDays: number;
  /** People who may use `/groom doctor`. */
  admins: ReadonlySet<string>;
}

/** What only whoever paints messages goes by. */
export interface PaintSettings {
  /** How many updates Slack takes of all messages in a workspace; `off`: nobody counts. */
  updatesPerMinute: number | 'off';
  /** Whether messages may be painted through clicks. */
  paintsThroughClicks: boolean;
}

/** `SESSION_TTL_HOURS`, `HISTORY_DAYS` and `GROOM_ADMINS`. @throws {MissingVariableError} */
export const readSettings = (variables: Variables): Settings => ({
  sessionTtlHours: ttlHours(variables.SESSION_TTL_HOURS),
  historyDays: historyDays(variables.HISTORY_DAYS),
  admins: new Set((variables.GROOM_ADMINS ?? '').split(/[\s,]+/).filter(Boolean)),
});

/** `UPDATES_PER_MINUTE` and `PAINT_THROUGH_CLICKS`. @throws {MissingVariableError} */
export const readPaintSettings = (variables: Variables): PaintSettings => ({
  updatesPerMinute: updatesPerMinute(variables.UPDATES_PER_MINUTE),
  paintsThroughClicks: onOrOff('PAINT_THROUGH_CLICKS', variables.PAINT_THROUGH_CLICKS),
});

/** `LOG_LEVEL`: how much is logged; `info` by default. */
export function readLogLevel({ LOG_LEVEL }: Variables): LogLevel {
  const level = LOG_LEVEL?.toLowerCase();
  return LOG_LEVELS.find((known) => known === level) ?? 'info';
}

/** How long a session lives after its last change. */
function ttlHours(value: string | undefined): number {
  if (!value) return DEFAULT_TTL_HOURS;
  const hours = Number(value);
  if (!(hours > 0 && hours <= MAX_TTL_HOURS)) {
    throw new MissingVariableError(
      `The environment variable SESSION_TTL_HOURS must be a number up to ${MAX_TTL_HOURS}, not "${value}".`,
    );
  }
  return hours;
}

function historyDays(value: string | undefined): number {
  if (!value) return DEFAULT_HISTORY_DAYS;
  const days = Number(value);
  if (!(days >= 1 && days <= MAX_HISTORY_DAYS)) {
    throw new MissingVariableError(
      `The environment variable HISTORY_DAYS must be a number from 1 to ${MAX_HISTORY_DAYS}, not "${value}".`,
    );
  }
  return days;
}

function updatesPerMinute(value: string | undefined): number | 'off' {
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

function onOrOff(name: string, value: string | undefined): boolean {
  if (!value || value === 'off') return false;
  if (value === 'on') return true;
  throw new MissingVariableError(`The environment variable ${name} must be "on" or "off", not "${value}".`);
}
