import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import {
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import {
  GetFunctionConfigurationCommand,
  InvokeCommand,
  type LambdaClient,
  ListEventSourceMappingsCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionUpdatedV2,
} from '@aws-sdk/client-lambda';
import { GetServiceQuotaCommand, type ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { GetParametersCommand, GetServiceSettingCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { AccountFacts } from './checks/account.ts';
import type { Examined } from './checks/functions.ts';
import type { ParameterFacts } from './checks/parameters.ts';
import type { EventSourceFacts, QueueFacts } from './checks/queues.ts';
import type { StackFacts } from './checks/stack.ts';
import type { TableFacts } from './checks/table.ts';

/** What one AWS account says of a deployment. Reads only, but for the two functions that it invokes. */

/** https://docs.aws.amazon.com/servicequotas/latest/userguide/reference_lambda.html */
const CONCURRENCY = { ServiceCode: 'lambda', QuotaCode: 'L-B99A9384' };
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html */
const HIGH_THROUGHPUT = '/ssm/parameter-store/high-throughput-enabled';
const HIGH = 10_000;
const STANDARD = 40;

export async function readStack(client: CloudFormationClient, name: string): Promise<StackFacts> {
  const described = await client
    .send(new DescribeStacksCommand({ StackName: name }))
    .catch((error: Error) => {
      if (/does not exist/.test(error.message)) return undefined;
      throw error;
    });
  const status = described?.Stacks?.[0]?.StackStatus;
  if (status === undefined) return { name, resources: {} };
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
  const ids = StackResources.map((one) => [one.LogicalResourceId, one.PhysicalResourceId]);
  return { name, status, resources: Object.fromEntries(ids) };
}

export async function readParameters(
  client: SSMClient,
  paths: Record<ParameterFacts['secret'], string>,
): Promise<ParameterFacts[]> {
  const entries = Object.entries(paths) as [ParameterFacts['secret'], string][];
  const Names = entries.map(([, path]) => path);
  const { Parameters = [] } = await client.send(new GetParametersCommand({ Names, WithDecryption: true }));
  return entries.map(([secret, path]) => {
    const found = Parameters.find(({ Name }) => Name === path);
    return {
      secret,
      path,
      ...(found?.Type && { type: found.Type }),
      ...(found?.Value && { value: found.Value }),
    };
  });
}

export async function readQueue(client: SQSClient, QueueUrl: string): Promise<QueueFacts> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return Attributes as QueueFacts;
}

export async function readTable(client: DynamoDBClient, TableName: string): Promise<TableFacts> {
  const [{ Table }, { TimeToLiveDescription: ttl }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName })),
    client.send(new DescribeTimeToLiveCommand({ TableName })),
  ]);
  const indexes = (Table?.GlobalSecondaryIndexes ?? []).map((one) => [one.IndexName, one.IndexStatus]);
  const isOn = ttl?.TimeToLiveStatus === 'ENABLED';
  return {
    status: Table?.TableStatus ?? 'missing',
    indexes: Object.fromEntries(indexes),
    isProtected: Table?.DeletionProtectionEnabled === true,
    ...(isOn && ttl.AttributeName && { ttl: ttl.AttributeName }),
  };
}

export async function readEventSource(client: LambdaClient, name: string): Promise<EventSourceFacts> {
  const { EventSourceMappings = [] } = await client.send(
    new ListEventSourceMappingsCommand({ FunctionName: name }),
  );
  const [source] = EventSourceMappings;
  if (!source) return {};
  const { State, BatchSize, FunctionResponseTypes, ScalingConfig } = source;
  return {
    ...(State && { state: State }),
    ...(BatchSize && { batchSize: BatchSize }),
    ...(FunctionResponseTypes && { responseTypes: FunctionResponseTypes }),
    ...(ScalingConfig?.MaximumConcurrency && { maximumConcurrency: ScalingConfig.MaximumConcurrency }),
  };
}

export async function readAccount(
  { quotas, ssm, sns }: { quotas: ServiceQuotasClient; ssm: SSMClient; sns: SNSClient },
  TopicArn: string | undefined,
  publishConcurrency: number,
): Promise<AccountFacts> {
  const [quota, setting, subscriptions] = await Promise.all([
    quotas.send(new GetServiceQuotaCommand(CONCURRENCY)),
    ssm.send(new GetServiceSettingCommand({ SettingId: HIGH_THROUGHPUT })),
    TopicArn === undefined ? undefined : sns.send(new ListSubscriptionsByTopicCommand({ TopicArn })),
  ]);
  const alarms = (subscriptions?.Subscriptions ?? []).map(({ Endpoint = '', SubscriptionArn = '' }) => ({
    endpoint: Endpoint,
    arn: SubscriptionArn,
  }));
  return {
    concurrency: quota.Quota?.Value ?? 0,
    publishConcurrency,
    ssmThroughput: setting.ServiceSetting?.SettingValue === 'true' ? HIGH : STANDARD,
    alarms,
  };
}

/** Has a function try all of its calls; says why where it doesn't answer. */
export async function examineFunction(client: LambdaClient, name: string): Promise<Examined[] | string> {
  const { Payload, FunctionError } = await client.send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify({ doctor: true }) }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
  if (FunctionError !== undefined || !Array.isArray(answer))
    return FunctionError ?? 'it is of an older version';
  return answer as Examined[];
}

/**
 * Makes the next request meet a container that starts for it: any change of a function's configuration ends all of them.
 * The description is put back as it was, which is what changes nothing.
 */
export async function forceColdStart(client: LambdaClient, FunctionName: string): Promise<void> {
  const { Description = '' } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
  for (const text of [`${Description} `, Description]) {
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Description: text }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime: 30 }, { FunctionName });
  }
}
