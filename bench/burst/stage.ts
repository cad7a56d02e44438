import { CARD_ACTION, parseValue } from '../../blocks/ids.ts';
import { type LocalGroom, startLocalGroom } from '../../stand-ins/aws/local-groom.ts';
import { allElements } from '../../stand-ins/slack/blockkit/elements.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import type { Random } from '../random.ts';
import { crowdedWorkspace, HOST, IN_PLAIN, SECRETS } from '../workspace.ts';
import { latencyOf, type Weather } from './weather.ts';

/** A workspace of its own, with its own AWS behind it, and a session that waits for its first vote. */
export interface Stage {
  slack: Slack;
  groom: LocalGroom;
  voterIds: string[];
  message: Message;
  sessionId: string;
  close(): Promise<void>;
}

export interface StageOptions {
  voters: number;
  weather: Weather;
  random: Random;
  /** Built files. */
  code: { slack: string; publish: string };
}

/** Clicks for each of the two containers before it counts: the first ones compile the code. */
const WARM_UP_CLICKS = 10;

export async function startStage({ voters, weather, random, code }: StageOptions): Promise<Stage> {
  const { workspace, voterIds } = crowdedWorkspace(voters);
  const latency = latencyOf(weather, random);
  const slack = await startSlack({ ...SECRETS, workspace, limits: weather.limits, latency });
  const groom = await startLocalGroom({ ...SECRETS, slackApiUrl: slack.apiUrl, code, env: IN_PLAIN });
  slack.deliverTo = groom.url;
  await warmUp(slack, groom);
  const message = await startSession(slack, groom);
  return {
    slack,
    groom,
    voterIds,
    message,
    sessionId: sessionOf(message),
    async close() {
      await groom.close();
      await slack.close();
    },
  };
}

async function startSession(slack: Slack, groom: LocalGroom): Promise<Message> {
  await slack.as(HOST).command('/groom Add SSO login');
  await groom.settled();
  return slack.lastMessage();
}

/** Votes on a session of its own, whose updates cost nothing: Slack's limits are still untouched afterwards. */
async function warmUp(slack: Slack, groom: LocalGroom): Promise<void> {
  const stop = slack.intercept((method) => (method === 'chat.update' ? { body: { ok: true } } : undefined));
  const message = await startSession(slack, groom);
  for (let click = 0; click < WARM_UP_CLICKS; click++) await slack.as(HOST).click(message, '5');
  await groom.settled();
  stop();
}

/** The session that a message belongs to, as its cards say. */
export function sessionOf({ blocks }: Message): string {
  const card = allElements(blocks).find(({ element }) => CARD_ACTION.test(String(element.action_id)));
  const ref = parseValue(card?.element.value);
  if (!ref) throw new Error('The message has no cards');
  return ref.sessionId;
}
