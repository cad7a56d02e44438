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

describe('The package', () => {
  it('should be zipped with its one file, and the licences of what is in that', () => {
    expect(packaged.zips).toEqual({
      slack: ['dist/slack.js', 'dist/slack.licences.txt'],
      publish: ['dist/publish.js', 'dist/publish.licences.txt'],
    });
  });

  it('should leave no variable unresolved', () => {
    const variables = [...packaged.text.matchAll(/\$\{(?!AWS::)([^}.]*)[^}]*\}/g)].map(([, name]) => name);
    // CloudFormation resolves the names of the template's own resources.
    expect(Object.keys(packaged.template.Resources)).toEqual(expect.arrayContaining(variables));
    expect(packaged.stackTags).toBeNull();
  });
});

describe('functions', () => {
  it.each([
    ['Slack', 'slack', 1769, 10],
    ['Publish', 'publish', 256, 10],
  ])('%s runs on arm64 with Node 24', (prefix, name, MemorySize, Timeout) => {
    expect(properties(`${prefix}LambdaFunction`)).toMatchObject({
      Handler: `dist/${name}.handler`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      FunctionName: `groom-dev-${name}`,
      Role: attribute(`${prefix}Role`, 'Arn'),
      MemorySize,
      Timeout,
    });
    expect(properties(`${prefix}LogGroup`).RetentionInDays).toBe(30);
  });

  it('should be two, neither of which reserves concurrency: a new account has only ten', () => {
    const functions = ofType('AWS::Lambda::Function');
    expect(functions.map(([name]) => name)).toEqual(['SlackLambdaFunction', 'PublishLambdaFunction']);
    for (const [, { Properties }] of functions) {
      expect(Properties.ReservedConcurrentExecutions).toBeUndefined();
    }
    expect(ofType('AWS::Lambda::Version')).toEqual([]);
  });

  it('should name the secrets in their environment, each only its own', () => {
    const shared = {
      SLACK_BOT_TOKEN: 'ssm:/groom/dev/bot-token',
      TABLE_NAME: { Ref: 'Table' },
      QUEUE_URL: { Ref: 'Queue' },
      SESSION_TTL_HOURS: '720',
      HISTORY_DAYS: '365',
      GROOM_ADMINS: '',
      LOG_LEVEL: 'info',
    };
    expect(properties('PublishLambdaFunction').Environment.Variables).toEqual({
      ...shared,
      SCHEDULE_GROUP: { Ref: 'ScheduleGroup' },
      QUEUE_ARN: attribute('Queue', 'Arn'),
      SCHEDULE_ROLE_ARN: attribute('SchedulerRole', 'Arn'),
      SCHEDULE_DEAD_LETTER_ARN: attribute('ScheduleDeadLetterQueue', 'Arn'),
      UPDATES_PER_MINUTE: '50',
      PAINT_THROUGH_CLICKS: 'off',
    });
    expect(properties('SlackLambdaFunction').Environment.Variables).toEqual({
      ...shared,
      SLACK_SIGNING_SECRET: 'ssm:/groom/dev/signing-secret',
    });
  });
});

describe('HTTP API', () => {
  it('should have one route, in payload format 2.0', () => {
    expect(ofType('AWS::ApiGatewayV2::Route').map(([, route]) => route.Properties.RouteKey)).toEqual([
      'POST /slack/events',
    ]);
    expect(properties('HttpApiIntegrationSlack')).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: attribute('SlackLambdaFunction', 'Arn'),
    });
  });

  it('should be throttled, with neither bodies nor addresses in its access log', () => {
    const stage = properties('HttpApiStage');
    expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 });
    expect(Object.keys(JSON.parse(stage.AccessLogSettings.Format))).toEqual([
      'time',
      'requestId',
      'status',
      'ms',
      'error',
    ]);
    expect(properties('HttpApiLogGroup').RetentionInDays).toBe(30);
  });
});
