import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { TOKENS } from '../../stand-ins/process/groom-process.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import type { Bundles } from '../bundles.ts';
import { CROWDS, type Crowd, taps } from '../burst/crowd.ts';
import { playBurst, type RunResult, setStage } from '../burst/run.ts';
import { sessionOf } from '../burst/stage.ts';
import { latencyOf, WEATHERS, type Weather } from '../burst/weather.ts';
import type { Options } from '../options.ts';
import { seededRandom } from '../random.ts';
import { crowdedWorkspace, HOST, SECRETS } from '../workspace.ts';
import { startGroomProcess } from './process.ts';

type HostName = 'lambda' | 'process';

/** One burst on one host. */
export interface HostRow {
  crowd: Crowd;
  host: HostName;
  result: RunResult;
}

/** Many sessions at the same time. */
interface AtOnce extends Pick<RunResult, 'ackMs' | 'failed' | 'lost'> {
  sessions: number;
}

export interface HostsResult {
  rows: HostRow[];
  atOnce: AtOnce;
  memory: { sessions: number; voters: number; mib: number | undefined };
}

const PATIENCE_MS = 20_000;
/** Before it counts: the first clicks compile the code. */
const WARM_UP_CLICKS = 20;
const VOTERS_IN_MANY = 8;

/** The same bursts on both hosts, one after the other, so that neither slows the other down. */
export async function measureHosts(
  bundles: Bundles,
  { seed, full }: Options,
  progress: (text: string) => void,
): Promise<HostsResult> {
  execFileSync(process.execPath, [
    fileURLToPath(new URL('../../scripts/build.ts', import.meta.url)),
    '--quiet',
  ]);
  const [weather] = WEATHERS;
  if (!weather) throw new Error('There is no weather');
  const rows: HostRow[] = [];
  for (const crowd of CROWDS) {
    progress(`hosts: ${crowd.name}`);
    rows.push({ crowd, host: 'lambda', result: await onLambda(bundles, crowd, weather, seed) });
    rows.push({ crowd, host: 'process', result: await onProcess(crowd, weather, seed) });
  }
  const sessions = full ? 1000 : 200;
  progress(`hosts: memory after ${sessions} sessions`);
  progress('hosts: 50 sessions at once');
  const many = await atOnce(50);
  return {
    rows,
    atOnce: many,
    memory: { sessions, voters: VOTERS_IN_MANY, mib: await memoryAfter(sessions) },
  };
}

async function onLambda({ ours }: Bundles, crowd: Crowd, weather: Weather, seed: string): Promise<RunResult> {
  const code = { slack: ours.slack, publish: ours.publish };
  const stage = await setStage({ subject: 'ours', crowd, weather, code, seed, patienceMs: PATIENCE_MS });
  const result = await stage.play();
  await stage.close();
  return result;
}

async function onProcess(crowd: Crowd, weather: Weather, seed: string): Promise<RunResult> {
  const random = seededRandom(seed);
  const { workspace, voterIds } = crowdedWorkspace(crowd.voters);
  const latency = latencyOf(weather, random);
  const slack = await startSlack({
    ...SECRETS,
    appToken: TOKENS.appToken,
    workspace,
    limits: weather.limits,
    latency,
  });
  const groom = await startGroomProcess(slack.apiUrl, SECRETS.botToken);
  const start = async () => {
    await slack.as(HOST).command('/groom Add SSO login');
    await groom.settled();
    return slack.lastMessage();
  };
  const first = await start();
  for (let click = 0; click < WARM_UP_CLICKS; click++) await slack.as(HOST).click(first, '5');
  await groom.settled();
  const message = await start();
  const truth = () => groom.truth(sessionOf(message));
  const scene = { slack, message, settled: groom.settled, truth };
  const result = await playBurst(scene, taps(crowd, voterIds, random), PATIENCE_MS);
  await groom.close();
  await slack.close();
  return result;
}

/** Many sessions at the same time in one process, every voter of each at once. */
async function atOnce(sessions: number): Promise<AtOnce> {
  const { workspace, voterIds } = crowdedWorkspace(VOTERS_IN_MANY * sessions);
  const slack = await startSlack({ ...SECRETS, appToken: TOKENS.appToken, workspace, limits: 'off' });
  const groom = await startGroomProcess(slack.apiUrl, SECRETS.botToken);
  const messages: Message[] = [];
  for (let session = 0; session < sessions; session++) {
    await slack.as(HOST).command(`/groom Story ${session}`);
    messages.push(slack.lastMessage());
  }
  await groom.settled();
  const taps = await Promise.all(
    voterIds.map(async (userId, index) => {
      const message = messages[index % sessions] as Message;
      const { status, ackMs } = await slack.as(userId).click(message, '5');
      return { userId, message, ackMs, acknowledged: status === 200 };
    }),
  );
  await groom.settled();
  const truths = await Promise.all(messages.map((message) => groom.truth(sessionOf(message))));
  const acked = taps.filter(({ acknowledged }) => acknowledged);
  const isKept = ({ userId, message }: (typeof taps)[number]) =>
    truths[messages.indexOf(message)]?.votes.get(userId) === '5';
  await groom.close();
  await slack.close();
  return {
    sessions,
    ackMs: acked.map(({ ackMs }) => ackMs),
    failed: taps.length - acked.length,
    lost: acked.filter((tap) => !isKept(tap)).length,
  };
}

/** Many sessions, one after the other; each is revealed and ended. */
async function memoryAfter(sessions: number): Promise<number | undefined> {
  const { workspace, voterIds } = crowdedWorkspace(VOTERS_IN_MANY);
  const slack = await startSlack({ ...SECRETS, appToken: TOKENS.appToken, workspace, limits: 'off' });
  const groom = await startGroomProcess(slack.apiUrl, SECRETS.botToken);
  for (let session = 0; session < sessions; session++) {
    await slack.as(HOST).command(`/groom Story ${session}`);
    const message = slack.lastMessage();
    await Promise.all(voterIds.map((userId) => slack.as(userId).click(message, '5')));
  }
  await groom.settled();
  const mib = groom.memory();
  await groom.close();
  await slack.close();
  return mib;
}
