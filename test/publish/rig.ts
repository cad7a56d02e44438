import { WebClient } from '@slack/web-api';
import { ulid } from 'ulid';
import { render } from '../../blocks/render.ts';
import { farewellLine } from '../../blocks/replies.ts';
import { renderMoved } from '../../blocks/summary.ts';
import { createBoltLogger } from '../../handlers/bolt-logger.ts';
import type { Sent } from '../../playground/slack/journal.ts';
import type { Slack } from '../../playground/slack/slack.ts';
import { startSlack } from '../../playground/slack/start.ts';
import type { Log } from '../../src/log.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';
import { control } from '../../src/session/control.ts';
import type { Command } from '../../src/session/decide.ts';
import { castVote, stepOut } from '../../src/session/participation.ts';
import type { Session } from '../../src/session/session.ts';
import { createWebChat, webClientOptions } from '../../src/slack/web-chat.ts';
import { type LocalQueue, startLocalQueue } from '../queue/local-queue.ts';
import { waitInQueue } from '../schedule/wait-in-queue.ts';
import { ADA, aSession } from '../session/a-session.ts';
import { type LocalStore, startLocalStore } from '../store/local-store.ts';

const BOT_TOKEN = 'xoxb-token-of-the-tests';

/** The publisher with all that it works with: a real store and queue, and the stand-in for Slack. */
export interface Rig {
  deps: PublishDeps;
  local: LocalStore;
  queue: LocalQueue;
  slack: Slack;
  /** What was logged, and what was counted. */
  logged: string[];
  counted: string[];
  /** A session whose message stands in #planning, as `/groom` leaves it. */
  start(changes?: Partial<Session>): Promise<PostedSession>;
  close(): Promise<void>;
}

export interface PostedSession {
  session: Session;
  sessionId: string;
  vote(userId: string, card: string): Promise<void>;
  leave(userId: string): Promise<void>;
  command(command: Command): Promise<void>;
  /** What the message says. */
  text(): string;
  /** When it was updated, in ms since the epoch. */
  updates(): number[];
}

export async function startRig(): Promise<Rig> {
  const [local, queue] = await Promise.all([startLocalStore(), startLocalQueue()]);
  const { store, clock } = local;
  const slack = await startSlack({ signingSecret: 's', botToken: BOT_TOKEN, limits: 'off', now: clock.now });
  const logged: string[] = [];
  const counted: string[] = [];
  const line = (level: string) => (message: string, fields?: object) => {
    logged.push(`${level}: ${message} ${JSON.stringify(fields ?? {})}`);
  };
  const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const client = new WebClient(BOT_TOKEN, {
    ...webClientOptions(1000),
    slackApiUrl: slack.apiUrl,
    logger: createBoltLogger(log),
  });
  const chat = createWebChat(client);
  const deps: PublishDeps = {
    ...{ store, chat, log, render, moved: renderMoved, farewell: farewellLine },
    queue: queue.queue,
    scheduler: waitInQueue(queue.queue),
    metrics: { count: (name) => counted.push(name) },
    now: clock.now,
    sleep: async (ms) => clock.advance(ms),
  };
  return {
    ...{ deps, local, queue, slack, logged, counted },
    start: (changes) => startSession(deps, slack, changes),
    async close() {
      await Promise.all([local.close(), queue.close(), slack.close()]);
    },
  };
}

async function startSession(
  deps: PublishDeps,
  slack: Slack,
  changes: Partial<Session> = {},
): Promise<PostedSession> {
  const { store, chat, now } = deps;
  const { messageTs: _, ...unposted } = aSession({
    sessionId: ulid(),
    createdAt: now(),
    creatorActedAt: now(),
    ...changes,
  });
  const { sessionId, teamId, channelId } = unposted;
  await store.createSession(unposted, [{ number: 1, title: `Story of ${sessionId}` }]);
  const posted = await chat.post(channelId, { text: 'New', blocks: [] });
  const messageTs = posted.ok ? posted.value : '';
  await store.bindMessage(unposted, messageTs);
  const at = () => slack.core.clock.timestamp();
  const click = (userId: string) => ({ sessionId, userId, teamId, channelId, messageTs, at: at() });
  const isUpdate = ({ by, ts }: Sent) => by === 'chat.update' && ts === messageTs;
  return {
    session: { ...unposted, messageTs },
    sessionId,
    async vote(userId, card) {
      const session = await store.session(sessionId);
      if (session) await castVote(store, click(userId), session, card);
    },
    async leave(userId) {
      await stepOut(store, click(userId), 'left');
    },
    async command(command) {
      await control(store, now, sessionId, click(ADA), command);
    },
    text: () => slack.messages().find(({ ts }) => ts === messageTs)?.text ?? '',
    updates: () =>
      slack
        .sentToChannel()
        .filter(isUpdate)
        .map(({ at }) => at),
  };
}
