/** What a function with Groom's libraries has to load at least, if esbuild bundles it as it does by default. */
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { App, AwsLambdaReceiver } from '@slack/bolt';
import { Entity } from 'electrodb';

const libraries = [App, AwsLambdaReceiver, Entity, DynamoDBDocumentClient, SQSClient];

export const handler = async () => ({ statusCode: 200, body: String(libraries.length) });
