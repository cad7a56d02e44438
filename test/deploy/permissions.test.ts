import { beforeAll, describe, expect, it } from 'vitest';
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
const schedules = {
  'Fn::Sub': `arn:\${AWS::Partition}:scheduler:\${AWS::Region}:\${AWS::AccountId}:schedule/\${ScheduleGroup}/*`,
};
const index = { 'Fn::Sub': `\${Table.Arn}/index/byUser` };
const parameter = (name: string) => ({
  'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/groom/dev/${name}`,
});
const useTableKey = {
  'Fn::If': [
    'HasTableKey',
    expect.objectContaining({
      Action: [
        'kms:Decrypt',
        'kms:DescribeKey',
        'kms:Encrypt',
        'kms:GenerateDataKey',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
      ],
    }),
    noValue(),
  ],
};
const decrypt = {
  'Fn::If': ['HasSecretsKey', expect.objectContaining({ Action: ['kms:Decrypt'] }), noValue()],
};

describe('Permissions', () => {
  it('should be those of one role for each function, and of one for EventBridge Scheduler', () => {
    expect(roles().map(([name]) => name)).toEqual(['SlackRole', 'PublishRole', 'SchedulerRole']);
    for (const [, { Properties }] of roles()) {
      expect(Properties.Policies).toHaveLength(1);
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
    const types = Object.values(template.Resources).map(({ Type }) => Type);
    expect(new Set(types.filter((type) => type.startsWith('AWS::IAM::')))).toEqual(
      new Set(['AWS::IAM::Role']),
    );
  });

  it.each(['SlackRole', 'PublishRole'])('should be taken on by Lambda alone: %s', (role) => {
    expect(template.Resources[role]?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
    ]);
  });

  it('should be taken on by EventBridge Scheduler alone in its role, and for our schedules alone', () => {
    expect(template.Resources.SchedulerRole?.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Principal: { Service: 'scheduler.amazonaws.com' },
        Action: 'sts:AssumeRole',
        Condition: {
          StringEquals: {
            'aws:SourceAccount': { Ref: 'AWS::AccountId' },
            'aws:SourceArn': { 'Fn::GetAtt': ['ScheduleGroup', 'Arn'] },
          },
        },
      },
    ]);
  });

  it('should have no wildcard in an action or a resource, but for the schedules of our group', () => {
    for (const [, { Properties }] of roles()) {
      expect(JSON.stringify(Properties.Policies).replace(JSON.stringify(schedules), '')).not.toContain('*');
    }
  });
});

describe('The permissions', () => {
  it('should be what slack needs', () => {
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
      { Effect: 'Allow', Action: ['dynamodb:Query'], Resource: index },
      useTableKey,
      { Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: queue },
      {
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: [parameter('signing-secret'), parameter('bot-token')],
      },
      decrypt,
      logs('SlackLogGroup'),
    ]);
  });

  it('should be what publish needs', () => {
    expect(statements('PublishRole')).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
        Resource: table,
      },
      { Effect: 'Allow', Action: ['dynamodb:Query'], Resource: index },
      useTableKey,
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
      {
        Effect: 'Allow',
        Action: ['ssm:GetParameter', 'ssm:GetParameters'],
        Resource: [parameter('bot-token')],
      },
      decrypt,
      { Effect: 'Allow', Action: ['scheduler:CreateSchedule'], Resource: schedules },
      {
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: { 'Fn::GetAtt': ['SchedulerRole', 'Arn'] },
        Condition: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      },
      logs('PublishLogGroup'),
    ]);
  });

  it('should be what EventBridge Scheduler needs in our name', () => {
    expect(statements('SchedulerRole')).toEqual([
      {
        Effect: 'Allow',
        Action: ['sqs:SendMessage'],
        Resource: [queue, { 'Fn::GetAtt': ['ScheduleDeadLetterQueue', 'Arn'] }],
      },
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
