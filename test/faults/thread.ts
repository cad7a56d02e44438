import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { problemsOfLog } from '../hostile/log-lines.ts';
import { type RoughWorkspace, startRoughWorkspace } from './rough-workspace.ts';
import { type Outcome, play, type Schedule } from './schedule.ts';

/** A thread that plays some of the schedules, several at a time, in workspaces of its own. */

const WORKSPACES = 2;
/** How many sessions are played in one of them at the same time; those that only wait for a timer don't count. */
const AT_ONCE = 7;
/** How busy the thread may be when another one begins: beyond that acks would be late because it has no time. */
const BUSY = 0.7;
/** What Lambda says of an invocation that ended badly. */
const LAMBDAS_OWN = /^ERROR (slack|publish): /;

const left = [...(workerData as Schedule[])];
const outcomes = await Promise.all(Array.from({ length: WORKSPACES }, playAll));
parentPort?.postMessage(outcomes.flat());

/** Takes schedules off the list until there are none left. */
async function playAll(): Promise<Outcome[]> {
  const workspace = await startRoughWorkspace(left.length);
  const playing: Promise<Outcome>[] = [];
  const worker = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { played, outcome } = play(workspace, next);
      playing.push(outcome);
      await played;
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const played = await Promise.all(playing);
  // Nobody can tell which session these belong to: they are listed with the first.
  played[0]?.problems.push(...(await problemsOf(workspace)));
  await workspace.close();
  return played;
}

async function problemsOf({ deadLetters, log }: RoughWorkspace): Promise<string[]> {
  const dead = await deadLetters();
  const own = log.filter((line) => !LAMBDAS_OWN.test(line));
  return [...(dead ? [`dead letters: ${dead}`] : []), ...problemsOfLog(own).slice(0, 5)];
}

async function breathe(): Promise<void> {
  for (;;) {
    const before = performance.eventLoopUtilization();
    await sleep(100 + Math.random() * 100);
    if (performance.eventLoopUtilization(before).utilization < BUSY) return;
  }
}
