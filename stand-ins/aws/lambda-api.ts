import type { AccountAnswer, AccountRequest } from './account-request.ts';
import { localRegion } from './credentials.ts';

export interface LambdaFacts {
  functions: Record<string, FunctionFacts>;
  eventSources: EventSourceMapping[];
  /** Functions at once, of all without a share of their own. */
  concurrency: number;
  /** For so many ms an update is in progress, during which another one is refused. */
  isUpdatedAfter: number;
}

interface FunctionFacts {
  description: string;
  variables: Readonly<Record<string, string>>;
  invoke(event: unknown): Promise<unknown>;
  /** Ends all containers, as any change of the configuration does. */
  restart(): void;
}

/** What brings the queue to a function. */
interface EventSourceMapping {
  functionName: string;
  queueArn: string;
  /** Such as `Enabled`. */
  state: string;
  batchSize: number;
  responseTypes: string[];
  maximumConcurrency?: number;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

interface Operation {
  /** Its only group, if any, is the function's name. */
  route: RegExp;
  /** As IAM calls it. */
  action: string;
  run(given: { name: string; body: string; query: URLSearchParams }): Answer | Promise<Answer>;
}

/**
 * Lambda's own API: what is configured, invoking, and changing a description.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html
 */
export function createLambdaApi(facts: LambdaFacts): (given: AccountRequest) => Promise<AccountAnswer> {
  const operations = operationsOf(facts);

  async function answer({ request, body, allows }: AccountRequest): Promise<Answer> {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://lambda');
    const route = `${request.method} ${pathname}`;
    const operation = operations.find((one) => one.route.test(route));
    if (!operation) return refusal(404, 'UnknownOperationException', route);
    if (!allows(`lambda:${operation.action}`)) {
      const why = `User: operator is not authorized to perform: lambda:${operation.action}`;
      return refusal(403, 'AccessDeniedException', why);
    }
    const [, name = ''] = operation.route.exec(route) ?? [];
    if (name && !facts.functions[name]) {
      return refusal(404, 'ResourceNotFoundException', `Function not found: ${arnOf(name)}`);
    }
    return operation.run({ name, body, query });
  }

  return async (given) => {
    const { status, body, headers } = await answer(given);
    return {
      status,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    };
  };
}

function operationsOf(facts: LambdaFacts): Operation[] {
  const updatedAt = new Map<string, number>();
  const isUpdating = (name: string) =>
    performance.now() - (updatedAt.get(name) ?? Number.NEGATIVE_INFINITY) < facts.isUpdatedAfter;
  const found = (name: string) => facts.functions[name] as FunctionFacts;

  const describe = (name: string): Answer => ({
    status: 200,
    body: {
      FunctionName: name,
      FunctionArn: arnOf(name),
      Description: found(name).description,
      Environment: { Variables: found(name).variables },
      State: 'Active',
      LastUpdateStatus: isUpdating(name) ? 'InProgress' : 'Successful',
    },
  });

  function update(name: string, body: string): Answer {
    const { Description, ...others } = JSON.parse(body) as Record<string, unknown>;
    if (Object.keys(others).length > 0 || typeof Description !== 'string' || Description.length > 256) {
      return refusal(400, 'InvalidParameterValueException', 'A description is all, 256 characters at most');
    }
    if (isUpdating(name)) {
      const why = 'The operation cannot be performed at this time. An update is in progress for resource: ';
      return refusal(409, 'ResourceConflictException', `${why}${arnOf(name)}`);
    }
    found(name).description = Description;
    found(name).restart();
    updatedAt.set(name, performance.now());
    return describe(name);
  }

  return [
    {
      route: /^GET \/2016-08-19\/account-settings\/?$/,
      action: 'GetAccountSettings',
      run: () => accountSettings(facts),
    },
    {
      route: /^GET \/2015-03-31\/event-source-mappings\/?$/,
      action: 'ListEventSourceMappings',
      run: ({ query }) => mappings(facts, query),
    },
    {
      route: /^GET \/2015-03-31\/functions\/([^/]+)\/configuration$/,
      action: 'GetFunctionConfiguration',
      run: ({ name }) => describe(name),
    },
    {
      route: /^PUT \/2015-03-31\/functions\/([^/]+)\/configuration$/,
      action: 'UpdateFunctionConfiguration',
      run: ({ name, body }) => update(name, body),
    },
    {
      route: /^POST \/2015-03-31\/functions\/([^/]+)\/invocations$/,
      action: 'InvokeFunction',
      run: ({ name, body }) => invoke(found(name), body),
    },
  ];
}

function accountSettings({ concurrency, functions }: LambdaFacts): Answer {
  const AccountLimit = { ConcurrentExecutions: concurrency, UnreservedConcurrentExecutions: concurrency };
  const AccountUsage = { FunctionCount: Object.keys(functions).length };
  return { status: 200, body: { AccountLimit, AccountUsage } };
}

function mappings({ eventSources }: LambdaFacts, query: URLSearchParams): Answer {
  const [name, arn] = [query.get('FunctionName'), query.get('EventSourceArn')];
  const found = eventSources.filter(
    ({ functionName, queueArn }) => (!name || functionName === name) && (!arn || queueArn === arn),
  );
  const EventSourceMappings = found.map((one) => ({
    UUID: 'a1b2c3d4-5678-90ab-cdef-111111111111',
    BatchSize: one.batchSize,
    EventSourceArn: one.queueArn,
    FunctionArn: arnOf(one.functionName),
    State: one.state,
    StateTransitionReason: 'USER_INITIATED',
    FunctionResponseTypes: one.responseTypes,
    ...(one.maximumConcurrency && { ScalingConfig: { MaximumConcurrency: one.maximumConcurrency } }),
  }));
  return { status: 200, body: { EventSourceMappings } };
}

/** What the function throws is no error of the call. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
async function invoke({ invoke: call }: FunctionFacts, body: string): Promise<Answer> {
  try {
    return { status: 200, body: (await call(JSON.parse(body))) ?? null };
  } catch (error) {
    const thrown = error instanceof Error ? error : new Error(String(error));
    const answer = { errorType: thrown.name, errorMessage: thrown.message, trace: [] };
    return { status: 200, body: answer, headers: { 'x-amz-function-error': 'Unhandled' } };
  }
}

function refusal(status: number, type: string, Message: string): Answer {
  return { status, body: { Type: 'User', Message }, headers: { 'x-amzn-errortype': type } };
}

const arnOf = (name: string) => `arn:aws:lambda:${localRegion}:000000000000:function:${name}`;
