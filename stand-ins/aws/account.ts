import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AccountAnswer, AccountRequest } from './account-request.ts';
import { cloudFormation, type Stack } from './cloudformation.ts';
import { localRegion } from './credentials.ts';
import { readDeployment } from './deployment.ts';
import { createLambdaApi, type LambdaFacts } from './lambda-api.ts';
import { closeServer, listenLocally } from './listen.ts';
import { builtFile, type LocalGroom } from './local-groom.ts';
import { callerOf, type Denied, readPermissions } from './permissions.ts';
import { answerQuery } from './query-protocol.ts';
import { sns, type Topic } from './sns.ts';
import { describeTable, type TableSettings } from './table-settings.ts';
import { type FunctionName, readTemplate } from './template.ts';

/** The AWS account that a Groom is deployed in. A test plants a fault by changing what is written here. */
export interface LocalAccount extends Deployed {
  /** Of CloudFormation, DynamoDB, Lambda and SNS. SQS and SSM are Groom's own. */
  endpoint: string;
  close(): Promise<void>;
}

interface Deployed extends LambdaFacts {
  stack: Stack;
  topic: Topic;
  table: TableSettings;
}

export interface AccountOptions {
  /** What the operator may not do, though docs/doctor-policy.json says so. */
  denied?: Denied | undefined;
}

/**
 * As it is right after a deployment of `serverless.yml`, stage `local`, with somebody confirmed for the alarms. The
 * operator, known by the access key `operator`, may do what docs/doctor-policy.json says.
 */
export async function startAccount(
  groom: LocalGroom,
  { denied = {} }: AccountOptions = {},
): Promise<LocalAccount> {
  const deployed = afterDeployment(groom);
  const permissions = readPermissions(denied);
  const services: Record<string, (given: AccountRequest) => AccountAnswer | Promise<AccountAnswer>> = {
    cloudformation: (given) => answerQuery(cloudFormation(deployed.stack), given),
    sns: (given) => answerQuery(sns(deployed.topic), given),
    lambda: createLambdaApi(deployed),
    dynamodb: (given) => describeTable(groom.dynamoEndpoint, deployed.table, given),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const service = services[serviceOf(request)];
    const body = await text(request);
    const allows = (action: string) => permissions.get(callerOf(request))?.has(action) ?? true;
    const said = await service?.({ request, body, allows });
    response.writeHead(said?.status ?? 404, said?.headers).end(said?.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const endpoint = await listenLocally(server);
  return Object.assign(deployed, { endpoint, close: () => closeServer(server) });
}

/** The service that a request was signed for: `Credential=key/20260301/us-east-1/sns/aws4_request`. */
function serviceOf({ headers }: IncomingMessage): string {
  return /Credential=[^,]+\/([^/,]+)\/aws4_request/.exec(headers.authorization ?? '')?.[1] ?? '';
}

const STACK = 'groom-local';

function afterDeployment(groom: LocalGroom): Deployed {
  const { batchSize, maxConcurrency } = readDeployment();
  const topic = {
    arn: `arn:aws:sns:${localRegion}:000000000000:${STACK}-AlarmTopic-1`,
    subscriptions: [
      {
        endpoint: 'ops@acme.example',
        arn: `arn:aws:sns:${localRegion}:000000000000:${STACK}-AlarmTopic-1:2`,
      },
    ],
  };
  const functionFacts = (name: FunctionName) => ({
    description: readTemplate().functions[name].description,
    variables: groom.variables[name],
    invoke: (event: unknown) => groom.invoke(name, event),
    restart: () => groom.deploy({ [name]: builtFile(name) }),
  });
  return {
    stack: {
      name: STACK,
      status: 'UPDATE_COMPLETE',
      resources: { ...madeResources(), ...resourcesWithIds(groom), AlarmTopic: topic.arn },
      outputs: { HttpApiUrl: new URL(groom.url).origin },
    },
    topic,
    table: { ttl: 'expirationTime', isProtected: true, status: 'ACTIVE', hasIndexes: true },
    functions: {
      [`${STACK}-slack`]: functionFacts('slack'),
      [`${STACK}-publish`]: functionFacts('publish'),
    },
    eventSources: [
      {
        functionName: `${STACK}-publish`,
        queueArn: groom.queueArn,
        state: 'Enabled',
        batchSize,
        responseTypes: ['ReportBatchItemFailures'],
        maximumConcurrency: maxConcurrency,
      },
    ],
    concurrency: 1000,
    isUpdatedAfter: 300,
  };
}

/** All resources of the template, and those that the framework adds for functions and events. */
function madeResources(): Record<string, string> {
  const names = [
    ...Object.keys(readTemplate().resources.Resources),
    'HttpApi',
    'PublishEventSourceMappingSQSQueue',
  ];
  return Object.fromEntries(names.map((name) => [name, `${STACK}-${name}`]));
}

const resourcesWithIds = (groom: LocalGroom) => ({
  SlackLambdaFunction: `${STACK}-slack`,
  PublishLambdaFunction: `${STACK}-publish`,
  Table: groom.tableName,
  Queue: groom.queueUrl,
  DeadLetterQueue: groom.deadLetterQueueUrl,
  ScheduleDeadLetterQueue: groom.scheduleDeadLetterQueueUrl,
});
