import { WebClient } from '@slack/web-api';
import type { SQSRecord } from 'aws-lambda';
import { ulid } from 'ulid';
import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { createBoltLogger } from '../../handlers/bolt-logger.ts';
import type { JobDeps } from '../../handlers/jobs/deps.ts';
import { handleJob } from '../../handlers/jobs/handle.ts';
import { handleBatch } from '../../handlers/lambda/batch.ts';
import { wordsFor } from '../../handlers/words-for.ts';
import type { Command } from '../../src/game/decide.ts';
import { NO_MESSAGE } from '../../src/game/message.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { createInstallation } from '../../src/play/installation.ts';
import { join, stepOut } from '../../src/play/participation.ts';
import { createReaders } from '../../src/play/readers.ts';
import { castVote } from '../../src/play/voting.ts';
import type { Job } from '../../src/ports/job.ts';
import { parseJob } from '../../src/ports/job.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Metrics } from '../../src/ports/metrics.ts';
import type { Timer } from '../../src/ports/schedule.ts';
import { fixedSecret } from '../../src/ports/secret.ts';
import { noTurns } from '../../src/publish/turns.ts';
import { createWorker } from '../../src/publish/worker.ts';
import { countingLimits } from '../../src/slack/counted-limits.ts';
import { createFetch } from '../../src/slack/https-fetch.ts';
import { createOneWorkspace } from '../../src/slack/one-workspace.ts';
import { webClientOptions } from '../../src/slack/web-chat.ts';
import { HOUR } from '../../src/time.ts';
import type { Sent } from '../../stand-ins/slack/journal.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { type LocalQueue, startLocalQueue } from '../aws/local-queue.ts';
import { waitInQueue } from '../aws/wait-in-queue.ts';
import { ADA, aSession, clickedAt } from '../game/a-session.ts';
import { unhurried } from '../unhurried.ts';

const BOT_TOKEN = 'xoxb-token-of-the-tests';

/** The publisher with all that it works with: a real store and queue, and the stand-in for Slack. */
export interface Rig {
  deps: JobDeps;
  local: LocalStore;
  queue: LocalQueue;
  slack: Slack;
  /** What was logged, and what was counted. */
  logged: string[];
  counted: string[];
  /** Timers that come in hours at the earliest: looks at whether a session has expired. */
  looks: Timer[];
  /** Handles a batch, and answers with the ids of what comes again. */
  handle(records: readonly SQSRecord[], changes?: Partial<JobDeps>): Promise<string[]>;
  /** All jobs that were sent since the last time, but for looks. */
  jobs(): Promise<Job[]>;
  /** A session whose message stands in #planning, as `/groom` leaves it; or for which people have gathered. */
  start(changes?: Partial<Session>, gathered?: readonly string[]): Promise<PostedSession>;
  close(): Promise<void>;
}

