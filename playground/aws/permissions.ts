import type { IncomingMessage, RequestListener, Server } from 'node:http';
import { readTemplate } from './template.ts';

interface Role {
  Policies: { PolicyDocument: { Statement: (Statement | string[])[] } }[];
}

interface Statement {
  Effect: string;
  Action: string[];
}

/** The IAM actions that the role of each function allows, by the function's name. */
export function readPermissions(): Map<string, Set<string>> {
  const { functions, resources } = readTemplate();
  return new Map(
    Object.entries(functions).map(([name, { role }]) => {
      const { Properties } = resources.Resources[role.split('.')[0] ?? ''] ?? {};
      if (!Properties) throw new Error(`serverless.yml: there is no role ${role}`);
      const { Policies } = Properties as Role;
      // A statement behind `!If` is a list of a name, itself, and another name.
      const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flat();
      const actions = statements.flatMap((one) => (typeof one === 'string' ? [] : one.Action));
      return [name, new Set(actions)];
    }),
  );
}

/**
 * Makes a stand-in for DynamoDB or SQS refuse what IAM would: a call signed in a function's name (see
 * `environment` in local-groom.ts) must be allowed by the function's role. Other callers may do everything.
 */
export function enforcePermissions(server: Server): void {
  const permissions = readPermissions();
  const handlers = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const action = requestedAction(request);
    const allowed = permissions.get(caller(request));
    if (!allowed || allowed.has(action)) {
      for (const handler of handlers) handler(request, response);
      return;
    }
    const message = `User ${caller(request)} is not authorized to perform: ${action}`;
    const __type = 'com.amazon.coral.service#AccessDeniedException';
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify({ __type, message }));
  });
}

/** The access key, which is the function's name here. */
function caller({ headers }: IncomingMessage): string {
  return /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1] ?? '';
}

/**
 * `DynamoDB_20120810.GetItem` is `dynamodb:GetItem`. SQS has no actions of their own for batches.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
 */
function requestedAction({ headers }: IncomingMessage): string {
  const [service = '', operation = ''] = String(headers['x-amz-target']).split('.');
  return service.startsWith('DynamoDB') ? `dynamodb:${operation}` : `sqs:${operation.replace(/Batch$/, '')}`;
}
