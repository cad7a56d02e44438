import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createApp } from '../app.ts';
import { createHttpEndpoint } from '../receive/http.ts';
import { createReceiver } from '../receive/receiver.ts';
import { readSlackEnvironment } from './environment.ts';
import { requestOf, resultOf } from './http-api.ts';
import { withLogFields } from './log.ts';
import { createDeps, onceStarted } from './wiring.ts';

/** The Lambda function behind `POST /slack/events`. */

const started = onceStarted(readSlackEnvironment(), (environment) => {
  const deps = createDeps(environment, 'slack');
  const receiver = createReceiver(deps);
  createApp(receiver, environment.botToken, deps);
  return createHttpEndpoint(receiver, environment.signingSecret, deps);
});

// Two parameters: Lambda's Node 24 refuses a handler that declares a callback.
export async function handler(
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2> {
  return withLogFields({ requestId: context.awsRequestId }, async () => {
    const answer = await started();
    return resultOf(await answer(requestOf(event)));
  });
}
