import { localRegion } from './credentials.ts';
import { type Parameters, type QueryAnswer, type QueryService, refusal } from './query-protocol.ts';

/** A stack as it was deployed. */
export interface Stack {
  name: string;
  /** Such as `CREATE_COMPLETE`. */
  status: string;
  /** Physical ids, by logical ones. */
  resources: Record<string, string>;
  outputs: Record<string, string>;
}

/**
 * CloudFormation, as far as looking at one stack goes.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStacks.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DescribeStackResources.html
 */
export const cloudFormation = (stack: Stack): QueryService => ({
  name: 'cloudformation',
  version: '2010-05-15',
  namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/',
  // Each says in its own way that there is no such stack.
  actions: {
    DescribeStacks: (given) =>
      ofStack(stack, given, (name) => `Stack with id ${name} does not exist`) ?? {
        result: { Stacks: [describe(stack)] },
      },
    DescribeStackResources: (given) =>
      ofStack(stack, given, (name) => `Stack: ${name} does not exist`) ?? {
        result: { StackResources: resourcesOf(stack) },
      },
  },
});

function ofStack(
  { name }: Stack,
  { StackName = '', ...others }: Parameters,
  missing: (name: string) => string,
): QueryAnswer | undefined {
  const [other] = Object.keys(others);
  if (other !== undefined) return refusal(400, 'ValidationError', `Unexpected parameter ${other}`);
  return StackName === name ? undefined : refusal(400, 'ValidationError', missing(StackName));
}

const AT = '2026-03-01T12:00:00.000Z';

const describe = ({ name, status, outputs }: Stack) => ({
  StackName: name,
  StackId: idOf(name),
  CreationTime: AT,
  StackStatus: status,
  DisableRollback: 'false',
  Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
});

const resourcesOf = ({ name, resources }: Stack) =>
  Object.entries(resources).map(([LogicalResourceId, PhysicalResourceId]) => ({
    StackName: name,
    StackId: idOf(name),
    LogicalResourceId,
    PhysicalResourceId,
    ResourceType: 'AWS::Something',
    Timestamp: AT,
    ResourceStatus: 'CREATE_COMPLETE',
  }));

const idOf = (name: string) => `arn:aws:cloudformation:${localRegion}:000000000000:stack/${name}/1`;
