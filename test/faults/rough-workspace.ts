import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createDynamoStore } from '../../src/aws/dynamo/dynamo-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { type LocalGroom, startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { defaultWorkspace } from '../../stand-ins/slack/workspace.ts';
import { Crossroads } from './network/crossroads.ts';
import { sessionsIn } from './network/label.ts';
import { startProxy } from './network/proxy.ts';
import { Place } from './place.ts';
import type { Weather } from './weather.ts';

const SECRETS = { signingSecret: 'signing-secret-of-the-tests', botToken: 'xoxb-token-of-the-tests' };

/** Seconds until the messages of a crashed invocation return; a minute in real life. */
const VISIBILITY = 6;

/**
 * A Slack workspace with Groom installed, as deployed, and a bad network between the two, DynamoDB and SQS. Each
 * schedule has a channel of its own in it, with its own weather.
 */
export interface RoughWorkspace {
  slack: Slack;
  groom: LocalGroom;
  /** The table as it really is, past all faults. */
  store: Store;
  /** What the functions have logged. */
  log: string[];
  open(weather: Weather): Place;
  /** Resolves when nothing that concerns this place is under way or in the queue any more. */
  drained(place: Place): Promise<void>;
  deadLetters(): Promise<string>;
  close(): Promise<void>;
}

export async function startRoughWorkspace(channels = 100): Promise<RoughWorkspace> {
  const crossroads = new Crossroads();
  const slack = await startSlack({ ...SECRETS, limits: 'off', workspace: withChannels(channels) });
  const toSlack = await startProxy(new URL(slack.apiUrl).origin, crossroads.pass('Slack'));
  slack.core.responseUrls.origin = toSlack.url;
  // The other two are known only once they listen, and their clients must know the proxies by then.
  const upstream = { DynamoDB: '', SQS: '' };
  const toDynamo = await startProxy(() => upstream.DynamoDB, crossroads.pass('DynamoDB'));
  const toSqs = await startProxy(() => upstream.SQS, crossroads.pass('SQS'));
  const log: string[] = [];
  const groom = await startLocalGroom({
    ...SECRETS,
    slackApiUrl: `${toSlack.url}/api/`,
    env: { LOG_LEVEL: 'debug', AWS_ENDPOINT_URL_DYNAMODB: toDynamo.url, AWS_ENDPOINT_URL_SQS: toSqs.url },
    visibilityTimeout: VISIBILITY,
    around: (name, handler) => crossroads.invocations.around(name, handler),
    log: (line) => log.push(line),
  });
  upstream.DynamoDB = groom.dynamoEndpoint;
  upstream.SQS = groom.sqsEndpoint;
  slack.deliverTo = groom.url;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(localClient(groom.dynamoEndpoint)));
  const queued = sessionsInQueue(groom);
  let opened = 0;

  return {
    slack,
    groom,
    log,
    store: createDynamoStore({ client, table: groom.tableName, sessionTtlHours: 168, now: Date.now }),
    open(weather) {
      const place = new Place(channelId(opened++), weather);
      crossroads.places.set(place.channelId, place);
      return place;
    },
    async drained(place) {
      let quiet = 0;
      while (quiet < 2) {
        const before = crossroads.isBusy(place);
        const waiting = (await queued()).some((sessionId) => place.sessions.has(sessionId));
        quiet = before || waiting || crossroads.isBusy(place) ? 0 : quiet + 1;
      }
    },
    deadLetters: () => inspect(groom.sqsEndpoint, groom.deadLetterQueueUrl),
    async close() {
      await groom.close();
      await Promise.all([toSlack, toDynamo, toSqs].map((proxy) => proxy.close()));
      await slack.close();
      client.destroy();
    },
  };
}

/** The sessions that the queue holds messages of. All places look at once, every now and then. */
function sessionsInQueue(groom: LocalGroom): () => Promise<string[]> {
  let looking: Promise<string[]> | undefined;
  const look = async () => {
    await sleep(200);
    looking = undefined;
    return sessionsIn(await inspect(groom.sqsEndpoint, groom.queueUrl));
  };
  return () => {
    looking ??= look();
    return looking;
  };
}

/** All that stands in a queue, as text. https://github.com/kibertoad/fauxqs#queue-inspection */
async function inspect(endpoint: string, queueUrl: string): Promise<string> {
  const name = new URL(queueUrl).pathname.split('/').at(-1);
  const response = await fetch(new URL(`/_fauxqs/queues/${name}`, endpoint));
  const { messages } = (await response.json()) as { messages: Record<string, unknown[]> };
  return Object.values(messages).some((some) => some.length > 0) ? JSON.stringify(messages) : '';
}

const channelId = (index: number): string => `C0S${String(index).padStart(4, '0')}`;

function withChannels(count: number) {
  const workspace = defaultWorkspace();
  const memberIds = workspace.members.map(({ id }) => id);
  for (let index = 0; index < count; index++) {
    const id = channelId(index);
    workspace.channels.push({
      id,
      name: id.toLowerCase(),
      kind: 'public',
      appIsMember: true,
      memberIds: [...memberIds],
    });
  }
  return workspace;
}
