import { DynamoDBClient, QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import type { Handler } from '../../stand-ins/aws/load-handler.ts';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';
import type { Delivery } from '../../stand-ins/slack/deliver.ts';
import { defaultWorkspace } from '../../stand-ins/slack/workspace.ts';
import { openRoom, type Room } from '../app/room.ts';
import { startWorkspace, type TestWorkspace } from '../app/workspace.ts';

/** The id of another workspace that has Groom installed, too, and of a channel in it. */
export const FOREIGN_TEAM = 'T0ELSEWHERE';
export const FOREIGN_CHANNEL = 'C0ELSEWHERE';
const ORGANIZATION = { id: 'E0ACME', name: 'Acme Inc.' };

/** A workspace in which somebody means harm, and what must come to none. */
export interface Besieged {
  w: TestWorkspace;
  /** Where the attacks are made. */
  room: Room;
  /** Another channel, with a vote under way. */
  neighbour: Room;
  /** The session of another workspace, in a channel of its own. */
  foreignSession: string;
  /** The function that Slack calls, for events that no HTTP API makes. */
  slackHandler: Handler;
  /** All items of the table, or those of one session. */
  items(sessionId?: string): Promise<string>;
  /** What happens elsewhere than in the room: it must stay as it is. */
  elsewhere(): Promise<string>;
  deliver(payload: Json): Promise<Delivery>;
  close(): Promise<void>;
}

export async function besiege(): Promise<Besieged> {
  const handlers: Handler[] = [];
  const w = await startWorkspace({
    slack: { workspace: { ...defaultWorkspace(), enterprise: ORGANIZATION } },
    groom: {
      env: { LOG_LEVEL: 'debug' },
      around: (name, handler) => {
        if (name === 'slack') handlers.push(handler);
        return handler;
      },
    },
  });
  const [room, neighbour] = [openRoom(w), openRoom(w)];
  await room.groom('--reasons Add SSO login');
  await room.vote({ bo: '5', cy: '8' });
  await neighbour.groom('Audit log');
  await neighbour.vote({ bo: '3', dee: '13' });
  await startElsewhere(w);
  const client = new DynamoDBClient(localClient(w.groom.dynamoEndpoint));
  const TableName = w.groom.tableName;
  const items = async (sessionId?: string) => {
    const query = {
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': { S: `SESSION#${sessionId}` } },
    };
    const { Items = [] } = sessionId
      ? await client.send(new QueryCommand({ TableName, ConsistentRead: true, ...query }))
      : await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
    return Items.map((item) => JSON.stringify(item))
      .sort()
      .join('\n');
  };
  const foreignSession = sessionIn(w, FOREIGN_CHANNEL);
  const [slackHandler = () => undefined] = handlers;
  return {
    w,
    room,
    neighbour,
    foreignSession,
    slackHandler,
    items,
    async elsewhere() {
      const stored = await Promise.all([neighbour.sessionId(), foreignSession].map(items));
      const shown = [neighbour.channelId, FOREIGN_CHANNEL].map((channel) => w.slack.messages(channel));
      return JSON.stringify([...stored, ...shown]);
    },
    deliver(payload) {
      const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
      return w.slack.deliver({ body, headers: w.slack.sign(body) });
    },
    async close() {
      client.destroy();
      await w.close();
    },
  };
}

/** A `/groom` in another workspace of the organization. The stand-in has only one, but the app can't tell. */
async function startElsewhere({ slack, groom }: TestWorkspace): Promise<void> {
  slack.core.workspace.channels.push({
    id: FOREIGN_CHANNEL,
    name: 'elsewhere',
    kind: 'public',
    appIsMember: true,
    memberIds: [],
  });
  const body = new URLSearchParams({
    command: '/groom',
    text: 'Their secret plan',
    team_id: FOREIGN_TEAM,
    enterprise_id: ORGANIZATION.id,
    channel_id: FOREIGN_CHANNEL,
    user_id: 'U0THEM',
    user_name: 'them',
  }).toString();
  await slack.deliver({ body, headers: slack.sign(body) });
  await groom.settled();
}

function sessionIn({ slack }: TestWorkspace, channel: string): string {
  const { blocks } = slack.lastMessage(channel);
  return /"value":"(\w{26})\./.exec(JSON.stringify(blocks))?.[1] ?? '';
}
