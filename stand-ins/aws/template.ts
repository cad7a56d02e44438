import { readFileSync } from 'node:fs';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { parse } from 'yaml';

/** The parts of `serverless.yml` that are read here, as they stand there. */
export interface Template {
  params: { default: { publishConcurrency: number } };
  provider: { environment: Record<string, string> };
  functions: {
    slack: FunctionTemplate & { events: [{ httpApi: string }] };
    publish: FunctionTemplate & { events: [{ sqs: { batchSize: number } }] };
  };
  resources: {
    Resources: Record<string, { Type: string; Properties: unknown }> & {
      Table: { Properties: CreateTableCommandInput };
      Queue: { Properties: QueueTemplate };
      DeadLetterQueue: { Properties: QueueTemplate };
      ScheduleDeadLetterQueue: { Properties: QueueTemplate };
    };
  };
}

export interface FunctionTemplate {
  description: string;
  /** Seconds. */
  timeout: number;
  /** MiB. */
  memorySize: number;
  /** Such as `SlackRole.Arn`. */
  role: string;
  environment?: Record<string, string>;
}

export type QueueTemplate = Record<string, unknown> & { RedrivePolicy?: { maxReceiveCount: number } };

export type FunctionName = keyof Template['functions'];

const file = new URL('../../serverless.yml', import.meta.url);

let known: { text: string; template: Template } | undefined;

/** Reads `serverless.yml`. Variables (`${…}`) stay as they are; `!Ref X` and the like are read as `X`. */
export function readTemplate(): Template {
  const text = readFileSync(file, 'utf8');
  // Parsing it takes longer than starting the stand-ins that are made from it.
  if (known?.text !== text) known = { text, template: parse(text, { logLevel: 'error' }) as Template };
  return known.template;
}
