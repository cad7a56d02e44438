import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../../src/time.ts';
import { localClient } from '../../stand-ins/aws/credentials.ts';
import { builtFile } from '../../stand-ins/aws/local-groom.ts';
import { openRoom, type Room } from '../app/room.ts';
import { startWorkspace, type TestWorkspace } from '../app/workspace.ts';
import { unpackEarlierVersion } from './earlier-version.ts';
import { beginMeeting, endMeeting, estimateNext } from './meeting.ts';
import { OPEN_SESSIONS, type OpenSession } from './open-sessions.ts';
import { releaseWaiting } from './release-waiting.ts';

/** A deployment changes one function after the other; a rollback brings both back. */
const DEPLOYMENTS = [
  { title: 'Yesterday’s slack with today’s publish', slack: 'yesterday', publish: 'today' },
  { title: 'Today’s slack with yesterday’s publish', slack: 'today', publish: 'yesterday' },
  { title: 'Today’s slack and publish', slack: 'today', publish: 'today' },
  { title: 'Yesterday’s slack and publish after a rollback', slack: 'yesterday', publish: 'yesterday' },
] as const;

const STORIES = DEPLOYMENTS.map(({ title }) => title);

/** A clock that runs this much faster than the computer's: nobody waits for the pause between two updates. */
const SPEED = 20;

const started = Date.now();
let ahead = 0;
const now = () => started + (Date.now() - started) * SPEED + ahead;

let w: TestWorkspace;
let yesterday: string;
/** A session that is open through all of it. */
let meeting: Room;
beforeAll(async () => {
  yesterday = await unpackEarlierVersion();
  w = await startWorkspace({
    // Version 0.1.0 did not know that Slack says it would refuse that.
    slack: { now, triggerLifeMs: HOUR, mayLoseRichText: true },
    groom: { now, code: { slack: yesterday, publish: yesterday } },
  });
  meeting = openRoom(w);
  await beginMeeting(meeting, STORIES);
});
afterAll(() => w.close());

describe.each(DEPLOYMENTS)('$title', ({ title, slack, publish }) => {
  let rooms: Map<OpenSession, Room>;

  beforeAll(async () => {
    rooms = new Map();
    for (const session of OPEN_SESSIONS) {
      const room = openRoom(w, session.unattended ? { kind: 'private', app: false } : {});
      await session.begin(room);
      rooms.set(session, room);
    }
    const meanwhile = [...rooms].map(([session, room]) => session.meanwhile?.(room));
    w.groom.deploy({
      slack: slack === 'today' ? builtFile('slack') : yesterday,
      publish: publish === 'today' ? builtFile('publish') : yesterday,
    });
    await Promise.all(meanwhile);
    await w.groom.settled();
    ahead += 3 * HOUR;
    await w.groom.scheduler.catchUp();
    await releaseWaiting(w.groom);
  });

  it.for(OPEN_SESSIONS)('should carry on $title', async (session) => {
    const room = rooms.get(session);
    if (!room) throw new Error('It has not begun');
    await session.carryOn(room);
  });

  it('should carry on a meeting that began before the upgrade', () => estimateNext(meeting, title));
});

it('should have every story once in the history, and in the summary', () => endMeeting(meeting, STORIES));

it('should keep what only tomorrow’s slack can have sent for the publish that comes with it', async () => {
  const { groom } = w;
  const job = JSON.stringify({ kind: 'celebrate', sessionId: meeting.sessionId() });
  const client = new SQSClient(localClient(groom.sqsEndpoint));
  const message = { MessageGroupId: 'celebrate', MessageDeduplicationId: 'celebrate', MessageBody: job };
  groom.deploy({ publish: builtFile('publish') });
  await client.send(new SendMessageCommand({ QueueUrl: groom.queueUrl, ...message }));
  client.destroy();
  await groom.settled();
  const received: string[] = [];
  groom.deploy({
    publish: (event) => void received.push(...(event as SQSEvent).Records.map(({ body }) => body)),
  });
  await releaseWaiting(groom);
  expect(received.filter((body) => body === job)).toHaveLength(1);
});
