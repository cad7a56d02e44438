import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetParametersCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ExpressReceiver } from '@slack/bolt';

export { Entity } from 'electrodb';

/** Bundled by bundle.test.ts: code that uses what is left out. */
export const createReceiver = () => new ExpressReceiver({ signingSecret: 'secret' });

/** Needs credentials, which are only looked for in the environment. */
export const resolveCredentials = () => new DynamoDBClient({ region: 'us-east-1' }).config.credentials();

/** What the SDK throws for an error of SSM's, which has no class in a bundle. */
export const failing = async (endpoint: string): Promise<unknown> => {
  const credentials = { accessKeyId: 'id', secretAccessKey: 'key' };
  const client = new SSMClient({ region: 'us-east-1', endpoint, credentials, maxAttempts: 1 });
  return client.send(new GetParametersCommand({ Names: [] })).catch((error: unknown) => error);
};
