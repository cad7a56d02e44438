import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Packaged, packageService } from './package.ts';

const boundary = 'arn:aws:iam::111122223333:policy/boundary';
const key = 'arn:aws:kms:eu-central-1:111122223333:key/1';
const tableKey = 'arn:aws:kms:eu-central-1:111122223333:key/2';

let packaged: Packaged;
beforeAll(async () => {
  const tagsFile = join(mkdtempSync(join(tmpdir(), 'tags-')), 'tags.yml');
  writeFileSync(tagsFile, 'team: platform\ncost-centre: "42"\n');
  packaged = await packageService(
    ...['--stage', 'prod', '--region', 'eu-central-1'],
    ...params({
      signingSecretPath: '/teams/groom/signing',
      botTokenPath: '/teams/groom/token',
      secretsKeyArn: key,
      tableKeyArn: tableKey,
      keepWarm: 'true',
      alarmEmail: 'ops@example.com',
      sessionTtlHours: '24',
      historyDays: '90',
      admins: 'U0ADA,U0BO',
      logLevel: 'debug',
      logRetentionDays: '7',
      publishConcurrency: '20',
      updatesPerMinute: '100',
      paintThroughClicks: 'on',
      permissionsBoundary: boundary,
      deploymentBucket: 'code-bucket',
      tagsFile,
    }),
  );
});

function params(values: Record<string, string>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['--param', `${name}=${value}`]);
}

const properties = (name: string) => packaged.template.Resources[name]?.Properties ?? {};
const given = (value: string) => ({ 'Fn::Not': [{ 'Fn::Equals': [value, ''] }] });

describe('A stack with every parameter given', () => {
  it('should have the stage in every name', () => {
    expect(properties('SlackLambdaFunction').FunctionName).toBe('groom-prod-slack');
    expect(properties('PublishLambdaFunction').FunctionName).toBe('groom-prod-publish');
    expect(properties('Queue').QueueName).toBe('groom-prod.fifo');
    expect(properties('DeadLetterQueue').QueueName).toBe('groom-prod-dead.fifo');
    expect(properties('ScheduleGroup').Name).toBe('groom-prod');
    expect(properties('ScheduleDeadLetterQueue').QueueName).toBe('groom-prod-schedule-dead');
    expect(packaged.text).not.toMatch(/groom-dev|dev-groom/);
  });

  it('should have the secrets where they were said to be, and be allowed to read them there', () => {
    expect(properties('SlackLambdaFunction').Environment.Variables).toMatchObject({
      SLACK_SIGNING_SECRET: 'ssm:/teams/groom/signing',
      SLACK_BOT_TOKEN: 'ssm:/teams/groom/token',
      SESSION_TTL_HOURS: '24',
      HISTORY_DAYS: '90',
      LOG_LEVEL: 'debug',
    });
    expect(properties('PublishLambdaFunction').Environment.Variables).toMatchObject({
      HISTORY_DAYS: '90',
      UPDATES_PER_MINUTE: '100',
    });
    const arn = `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter`;
    const policy = JSON.stringify(properties('SlackRole').Policies);
    expect(policy).toContain(`${arn}/teams/groom/signing"`);
    expect(policy).toContain(`${arn}/teams/groom/token"`);
    expect(JSON.stringify(properties('PublishRole').Policies)).not.toContain('/teams/groom/signing');
  });

  it.each(['SlackRole', 'PublishRole', 'SchedulerRole'])('should bound %s', (role) => {
    expect(properties(role).PermissionsBoundary).toEqual({
      'Fn::If': ['HasPermissionsBoundary', boundary, { Ref: 'AWS::NoValue' }],
    });
  });

  it.each(['SlackRole', 'PublishRole'])('should let %s decrypt with the key through SSM only', (role) => {
    expect(properties(role).Policies[0].PolicyDocument.Statement).toContainEqual({
      'Fn::If': [
        'HasSecretsKey',
        {
          Effect: 'Allow',
          Action: ['kms:Decrypt'],
          Resource: key,
          Condition: {
            StringEquals: { 'kms:ViaService': { 'Fn::Sub': `ssm.\${AWS::Region}.amazonaws.com` } },
          },
        },
        { Ref: 'AWS::NoValue' },
      ],
    });
  });

  it('should encrypt the table with the given key, which both functions may use through DynamoDB only', () => {
    expect(properties('Table').SSESpecification['Fn::If'][1]).toEqual({
      SSEEnabled: true,
      SSEType: 'KMS',
      KMSMasterKeyId: tableKey,
    });
    for (const role of ['SlackRole', 'PublishRole']) {
      expect(properties(role).Policies[0].PolicyDocument.Statement).toContainEqual({
        'Fn::If': [
          'HasTableKey',
          expect.objectContaining({
            Resource: tableKey,
            Condition: {
              StringEquals: { 'kms:ViaService': { 'Fn::Sub': `dynamodb.\${AWS::Region}.amazonaws.com` } },
            },
          }),
          { Ref: 'AWS::NoValue' },
        ],
      });
    }
  });

  it('should make the conditions hold', () => {
    expect(packaged.template.Conditions).toEqual({
      HasAlarmEmail: given('ops@example.com'),
      HasSecretsKey: given(key),
      HasTableKey: given(tableKey),
      KeepsWarm: { 'Fn::Equals': ['true', 'true'] },
      HasPermissionsBoundary: given(boundary),
    });
  });

  it('should let alarms reach the address', () => {
    expect(properties('AlarmEmail')).toEqual({
      TopicArn: { Ref: 'AlarmTopic' },
      Protocol: 'email',
      Endpoint: 'ops@example.com',
    });
  });

  it('should let publish run as often at once as allowed', () => {
    expect(properties('PublishEventSourceMappingSQSQueue').ScalingConfig).toEqual({ MaximumConcurrency: 20 });
  });

  it('should keep logs as long as said', () => {
    for (const group of ['SlackLogGroup', 'PublishLogGroup', 'HttpApiLogGroup']) {
      expect(properties(group).RetentionInDays).toBe(7);
    }
  });

  it('should put the code into the given bucket, and make none', () => {
    expect(properties('SlackLambdaFunction').Code.S3Bucket).toBe('code-bucket');
    expect(Object.values(packaged.template.Resources).map(({ Type }) => Type)).not.toContain(
      'AWS::S3::Bucket',
    );
  });

  it('should be tagged, and with it all it holds', () => {
    expect(packaged.stackTags).toEqual({ team: 'platform', 'cost-centre': '42' });
  });
});
