import { AwsLambdaReceiver } from '@slack/bolt';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createApp } from '../app.ts';
import { createBoltLogger } from '../bolt-logger.ts';
import { createSlackHandler } from '../receive/receiver.ts';
import { readSlackEnvironment } from './environment.ts';
import { withLogFields } from './log.ts';
import { createDeps, onceStarted } from './wiring.ts';

/** The Lambda function behind `POST /slack/events`. */

const started = onceStarted(readSlackEnvironment(), (environment) => {
  const deps = createDeps(environment, 'slack');
  const receiver = new AwsLambdaReceiver({
    signingSecret: environment.signingSecret,
    // Verified on the raw bytes, before Bolt parses anything: see slack-handler.ts.
    signatureVerification: false,
    logger: createBoltLogger(deps.log),
  });
  createApp(receiver, environment.botToken, deps);
  return createSlackHandler(environment.signingSecret, receiver.toHandler(), deps);
});

// Two parameters: Lambda's Node 24 refuses a handler that declares a callback.
export async function handler(
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2> {
  return withLogFields({ requestId: context.awsRequestId }, async () => {
    const handle = await started();
    return handle(event, context);
  });
}
