import { Ajv } from 'ajv';

/** What CreateSchedule is given, as far as we use it: whatever else EventBridge Scheduler knows is refused. */
export interface ScheduleRequest {
  ClientToken: string;
  GroupName: string;
  ScheduleExpression: string;
  ScheduleExpressionTimezone?: 'UTC';
  FlexibleTimeWindow: { Mode: 'OFF' };
  ActionAfterCompletion: 'DELETE';
  Target: ScheduleTarget;
}

export interface ScheduleTarget {
  Arn: string;
  RoleArn: string;
  Input: string;
  SqsParameters: { MessageGroupId: string };
  RetryPolicy?: { MaximumEventAgeInSeconds?: number; MaximumRetryAttempts?: number };
  DeadLetterConfig?: { Arn: string };
}

const NAME = '^[0-9a-zA-Z\\-_.]{1,64}$';

/**
 * Patterns and limits as they are documented. Only one-off schedules in UTC whose target is a FIFO queue exist here.
 * https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html
 */
const validate = new Ajv().compile<ScheduleRequest>(
  object(
    {
      ClientToken: text('^[a-zA-Z0-9\\-_]{1,64}$'),
      GroupName: text(NAME),
      ScheduleExpression: text('^at\\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)$'),
      FlexibleTimeWindow: object({ Mode: { const: 'OFF' } }),
      ActionAfterCompletion: { const: 'DELETE' },
      Target: target(),
    },
    { ScheduleExpressionTimezone: { const: 'UTC' } },
  ),
);

/** The request, or what is wrong with it in AWS's way of saying so. */
export function readScheduleRequest(name: string, body: string): ScheduleRequest | string {
  if (!new RegExp(NAME).test(name)) return wrong('/name', `must match pattern "${NAME}"`);
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return wrong('', 'must be JSON');
  }
  if (validate(request)) {
    return Number.isNaN(timeOf(request)) ? wrong('/ScheduleExpression', 'must be a time') : request;
  }
  const [error] = validate.errors ?? [];
  return wrong(error?.instancePath, `${error?.message} ${JSON.stringify(error?.params)}`);
}

/** When it is to fire, in ms since the epoch. */
export function timeOf({ ScheduleExpression }: ScheduleRequest): number {
  return Date.parse(`${ScheduleExpression.slice('at('.length, -1)}Z`);
}

function wrong(where: string | undefined, why: string): string {
  return `1 validation error detected: Value at '${where ?? ''}' failed to satisfy constraint: ${why}`;
}

type Schema = Record<string, unknown>;

function target(): Schema {
  return object(
    {
      Arn: text('^arn:aws[a-z-]*:sqs:[a-z0-9\\-]+:\\d{12}:[a-zA-Z0-9\\-_]+\\.fifo$'),
      RoleArn: text('^arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@\\-/]+$'),
      Input: text('^[\\s\\S]+$'),
      SqsParameters: object({ MessageGroupId: text('^.{1,128}$') }),
    },
    {
      RetryPolicy: object(
        {},
        {
          MaximumEventAgeInSeconds: { type: 'integer', minimum: 60, maximum: 86_400 },
          MaximumRetryAttempts: { type: 'integer', minimum: 0, maximum: 185 },
        },
      ),
      // No FIFO queue: https://github.com/aws/aws-sdk-net/issues/2999
      DeadLetterConfig: object({ Arn: text('^arn:aws[a-z-]*:sqs:[a-z0-9\\-]+:\\d{12}:[a-zA-Z0-9\\-_]+$') }),
    },
  );
}

function text(pattern: string): Schema {
  return { type: 'string', pattern };
}

function object(properties: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
