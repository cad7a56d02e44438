import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdated,
} from '@aws-sdk/client-lambda';
import type { Examined } from './checks/functions.ts';
import type { ParameterFacts } from './checks/parameters.ts';
import type { EventSourceFacts } from './checks/queues.ts';

/** Where a function looks for its secrets: what was deployed, whatever serverless.yml says now. */
export async function readSecretPaths(
  client: LambdaClient,
  FunctionName: string,
): Promise<Record<ParameterFacts['secret'], string>> {
  const { Environment } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const path = (name: string) => (Environment?.Variables?.[name] ?? '').replace(/^ssm:/, '');
  return { 'signing secret': path('SLACK_SIGNING_SECRET'), 'bot token': path('SLACK_BOT_TOKEN') };
}

export async function readEventSource(
  client: LambdaClient,
  { functionName: FunctionName, queueArn }: { functionName: string; queueArn: string },
): Promise<EventSourceFacts> {
  const { EventSourceMappings = [] } = await client.send(
    new ListEventSourceMappingsCommand({ FunctionName, EventSourceArn: queueArn }),
  );
  const [source] = EventSourceMappings;
  if (!source) return {};
  const { State, StateTransitionReason, BatchSize, FunctionResponseTypes, ScalingConfig } = source;
  return {
    ...(State && { state: State }),
    ...(StateTransitionReason && { reason: StateTransitionReason }),
    ...(BatchSize && { batchSize: BatchSize }),
    ...(FunctionResponseTypes && { responseTypes: FunctionResponseTypes }),
    ...(ScalingConfig?.MaximumConcurrency && { maximumConcurrency: ScalingConfig.MaximumConcurrency }),
  };
}

/** Has a function try all of its calls; says why where it doesn't answer. */
export async function examineFunction(client: LambdaClient, name: string): Promise<Examined[] | string> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ doctor: true }) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  if (FunctionError !== undefined) return reasonOf(answer) ?? FunctionError;
  return Array.isArray(answer) ? (answer as Examined[]) : 'it is of an older version';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html: a message, with which it threw. */
function reasonOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('errorMessage' in answer)) return undefined;
  return String(answer.errorMessage).split('\n')[0];
}

/**
 * Makes the next request meet a container that starts for it: any change of a function's configuration ends all of
 * them. The description is put back as it was, whatever happens.
 */
export async function forceColdStart(client: LambdaClient, FunctionName: string): Promise<void> {
  const { Description = '' } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  const describe = async (text: string) => {
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: text }));
    await waitUntilFunctionUpdated({ client, maxWaitTime: 60 }, { FunctionName });
  };
  await describe(`${Description} `).finally(() => describe(Description));
}
