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
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { ListSubscriptionsByTopicCommand, type SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { GetParametersCommand, GetServiceSettingCommand, type SSMClient } from '@aws-sdk/client-ssm';
import type { AccountFacts } from './checks/account.ts';
import type { ParameterFacts } from './checks/parameters.ts';
import type { QueueFacts } from './checks/queues.ts';
import type { StackFacts } from './checks/stack.ts';
import type { TableFacts } from './checks/table.ts';

/** What one AWS account says of a deployment. Reads only; docs/doctor-policy.json has the rights that this takes. */

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-throughput.html */
const HIGH_THROUGHPUT = '/ssm/parameter-store/high-throughput-enabled';

export async function readStack(client: CloudFormationClient, name: string): Promise<StackFacts> {
  const described = await client
    .send(new DescribeStacksCommand({ StackName: name }))
    .catch((error: Error) => {
      if (/does not exist/.test(error.message)) return undefined;
      throw error;
    });
  const stack = described?.Stacks?.[0];
  if (stack?.StackStatus === undefined) return { name, resources: {}, outputs: {} };
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName: name }));
  const ids = StackResources.map((one) => [one.LogicalResourceId, one.PhysicalResourceId]);
  const outputs = (stack.Outputs ?? []).map((one) => [one.OutputKey, one.OutputValue]);
  return {
    name,
    status: stack.StackStatus,
    resources: Object.fromEntries(ids),
    outputs: Object.fromEntries(outputs),
  };
}

export async function readParameters(
  client: SSMClient,
  paths: Readonly<Record<ParameterFacts['secret'], string>>,
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
  const { maxReceiveCount }: { maxReceiveCount?: number } = JSON.parse(Attributes.RedrivePolicy ?? '{}');
  const facts = Attributes as QueueFacts;
  return maxReceiveCount === undefined ? facts : { ...facts, maxReceiveCount: String(maxReceiveCount) };
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

/** What Lambda really allows is asked of Lambda: the quota of a new account is lower than Service Quotas' default. */
export async function readAccount(
  { lambda, ssm, sns }: { lambda: LambdaClient; ssm: SSMClient; sns: SNSClient },
  TopicArn: string,
  publishConcurrency: number | undefined,
): Promise<AccountFacts> {
  const [{ AccountLimit }, { ServiceSetting }, { Subscriptions = [] }] = await Promise.all([
    lambda.send(new GetAccountSettingsCommand({})),
    ssm.send(new GetServiceSettingCommand({ SettingId: HIGH_THROUGHPUT })),
    sns.send(new ListSubscriptionsByTopicCommand({ TopicArn })),
  ]);
  return {
    concurrency: AccountLimit?.UnreservedConcurrentExecutions ?? 0,
    ...(publishConcurrency !== undefined && { publishConcurrency }),
    isParameterStoreFast: ServiceSetting?.SettingValue === 'true',
    alarms: Subscriptions.map(({ Endpoint: endpoint = '', SubscriptionArn: arn = '' }) => ({
      endpoint,
      arn,
    })),
  };
}
