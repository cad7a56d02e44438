import { defined } from '../../src/game/defined.ts';
import { LOG_LEVELS, type LogLevel } from '../host/log.ts';

/** What operators set; see docs/deploying.md. This file is the only reader of `process.env`. */
export interface Environment {
  /** Where the secrets are: each itself, or `ssm:` and the path of a SecureString in the Parameter Store. */
  secrets: { botToken: string };
  /** Absent: Slack's own. */
  slackApiUrl?: string;
  tableName: string;
  queueUrl: string;
  sessionTtlHours: number;
  /** Days that finished stories are remembered. */
  historyDays: number;
  /** People who may use `/groom doctor`. */
  admins: ReadonlySet<string>;
}

type Variables = Record<string, string | undefined>;

const DEFAULT_TTL_HOURS = 720;
/** No session lives longer, whatever is asked for. */
const MAX_TTL_HOURS = 2160;

const DEFAULT_HISTORY_DAYS = 365;
const MAX_HISTORY_DAYS = 3650;

/** chat.update is a Tier 3 method. https://docs.slack.dev/apis/web-api/rate-limits */
const DEFAULT_UPDATES = 50;
const MIN_UPDATES = 20;
const MAX_UPDATES = 10_000;

export class MissingVariableError extends Error {}

/** Only the function that Slack calls needs it. */
export interface SlackEnvironment extends Environment {
  secrets: { botToken: string; signingSecret: string };
}

/** Only the function behind the queue needs it. */
export interface PublishEnvironment extends Environment {
  /** The schedule group of this stage's deadlines. */
  scheduleGroup: string;
  /** The queue again, as EventBridge Scheduler calls it. */
  queueArn: string;
  scheduleRoleArn: string;
  scheduleDeadLetterArn: string;
  /** How many updates Slack takes of all messages in a workspace; `off`: nobody counts. */
  updatesPerMinute: number | 'off';
  /** Whether messages may be painted through clicks. */
  paintsThroughClicks: boolean;
}

/** Reads the environment. Throws at once, with its name, if a variable is missing or makes no sense. */
export function readEnvironment(variables: Variables = process.env): Environment {
  return defined({
    secrets: { botToken: required(variables, 'SLACK_BOT_TOKEN') },
    slackApiUrl: variables.SLACK_API_URL || undefined,
    tableName: required(variables, 'TABLE_NAME'),
    queueUrl: required(variables, 'QUEUE_URL'),
    sessionTtlHours: ttlHours(variables.SESSION_TTL_HOURS),
    historyDays: historyDays(variables.HISTORY_DAYS),
    admins: new Set((variables.GROOM_ADMINS ?? '').split(/[\s,]+/).filter(Boolean)),
  });
}

/** The same for the function that Slack calls. */
export function readSlackEnvironment(variables: Variables = process.env): SlackEnvironment {
  const signingSecret = required(variables, 'SLACK_SIGNING_SECRET');
  const environment = readEnvironment(variables);
  return { ...environment, secrets: { ...environment.secrets, signingSecret } };
}

/** The same for the function behind the queue. */
export function readPublishEnvironment(variables: Variables = process.env): PublishEnvironment {
  return {
    ...readEnvironment(variables),
    scheduleGroup: required(variables, 'SCHEDULE_GROUP'),
    queueArn: required(variables, 'QUEUE_ARN'),
    scheduleRoleArn: required(variables, 'SCHEDULE_ROLE_ARN'),
    scheduleDeadLetterArn: required(variables, 'SCHEDULE_DEAD_LETTER_ARN'),
    updatesPerMinute: updatesPerMinute(variables.UPDATES_PER_MINUTE),
    paintsThroughClicks: onOrOff('PAINT_THROUGH_CLICKS', variables.PAINT_THROUGH_CLICKS),
  };
}

/** `LOG_LEVEL`: how much is logged; `info` by default. */
export function readLogLevel(variables: Variables = process.env): LogLevel {
  const level = variables.LOG_LEVEL?.toLowerCase();
  return LOG_LEVELS.find((known) => known === level) ?? 'info';
}

function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (!value) throw new MissingVariableError(`The environment variable ${name} is not set.`);
  return value;
}

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
