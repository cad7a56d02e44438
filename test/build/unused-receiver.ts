import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ExpressReceiver } from '@slack/bolt';

/** Bundled by bundle.test.ts: code that uses what is left out. */
export const createReceiver = () => new ExpressReceiver({ signingSecret: 'secret' });

/** Needs credentials, which are only looked for in the environment. */
export const resolveCredentials = () => new DynamoDBClient({ region: 'us-east-1' }).config.credentials();
