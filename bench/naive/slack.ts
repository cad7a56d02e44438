/**
 * NAIVE, for comparison only: a planning poker the way it is usually written. Each click reads the session,
 * changes it, writes it back whole and without condition, draws the message and calls chat.update, all within
 * the request. Slack's client is as Bolt sets it up: it sits 429s out and then sends the same picture again.
 * Table and drawing are those of the product.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { App, AwsLambdaReceiver, type BlockAction, type ButtonAction, LogLevel } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { ulid } from 'ulid';
import { ACTIONS, CARD_ACTION, COMMAND, parseValue } from '../../blocks/ids.ts';
import { render } from '../../blocks/message/render.ts';
import { load, type NaiveSession, save, toPublic } from './session.ts';

const {
  SLACK_SIGNING_SECRET: signingSecret = '',
  SLACK_BOT_TOKEN: botToken = '',
  SLACK_API_URL: slackApiUrl = '',
  TABLE_NAME: table = '',
} = process.env;

const db = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const receiver = new AwsLambdaReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  convoStore: false,
  clientOptions: { slackApiUrl },
  authorize: async () => ({ botToken, botId: '', botUserId: '' }),
});

app.command(COMMAND, async ({ ack, command, client }) => {
  const session: NaiveSession = {
    sessionId: ulid(),
    channelId: command.channel_id,
    messageTs: '',
    creatorId: command.user_id,
    title: command.text,
    revealed: false,
    votes: {},
  };
  const { ts = '' } = await client.chat.postMessage({
    channel: session.channelId,
    ...render(toPublic(session)),
  });
  await save(db, table, { ...session, messageTs: ts });
  await ack();
});

app.action<BlockAction<ButtonAction>>(CARD_ACTION, async ({ ack, action, body, client }) => {
  const { sessionId = '', detail = '' } = parseValue(action.value) ?? {};
  await change(client, sessionId, (session) => {
    session.votes[body.user.id] = detail;
  });
  await ack();
});

app.action<BlockAction<ButtonAction>>(ACTIONS.reveal, async ({ ack, action, client }) => {
  await change(client, parseValue(action.value)?.sessionId ?? '', (session) => {
    session.revealed = true;
  });
  await ack();
});

async function change(client: WebClient, sessionId: string, edit: (session: NaiveSession) => void) {
  const session = await load(db, table, sessionId);
  if (!session) return;
  edit(session);
  await save(db, table, session);
  const { channelId: channel, messageTs: ts } = session;
  await client.chat.update({ channel, ts, ...render(toPublic(session)) });
}

const handle = receiver.toHandler();

export async function handler(event: APIGatewayProxyEventV2, context: Context): Promise<unknown> {
  return handle(event as unknown as Parameters<typeof handle>[0], context);
}
