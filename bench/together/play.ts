import { setTimeout as sleep } from 'node:timers/promises';
import { ACTIONS } from '../../blocks/ids.ts';
import { startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { WEATHERS } from '../burst/weather.ts';
import { percentile } from '../percentile.ts';
import { between, type Random, seededRandom } from '../random.ts';
import { crowdedWorkspace, HOST, SECRETS } from '../workspace.ts';

/** So many sessions at once in one workspace, eight people in each. */
export interface TogetherOptions {
  sessions: number;
  /** Built files. */
  code: { slack: string; publish: string };
  seed: string;
  /** Whether messages are painted through clicks where Slack takes no updates. */
  paintsThroughClicks: boolean;
}

/** Milliseconds; what was never shown counts as `PATIENCE`. */
export interface TogetherResult {
  shown: { p50: number; p95: number };
  revealed: { p50: number; p95: number };
  /** The worst session's p95 until shown, as a multiple of the median session's. */
  unfairness: number;
  updates: number;
  limited: number;
  /** Sessions whose result was never shown. */
  unrevealed: number;
}

const VOTERS = 8;
/** Sessions begin within this time, and people vote within that time. */
const BEGIN_WITHIN = 10_000;
const VOTE_WITHIN = 6000;
const PATIENCE = 120_000;
/** `publishConcurrency`: instances that share no memory. */
const CONTAINERS = 5;

export async function playTogether(options: TogetherOptions): Promise<TogetherResult> {
  const { sessions, code, seed, paintsThroughClicks } = options;
  const random = seededRandom(seed);
  const { workspace, voterIds } = crowdedWorkspace(VOTERS * sessions);
  const limits = WEATHERS[2]?.limits ?? 'off';
  const latency = () => between(random, 80, 120);
  const slack = await startSlack({ ...SECRETS, workspace, limits, latency, ackTimeoutMs: PATIENCE });
  // Naive code asks no Parameter Store.
  const { signingSecret: SLACK_SIGNING_SECRET, botToken: SLACK_BOT_TOKEN } = SECRETS;
  const env = {
    UPDATES_PER_MINUTE: '50',
    PAINT_THROUGH_CLICKS: paintsThroughClicks ? 'on' : 'off',
    SLACK_SIGNING_SECRET,
    SLACK_BOT_TOKEN,
  };
  const groom = await startLocalGroom({
    ...SECRETS,
    slackApiUrl: slack.apiUrl,
    code,
    containers: CONTAINERS,
    env,
  });
  slack.deliverTo = groom.url;
  const messages: Message[] = [];
  for (let number = 0; number < sessions; number++) {
    await slack.as(HOST).command(`/groom Add SSO login ${number}`);
    await groom.settled();
    messages.push(slack.lastMessage());
  }
  const seen = watch(slack);
  const played = await Promise.all(
    messages.map((message, index) =>
      play(slack, message, voterIds.slice(index * VOTERS, (index + 1) * VOTERS), random),
    ),
  );
  const isRevealed = ({ message, revealedAt }: Played) =>
    revealedAfter(slack, message, revealedAt) < PATIENCE;
  const isShown = ({ message, taps }: Played) => waits(slack, message, taps).every((wait) => wait < PATIENCE);
  const all = () => played.every((session) => isShown(session) && isRevealed(session));
  for (const end = Date.now() + PATIENCE; Date.now() < end && !all(); ) await sleep(200);
  const shown = played.map(({ message, taps }) => waits(slack, message, taps));
  const revealed = played.map(({ message, revealedAt }) => revealedAfter(slack, message, revealedAt));
  const worst = shown.map((session) => percentile(session, 0.95) ?? 0);
  await groom.close();
  await slack.close();
  return {
    shown: spread(shown.flat()),
    revealed: spread(revealed),
    unfairness: Math.max(...worst) / Math.max(1, percentile(worst, 0.5) ?? 1),
    ...seen,
    unrevealed: revealed.filter((wait) => wait === PATIENCE).length,
  };
}

const spread = (values: readonly number[]) => ({
  p50: percentile(values, 0.5) ?? 0,
  p95: percentile(values, 0.95) ?? 0,
});

/** Counts calls of chat.update, and those of them that were answered with 429. */
function watch(slack: Slack): { updates: number; limited: number } {
  const seen = { updates: 0, limited: 0 };
  const known = new Set(slack.traffic);
  const count = () => {
    for (const entry of slack.traffic) {
      if (known.has(entry)) continue;
      known.add(entry);
      if (entry.name !== 'chat.update') continue;
      seen.updates += 1;
      if (entry.outcome === 'ratelimited') seen.limited += 1;
    }
  };
  setInterval(count, 250).unref();
  return seen;
}

interface Tap {
  userId: string;
  at: number;
}

interface Played {
  message: Message;
  taps: readonly Tap[];
  revealedAt: number;
}

async function play(
  slack: Slack,
  message: Message,
  voterIds: readonly string[],
  random: Random,
): Promise<Played> {
  await sleep(between(random, 0, BEGIN_WITHIN));
  const plan = voterIds.map((userId) => ({ userId, after: between(random, 0, VOTE_WITHIN) }));
  const taps = await Promise.all(
    plan.map(async ({ userId, after }): Promise<Tap> => {
      await sleep(after);
      const at = Date.now();
      await slack.as(userId).click(message, '5');
      return { userId, at };
    }),
  );
  await sleep(1000);
  const revealedAt = Date.now();
  await slack.as(HOST).click(message, { actionId: ACTIONS.reveal });
  return { message, taps, revealedAt };
}

const waits = (slack: Slack, message: Message, taps: readonly Tap[]): number[] =>
  taps.map(({ userId, at }) => waitFor(slack, message, `<@${userId}>`, at));

const revealedAfter = (slack: Slack, message: Message, at: number): number =>
  waitFor(slack, message, '"numbers"', at);

/** How long after `from` the message has first shown this. */
function waitFor(slack: Slack, { ts }: Message, what: string, from: number): number {
  const shown = slack
    .sentToChannel()
    .find((sent) => sent.ts === ts && sent.at >= from && JSON.stringify(sent.blocks ?? []).includes(what));
  return shown ? shown.at - from : PATIENCE;
}
