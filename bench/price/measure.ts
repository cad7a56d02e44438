import { setTimeout as sleep } from 'node:timers/promises';
import { ACTIONS } from '../../blocks/ids.ts';
import { startDynamo } from '../../stand-ins/aws/dynamo.ts';
import { startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import type { Bundles } from '../bundles.ts';
import { startCountingProxy } from '../counting-proxy.ts';
import { between, pick, type Random, seededRandom } from '../random.ts';
import { crowdedWorkspace, HOST, SECRETS } from '../workspace.ts';
import type { Usage } from './bill.ts';
import { Meter } from './meter.ts';

export const VOTERS = 8;
export const STORIES = 5;
/** People take longer; but votes that come slower than one update a second cost no more for it. */
const VOTING_MS = 4000;
const LATENCY = [80, 120] as const;

/** Plays one session from `/groom` to *End*, and measures what AWS would bill for it. */
export async function measureSession(bundles: Bundles, seed: string): Promise<Usage> {
  const random = seededRandom(seed, 'price');
  const { workspace, voterIds } = crowdedWorkspace(VOTERS);
  const latency = () => between(random, ...LATENCY);
  const slack = await startSlack({ ...SECRETS, workspace, limits: 'off', latency });
  const database = await startDynamo();
  const [table, queue] = await Promise.all([startCountingProxy(database.endpoint), startCountingProxy()]);
  const meter = new Meter();
  const groom = await startLocalGroom({
    ...SECRETS,
    slackApiUrl: slack.apiUrl,
    dynamoEndpoint: table.url,
    code: { slack: bundles.ours.slack, publish: bundles.ours.publish },
    env: { AWS_ENDPOINT_URL_SQS: queue.url, LOG_LEVEL: 'info' },
    around: (name, handler) => meter.around(name, handler),
    log: (line) => meter.log(line),
  });
  queue.target = groom.sqsEndpoint;
  slack.deliverTo = groom.url;
  table.take();
  try {
    await play(slack, voterIds, random);
    await groom.settled();
    return meter.usage(table.take(), queue.take());
  } finally {
    await groom.close();
    await Promise.all([table.close(), queue.close(), database.close(), slack.close()]);
  }
}

async function play(slack: Slack, voterIds: readonly string[], random: Random): Promise<void> {
  const host = slack.as(HOST);
  await host.command('/groom');
  const stories = Array.from({ length: STORIES }, (_, index) => `Story ${index + 1}`);
  await host.submit({ Stories: stories.join('\n') });
  const message = slack.lastMessage();
  const tap = async (userId: string) => {
    await sleep(between(random, 0, VOTING_MS));
    await slack.as(userId).click(message, pick(random, ['3', '5', '8', '13']));
  };
  for (let story = 1; story <= STORIES; story++) {
    await Promise.all(voterIds.map(tap));
    await host.click(message, { actionId: ACTIONS.reveal });
    const next = story < STORIES ? ACTIONS.next : ACTIONS.end;
    await shows(slack, next);
    await host.click(message, { actionId: next });
    if (story < STORIES) await shows(slack, ACTIONS.reveal);
  }
}

/** Waits until the message has this button. */
async function shows(slack: Slack, actionId: string): Promise<void> {
  await slack.until(() => JSON.stringify(slack.lastMessage().blocks).includes(`"action_id":"${actionId}"`));
}
