import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { readTemplate } from './template.ts';

interface Role {
  Policies: { PolicyDocument: { Statement: (Statement | string[])[] } }[];
}

interface Statement {
  Effect: string;
  Action: string[];
}

/** Actions that a test takes away from who has them. */
export type Denied = Readonly<Record<string, readonly string[]>>;

/**
 * The IAM actions that are allowed, by who may: the name of a function, `scheduler`, or `operator`, who has
 * docs/doctor-policy.json.
 */
export function readPermissions(denied: Denied = {}): Map<string, Set<string>> {
  const allowed = new Map([...rolesOf(), ['operator', operatorActions()] as const]);
  for (const [name, actions] of Object.entries(denied)) {
    for (const action of actions) allowed.get(name)?.delete(action);
  }
  return allowed;
}

const POLICY = new URL('../../docs/doctor-policy.json', import.meta.url);

function operatorActions(): Set<string> {
  const { Statement } = JSON.parse(readFileSync(POLICY, 'utf8')) as { Statement: Statement[] };
  return new Set(Statement.flatMap(({ Action }) => Action));
}

function rolesOf(): Map<string, Set<string>> {
  const { functions, resources } = readTemplate();
  const roles = Object.entries(functions).map(
    ([name, { role }]) => [name, role.split('.')[0] ?? ''] as const,
  );
  return new Map(
    [...roles, ['scheduler', 'SchedulerRole'] as const].map(([name, role]) => {
      const { Properties } = resources.Resources[role] ?? {};
      if (!Properties) throw new Error(`serverless.yml: there is no role ${role}`);
      const { Policies } = Properties as Role;
      // A statement behind `!If` is read as a list: the condition's name, the statement, and what else there would be.
      const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flat();
      const actions = statements.flatMap((one) => (typeof one === 'string' ? [] : one.Action));
      return [name, new Set(actions)];
    }),
  );
}

/**
 * Makes a stand-in for DynamoDB, SQS, SSM or EventBridge Scheduler refuse what IAM would: a call signed in a function's
 * name (see `environment` in local-groom.ts) must be allowed by the function's role, and so must one of
 * EventBridge Scheduler itself. Other callers may do everything.
 */
export function enforcePermissions(server: Server, denied: Denied = {}): void {
  const permissions = readPermissions(denied);
  const handlers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const allowed = permissions.get(callerOf(request));
    const action = allowed && requestedActions(request).find((one) => !allowed.has(one));
    if (!action) {
      for (const handler of handlers) handler(request, response);
      return;
    }
    const message = `User ${callerOf(request)} is not authorized to perform: ${action}`;
    const __type = 'com.amazon.coral.service#AccessDeniedException';
    response.writeHead(400, {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-errortype': 'AccessDeniedException',
    });
    response.end(JSON.stringify({ __type, message }));
  });
}

/** The access key, which here says who it is. */
export function callerOf({ headers }: IncomingMessage): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
}

/**
 * `DynamoDB_20120810.GetItem` needs `dynamodb:GetItem`. SQS has no separate actions for batches. Whoever makes a
 * schedule hands a role over, which is an action as well.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
 */
function requestedActions({ headers, method, url = '' }: IncomingMessage): string[] {
  if (url.startsWith('/schedules/')) {
    return method === 'POST' ? ['scheduler:CreateSchedule', 'iam:PassRole'] : [`scheduler:${method}`];
  }
  const [service = '', operation = ''] = String(headers['x-amz-target']).split('.');
  if (service === 'AmazonSSM') return [`ssm:${operation}`];
  return [
    service.startsWith('DynamoDB') ? `dynamodb:${operation}` : `sqs:${operation.replace(/Batch$/, '')}`,
  ];
}
