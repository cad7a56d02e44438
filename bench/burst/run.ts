import { setTimeout as sleep } from 'node:timers/promises';
import { ACTIONS } from '../../blocks/ids.ts';
import { hashOf } from '../../src/ports/hash.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { seededRandom } from '../random.ts';
import { HOST } from '../workspace.ts';
import { type Crowd, type Tap, taps } from './crowd.ts';
import { type Stage, startStage } from './stage.ts';
import { readTruth, type Subject, type Truth } from './truth.ts';
import type { Weather } from './weather.ts';

/** One story, voted on by one crowd in a workspace of its own. */
export interface RunOptions {
  subject: Subject;
  crowd: Crowd;
  weather: Weather;
  /** Built files. */
  code: { slack: string; publish: string };
  seed: string;
  /** How long after the last answer the message is watched, in ms. */
  patienceMs: number;
}

export interface RunResult {
  /** Taps that Slack got no acknowledgement for within three seconds. */
  failed: number;
  /** Acknowledged votes that are not in the result, or with another card. */
  lost: number;
  /** After the burst or after the reveal, the message does not show what the table holds. */
  wrong: boolean;
  /** Calls of chat.update until the burst had settled. */
  updates: number;
  /** Calls of chat.update answered with 429, of these. */
  limited: number;
  /** From the last tap until the message showed the final state, in ms; absent if it never did. */
  settleMs?: number;
  /** How long each acknowledged tap took as Slack saw it: to the app, through both HTTP servers, and back. */
  ackMs: number[];
}

/** Sets up everything that must not be measured; then `play` can begin. */
export async function setStage(options: RunOptions) {
  const random = seededRandom(options.seed);
  const { crowd, weather, code } = options;
  const stage = await startStage({ voters: crowd.voters, weather, code, random });
  const plan = taps(crowd, stage.voterIds, random);
  return { play: () => play(options, stage, plan), close: stage.close };
}

function play({ subject, patienceMs }: RunOptions, stage: Stage, plan: readonly Tap[]) {
  const { slack, message, groom, sessionId } = stage;
  const scene: Scene = {
    slack,
    message,
    settled: () => groom.settled({ returningWithinMs: patienceMs }),
    truth: () => readTruth(subject, groom, sessionId),
  };
  return playBurst(scene, plan, patienceMs);
}

/** A session that waits for its first vote, on whichever host. */
export interface Scene {
  slack: Slack;
  message: Message;
  /** Resolves once all that was done has had its effect. */
  settled(): Promise<void>;
  /** What the host has stored of the session. */
  truth(): Promise<Truth>;
}

/** Everybody taps as planned; then it is revealed. */
export async function playBurst(stage: Scene, plan: readonly Tap[], patienceMs: number): Promise<RunResult> {
  const { slack, truth } = stage;
  const settled = () => Promise.race([stage.settled(), sleep(patienceMs)]);
  let updates = 0;
  const stopCounting = slack.intercept((method) => {
    if (method === 'chat.update') updates++;
    return undefined;
  });
  const votes = await Promise.all(plan.map((tap) => vote(stage, tap)));
  await settled();
  stopCounting();
  const shown = sentTo(stage).filter(({ by }) => by === 'chat.update');
  const settledRight = isShown(stage, await truth());
  const lastTap = Math.max(...votes.map(({ at }) => at));

  await slack.as(HOST).click(stage.message, { actionId: ACTIONS.reveal });
  await settled();
  const end = await truth();
  const acked = votes.filter(({ acknowledged }) => acknowledged);
  const result: RunResult = {
    failed: votes.length - acked.length,
    lost: acked.filter(({ userId, card }) => end.votes.get(userId) !== card).length,
    wrong: !settledRight || !isShown(stage, end),
    updates,
    limited: updates - shown.length,
    ...(settledRight && { settleMs: Math.max(0, (shown.at(-1)?.at ?? 0) - lastTap) }),
    ackMs: acked.map(({ ackMs }) => ackMs),
  };
  return result;
}

async function vote({ slack, message }: Scene, { userId, card, at }: Tap) {
  await sleep(at);
  const tappedAt = Date.now();
  const { status, ackMs } = await slack.as(userId).click(message, card);
  return { userId, card, at: tappedAt, ackMs, acknowledged: status === 200 };
}

/** Everything that the session's message has ever shown. */
const sentTo = ({ slack, message }: Scene) => slack.sentToChannel().filter(({ ts }) => ts === message.ts);

/** Whether the session's message shows this state. */
function isShown(stage: Scene, { rendering }: Truth): boolean {
  const { text = '', blocks = [] } = sentTo(stage).at(-1) ?? {};
  return hashOf({ text, blocks: blocks as Truth['rendering']['blocks'] }) === hashOf(rendering);
}
