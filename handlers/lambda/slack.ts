import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { MissingParametersError } from '../../src/aws/ssm-secrets.ts';
import { startListening } from '../host/listening.ts';
import { createLog, withLogFields } from '../host/log.ts';
import { createHttpEndpoint } from '../receive/http.ts';
import { unsignedChallenge } from '../receive/unsigned-challenge.ts';
import { createClients, warmUp } from './clients.ts';
import { type Examined, examine, isDoctor } from './doctor.ts';
import { ownLogLevel, readSlackEnvironment } from './environment.ts';
import { requestOf, toLambdaResult } from './http-api.ts';
import { onceStarted } from './start.ts';
import { createDeps } from './wiring.ts';

/** The Lambda function behind `POST /slack/events`. */

const environment = readSlackEnvironment();
const clients = createClients();

const started = onceStarted(clients.ssm, environment.secrets, ({ signingSecret, botToken }) => {
  const deps = createDeps(environment, 'slack', clients, botToken);
  const receiver = startListening(deps, botToken);
  return {
    answer: createHttpEndpoint(receiver, signingSecret, deps),
    examine: () => examine(environment, 'slack', clients, { queue: deps.queue, botToken: botToken.current }),
  };
});
warmUp(clients, environment);

// Two parameters: Lambda's Node 24 refuses a handler that declares a callback.
export async function handler(
  event: APIGatewayProxyEventV2 | DirectEvent,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2 | Examined[] | undefined> {
  if (isDoctor(event)) return (await started()).examine();
  // Somebody with the right to invoke the function keeps it warm.
  if ('keepWarm' in event) return void (await started().catch(() => undefined));
  return withLogFields({ requestId: context.awsRequestId }, async () => {
    try {
      const { answer } = await started();
      return toLambdaResult(await answer(requestOf(event)));
    } catch (error) {
      if (error instanceof MissingParametersError) return beforeSecrets(event, error);
      throw error;
    }
  });
}

/** What comes from no HTTP API. */
type DirectEvent = { keepWarm: true } | { doctor: true };

/** Deployed, but not yet installed in Slack: that is no failure, so nobody is alarmed. */
function beforeSecrets(event: APIGatewayProxyEventV2, { paths, message }: MissingParametersError) {
  createLog(ownLogLevel(), { service: 'slack' }).warn('not installed yet', { error: message });
  const isUnsigned = paths.some((path) => environment.secrets.signingSecret === `ssm:${path}`);
  const challenge = isUnsigned ? unsignedChallenge(requestOf(event).body) : undefined;
  if (challenge === undefined) return { statusCode: 503, body: '' };
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: challenge };
}
