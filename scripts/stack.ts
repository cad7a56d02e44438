import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** What a deployment calls its table and its queue. @param at where it is, unless the environment says so */
export async function stackOf(
  stage: string,
  at: { region?: string },
): Promise<{ table: string; queueUrl: string }> {
  const client = new CloudFormationClient(at);
  const described = await client.send(new DescribeStacksCommand({ StackName: `groom-${stage}` }));
  const outputs = described.Stacks?.[0]?.Outputs ?? [];
  const named = (name: string) => outputs.find(({ OutputKey }) => OutputKey === name)?.OutputValue;
  const [table, queueUrl] = [named('TableName'), named('QueueUrl')];
  if (!table || !queueUrl) throw new Error(`The stack groom-${stage} has no table or no queue.`);
  return { table, queueUrl };
}
