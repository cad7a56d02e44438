import type { Bundles } from '../bundles.ts';
import type { Subject } from '../burst/truth.ts';
import { type Child, startChild } from '../child.ts';
import type { Options } from '../options.ts';
import { percentile, sum } from '../percentile.ts';
import { SECRETS } from '../workspace.ts';
import type { ClickOrder, ClickReport } from './process.ts';
import { type Setting, startSetting } from './setting.ts';

/** What one tap on a card costs, on average. */
export interface ClickCost {
  /** Requests to DynamoDB, by operation. */
  dynamo: Record<string, number>;
  writeUnits: number;
  readUnits: number;
  /** Requests to SQS, by operation. */
  sqs: Record<string, number>;
  /** Calls of Slack's Web API before the acknowledgement. */
  slackCalls: number;
  /** The CPU time of all threads of the function's process. */
  cpuMs: number;
  /** Milliseconds that the handler takes. */
  p50: number;
  p95: number;
  /** The memory of the function's process afterwards, in MiB. */
  rssMb: number;
  heapMb: number;
  /** The part of `rssMb` that was there before the function. */
  emptyRssMb: number;
}

export type Container = Child<ClickOrder, ClickReport>;

export const startContainer = ({ env }: Setting): Container =>
  startChild(new URL('process.ts', import.meta.url), env);

/** One function, one session, one click after the other; after as many again to warm up. */
export async function measureClick(subject: Subject, bundles: Bundles, { seed, full }: Options) {
  const setting = await startSetting(subject, bundles);
  const container = startContainer(setting);
  const clicks = (full ? 5000 : 400) / (subject === 'naive' ? 10 : 1);
  const sessionIds = [setting.sessionId];
  try {
    await click(container, setting, { file: bundles[subject].slack, sessionIds, clicks, seed });
    return await click(container, setting, { file: bundles[subject].slack, sessionIds, clicks, seed });
  } finally {
    container.end();
    await setting.close();
  }
}

/** Clicks, and answers with what a click cost. */
export async function click(
  container: Container,
  setting: Setting,
  order: Pick<ClickOrder, 'file' | 'sessionIds' | 'clicks' | 'seed'> & { atOnce?: number },
): Promise<ClickCost> {
  await setting.purge();
  for (const proxy of [setting.dynamo, setting.sqs]) proxy.take();
  setting.takeSlackCalls();
  const { tap: template, sessionId: templateSession, userIds } = setting;
  const { signingSecret } = SECRETS;
  const tapped = { template, templateSession, userIds, signingSecret };
  const report = await container.ask({ atOnce: 1, ...order, ...tapped });
  const { requests, readUnits, writeUnits } = setting.dynamo.take();
  const each = (total: number) => total / order.clicks;
  const perClick = (counts: Map<string, number>) =>
    Object.fromEntries([...counts].map(([operation, count]) => [operation, each(count)]));
  return {
    dynamo: perClick(requests),
    writeUnits: each(writeUnits),
    readUnits: each(readUnits),
    sqs: perClick(setting.sqs.take().requests),
    slackCalls: each(setting.takeSlackCalls()),
    cpuMs: report.cpuMs,
    p50: percentile(report.ms, 0.5) ?? 0,
    p95: percentile(report.ms, 0.95) ?? 0,
    rssMb: report.rssMb,
    heapMb: report.heapMb,
    emptyRssMb: report.emptyRssMb,
  };
}

/** How many requests, whatever their operations. */
export const requestsOf = (operations: Record<string, number>): number => sum(Object.values(operations));