export interface PostedSession {
  session: Session;
  sessionId: string;
  vote(userId: string, card: string): Promise<void>;
  join(userId: string): Promise<void>;
  leave(userId: string): Promise<void>;
  command(command: Command): Promise<void>;
  /** As it is by now. */
  read(): Promise<Session>;
  /** The response_url of a click on the message. */
  answerUrl(userId: string): string;
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
  const looks: Timer[] = [];
  const line = (level: string) => (message: string, fields?: object) => {
    logged.push(`${level}: ${message} ${JSON.stringify(fields ?? {})}`);
  };
  const log: Log = { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
  const metrics: Metrics = { count: (name) => counted.push(name) };
  const fetch = countingLimits(createFetch(), metrics);
  const client = new WebClient(BOT_TOKEN, {
    fetch,
    ...webClientOptions(5000),
    slackApiUrl: slack.apiUrl,
    logger: createBoltLogger(log),
  });
  const chats = createOneWorkspace(client, fetch);
  const readers = createReaders({ directory: local.directory, chats, now: clock.now });
  const deps: JobDeps = {
    store,
    directory: local.directory,
    readers,
    installation: createInstallation({
      directory: local.directory,
      chats,
      token: fixedSecret(BOT_TOKEN),
      now: clock.now,
    }),
    chats,
    log,
    render,
    moved: renderMoved,
    tell: async (notice, reader) => noticeLine(notice, await wordsFor(deps, reader)),
    queue: queue.queue,
    scheduler: {
      async at(timer) {
        if (timer.dueAt > clock.now() + HOUR) looks.push(timer);
        else await waitInQueue(queue.queue).at(timer);
      },
    },
    turns: noTurns,
    paintsThroughClicks: false,
    metrics,
    now: clock.now,
    sleep: async (ms) => clock.advance(ms),
  };
  return {
    deps,
    local,
    queue,
    slack,
    logged,
    counted,
    looks,
    async handle(records, changes) {
      const all = { ...deps, ...changes };
      const worker = createWorker(all, (job, visit) => handleJob(all, job, visit));
      const { batchItemFailures } = await handleBatch(
        { worker, receipts: queue.queue, log },
        records,
        unhurried,
      );
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
    jobs: () => drain(queue),
    start: (changes, people) =>
      people ? startGathered(deps, slack, people, changes) : startSession(deps, slack, changes),
    async close() {
      await Promise.all([local.close(), queue.close(), slack.close()]);
    },
  };
}

async function drain({ receive, remove }: LocalQueue): Promise<Job[]> {
  const jobs: Job[] = [];
  for (let some = await receive(); some.length > 0; some = await receive()) {
    for (const { receipt, body } of some) {
      const job = parseJob(body);
      if (job) jobs.push(job);
      await remove(receipt);
    }
  }
  return jobs;
}

async function startGathered(
  deps: JobDeps,
  slack: Slack,
  people: readonly string[],
  changes: Partial<Session> = {},
): Promise<PostedSession> {
  const options = { ...(changes.options ?? aSession().options), lobby: true };
  const times = [{ story: 1, startedAt: deps.now() }];
  const started = await startSession(deps, slack, { ...changes, options, times });
  for (const userId of people) {
    await deps.store.writeParticipant(started.session, { userId, role: 'voter', at: clickedAt(-1) });
  }
  return started;
}

async function startSession(
  deps: JobDeps,
  slack: Slack,
  changes: Partial<Session> = {},
): Promise<PostedSession> {
  const { store, chats, now } = deps;
  const unposted = aSession({
    sessionId: ulid(),
    createdAt: now(),
    creatorActedAt: now(),
    message: NO_MESSAGE,
    ...changes,
  });
  const { sessionId, teamId, channelId } = unposted;
  await store.createSession(unposted, [{ number: 1, title: `Story of ${sessionId}` }]);
  const posted = await chats.for(teamId).post(channelId, { text: 'New', blocks: [] });
  const messageTs = posted.ok ? posted.value : '';
  await store.bindMessage(unposted, messageTs);
  const at = () => slack.core.clock.timestamp();
  const click = (userId: string) => ({ sessionId, userId, teamId, channelId, messageTs, at: at() });
  const isUpdate = ({ by, ts }: Sent) => by === 'chat.update' && ts === messageTs;
  return {
    session: { ...unposted, message: { ...unposted.message, ts: messageTs } },
    sessionId,
    async vote(userId, card) {
      const session = await store.session(sessionId);
      if (session) await castVote(store, click(userId), session, card);
    },
    async join(userId) {
      await join(store, click(userId));
    },
    async leave(userId) {
      await stepOut(store, click(userId), 'left');
    },
    async command(command) {
      await control(store, now, sessionId, click(ADA), command);
    },
    async read() {
      const session = await store.session(sessionId);
      if (!session) throw new Error('the session is gone');
      return session;
    },
    answerUrl(memberId) {
      const origin = { ts: messageTs, ephemeral: false };
      return slack.core.responseUrls.issue('actions', teamId, { channelId, memberId, origin });
    },
    text: () => slack.messages().find(({ ts }) => ts === messageTs)?.text ?? '',
    updates: () =>
      slack
        .sentToChannel()
        .filter(isUpdate)
        .map(({ at }) => at),
  };
}
