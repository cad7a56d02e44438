import { beforeAll, describe, expect, it } from 'vitest';
import { type Packaged, packageService, type Resource } from './package.ts';

let packaged: Packaged;
beforeAll(async () => {
  packaged = await packageService();
});

const resource = (name: string): Resource => packaged.template.Resources[name] as Resource;
const properties = (name: string) => resource(name).Properties;
const attribute = (name: string, what: string) => ({ 'Fn::GetAtt': [name, what] });
const ofType = (type: string) =>
  Object.entries(packaged.template.Resources).filter(([, { Type }]) => Type === type);

describe('The queue', () => {
  it('should be FIFO and encrypted, keep nothing for longer than four days, give up after a hundred receives, and wait six time-outs of publish', () => {
    expect(properties('Queue')).toEqual({
      QueueName: 'groom-dev.fifo',
      FifoQueue: true,
      ContentBasedDeduplication: true,
      SqsManagedSseEnabled: true,
      VisibilityTimeout: 6 * properties('PublishLambdaFunction').Timeout,
      MessageRetentionPeriod: 4 * 24 * 3600,
      RedrivePolicy: { deadLetterTargetArn: attribute('DeadLetterQueue', 'Arn'), maxReceiveCount: 100 },
    });
    expect(properties('DeadLetterQueue')).toEqual({
      QueueName: 'groom-dev-dead.fifo',
      FifoQueue: true,
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 4 * 24 * 3600,
    });
  });

  it('should feed publish, with partial failures and without taking all concurrency', () => {
    expect(ofType('AWS::Lambda::EventSourceMapping').map(([, mapping]) => mapping.Properties)).toEqual([
      {
        EventSourceArn: attribute('Queue', 'Arn'),
        FunctionName: attribute('PublishLambdaFunction', 'Arn'),
        Enabled: true,
        BatchSize: 10,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      },
    ]);
  });
});

describe('Deadlines', () => {
  it('should wait in a group of their own', () => {
    expect(ofType('AWS::Scheduler::ScheduleGroup').map(([, group]) => group.Properties)).toEqual([
      { Name: 'groom-dev' },
    ]);
  });

  it('should be kept for two weeks where they could not be sent, in the standard queue that is asked for', () => {
    expect(properties('ScheduleDeadLetterQueue')).toEqual({
      QueueName: 'groom-dev-schedule-dead',
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 14 * 24 * 3600,
    });
  });
});

describe('The table', () => {
  it('should be on demand, expire items, be backed up, and kept', () => {
    expect(resource('Table')).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(properties('Table')).toEqual({
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'PK', AttributeType: 'S' },
        { AttributeName: 'SK', AttributeType: 'S' },
        { AttributeName: 'GSI1PK', AttributeType: 'S' },
        { AttributeName: 'GSI1SK', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'PK', KeyType: 'HASH' },
        { AttributeName: 'SK', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'byUser',
          KeySchema: [
            { AttributeName: 'GSI1PK', KeyType: 'HASH' },
            { AttributeName: 'GSI1SK', KeyType: 'RANGE' },
          ],
          Projection: {
            ProjectionType: 'INCLUDE',
            NonKeyAttributes: ['sessionId', 'teamId', '__edb_e__', '__edb_v__'],
          },
        },
      ],
      TimeToLiveSpecification: { AttributeName: 'expirationTime', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      // Without a key of one's own DynamoDB uses a free one of AWS's.
      SSESpecification: {
        'Fn::If': [
          'HasTableKey',
          { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: '' },
          { Ref: 'AWS::NoValue' },
        ],
      },
    });
  });
});

describe('Alarms', () => {
  it.each([
    [
      'DeadLetterAlarm',
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      0,
      attribute('DeadLetterQueue', 'QueueName'),
    ],
    [
      'ScheduleAlarm',
      'AWS/SQS',
      'ApproximateNumberOfMessagesVisible',
      0,
      attribute('ScheduleDeadLetterQueue', 'QueueName'),
    ],
    ['BacklogAlarm', 'AWS/SQS', 'ApproximateAgeOfOldestMessage', 300, attribute('Queue', 'QueueName')],
    ['SlackErrorAlarm', 'AWS/Lambda', 'Errors', 0, { Ref: 'SlackLambdaFunction' }],
    ['SlackThrottleAlarm', 'AWS/Lambda', 'Throttles', 0, { Ref: 'SlackLambdaFunction' }],
    ['PublishErrorAlarm', 'AWS/Lambda', 'Errors', 0, { Ref: 'PublishLambdaFunction' }],
    ['FailedRequestsAlarm', 'Groom', 'FailedRequests', 0, 'slack'],
    ['SlowAcksAlarm', 'Groom', 'SlowAcks', 10, 'slack'],
    ['PublishFailuresAlarm', 'Groom', 'PublishFailures', 20, 'publish'],
  ])('%s watches %s %s', (name, Namespace, MetricName, Threshold, Value) => {
    expect(resource(name).Type).toBe('AWS::CloudWatch::Alarm');
    expect(properties(name)).toMatchObject({
      Namespace,
      MetricName,
      Threshold,
      ComparisonOperator: 'GreaterThanThreshold',
      TreatMissingData: 'notBreaching',
      AlarmActions: [{ Ref: 'AlarmTopic' }],
      AlarmDescription: expect.stringMatching(/\w/),
      Dimensions: [{ Name: expect.any(String), Value }],
    });
  });

  it('should be told to nobody as long as no address is given', () => {
    expect(resource('AlarmTopic').Type).toBe('AWS::SNS::Topic');
    expect(resource('AlarmEmail').Condition).toBe('HasAlarmEmail');
    expect(packaged.template.Conditions.HasAlarmEmail).toEqual(notEmpty(''));
  });
});

describe('The functions', () => {
  it('should keep slack warm by an event that is no request', () => {
    expect(resource('WarmRule')).toMatchObject({
      Condition: 'KeepsWarm',
      Properties: {
        ScheduleExpression: 'rate(5 minutes)',
        Targets: [{ Arn: attribute('SlackLambdaFunction', 'Arn'), Input: '{"keepWarm":true}' }],
      },
    });
    expect(resource('WarmPermission')).toMatchObject({
      Condition: 'KeepsWarm',
      Properties: {
        FunctionName: attribute('SlackLambdaFunction', 'Arn'),
        Principal: 'events.amazonaws.com',
        SourceArn: attribute('WarmRule', 'Arn'),
      },
    });
  });
});

describe('A stack without parameters', () => {
  it('should leave out what is optional', () => {
    expect(packaged.template.Conditions).toEqual({
      HasAlarmEmail: notEmpty(''),
      HasSecretsKey: notEmpty(''),
      HasTableKey: notEmpty(''),
      KeepsWarm: { 'Fn::Equals': ['false', 'true'] },
      HasPermissionsBoundary: notEmpty(''),
    });
    expect(resource('ServerlessDeploymentBucket').Type).toBe('AWS::S3::Bucket');
  });
});

function notEmpty(value: string) {
  return { 'Fn::Not': [{ 'Fn::Equals': [value, ''] }] };
}
