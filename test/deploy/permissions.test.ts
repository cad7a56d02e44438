import { beforeAll, describe, expect, test } from 'vitest';
import { type CloudFormation, packageService } from './package.ts';

let template: CloudFormation;
beforeAll(async () => {
  ({ template } = await packageService());
});

interface Statement {
  Effect: string;
  Action: string[];
  Resource: unknown;
}

const roles = () => Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
const statements = (role: string): (Statement | { 'Fn::If': unknown[] })[] =>
  template.Resources[role]?.Properties.Policies[0].PolicyDocument.Statement;

const table = { 'Fn::GetAtt': ['Table', 'Arn'] };
const queue = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const parameter = (name: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/groom/dev/${name}`,
});
const decrypt = {
  'Fn::If': ['HasSecretsKey', expect.objectContaining({ Action: ['kms:Decrypt'] }), noValue()],
};

test('there is one role for each function, which only Lambda may assume', () => {
  expect(roles().map(([name]) => name)).toEqual(['SlackRole', 'PublishRole']);
  for (const [, { Properties }] of roles()) {
    expect(Properties.AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
    expect(Properties.Policies).toHaveLength(1);
    expect(Properties.ManagedPolicyArns).toBeUndefined();
  }
  const others = Object.values(template.Resources).map(({ Type }) => Type);
  expect(others.filter((type) => type.startsWith('AWS::IAM::'))).toEqual([
    'AWS::IAM::Role',
    'AWS::IAM::Role',
  ]);
});

test('no action and no resource is a wildcard', () => {
  for (const [, { Properties }] of roles()) expect(JSON.stringify(Properties.Policies)).not.toContain('*');
});

describe('what a function may do', () => {
  test('slack', () => {
    expect(statements('SlackRole')).toEqual([
      {
        Effect: 'Allow',
        Action: [
          'dynamodb:DeleteItem',
          'dynamodb:GetItem',
          'dynamodb:PutItem',
          'dynamodb:Query',
          'dynamodb:UpdateItem',
        ],
        Resource: table,
      },
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: queue },
      {
        Effect: 'Allow',
        Action: ['ssm:GetParameter'],
        Resource: [parameter('signing-secret'), parameter('bot-token')],
      },
      decrypt,
      logs('SlackLogGroup'),
    ]);
  });

  test('publish', () => {
    expect(statements('PublishRole')).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
        Resource: table,
      },
      {
        Effect: 'Allow',
        Action: [
          'sqs:ChangeMessageVisibility',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
          'sqs:ReceiveMessage',
          'sqs:SendMessage',
        ],
        Resource: queue,
      },
      { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: [parameter('bot-token')] },
      decrypt,
      logs('PublishLogGroup'),
    ]);
  });
});

function noValue() {
  return { Ref: 'AWS::NoValue' };
}

function logs(group: string) {
  return {
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: { 'Fn::GetAtt': [group, 'Arn'] },
  };
}
