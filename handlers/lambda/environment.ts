import { defined } from '../../src/game/defined.ts';
import type { LogLevel } from '../host/log.ts';
import {
  MissingVariableError,
  type PaintSettings,
  readLogLevel,
  readPaintSettings,
  readSettings,
  type Settings,
  type Variables,
} from '../host/settings.ts';

/** What operators set; see docs/deploying.md. */
export interface Environment extends Settings {
  /** Where the secrets are: each itself, or `ssm:` and the path of a SecureString in the Parameter Store. */
  secrets: { botToken: string };
  /** Absent: Slack's own. */
  slackApiUrl?: string;
  tableName: string;
  queueUrl: string;
}

/** Only the function that Slack calls needs it. */
export interface SlackEnvironment extends Environment {
  secrets: { botToken: string; signingSecret: string };
}

/** Only the function behind the queue needs it. */
export interface PublishEnvironment extends Environment, PaintSettings {
  /** The schedule group of this stage's deadlines. */
  scheduleGroup: string;
  /** The queue again, as EventBridge Scheduler calls it. */
  queueArn: string;
  scheduleRoleArn: string;
  scheduleDeadLetterArn: string;
}

/** Reads the environment. Throws at once, with its name, if a variable is missing or makes no sense. */
export function readEnvironment(variables: Variables = process.env): Environment {
  return defined({
    secrets: { botToken: required(variables, 'SLACK_BOT_TOKEN') },
    slackApiUrl: variables.SLACK_API_URL || undefined,
    tableName: required(variables, 'TABLE_NAME'),
    queueUrl: required(variables, 'QUEUE_URL'),
    ...readSettings(variables),
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
    ...readPaintSettings(variables),
  };
}

/** How much is logged. */
export const ownLogLevel = (): LogLevel => readLogLevel(process.env);

function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (!value) throw new MissingVariableError(`The environment variable ${name} is not set.`);
  return value;
}
