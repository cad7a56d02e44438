import { statSync } from 'node:fs';
import { defined } from '../../src/game/defined.ts';
import type { Bundles } from '../bundles.ts';
import { startSetting } from '../click/setting.ts';
import { median } from '../percentile.ts';
import { signedEvent } from '../signed-event.ts';
import { SECRETS } from '../workspace.ts';
import { profileInit, type Spending } from './profile.ts';
import type { ColdStart } from './start.ts';
import { startCold } from './start-process.ts';

/** The median of the starts of one built file. */
interface ColdRow extends ColdStart {
  name: string;
  bytes: number;
  /** Until the first event was answered. */
  totalMs?: number;
}

export interface ColdStarts {
  rows: ColdRow[];
  /** What the init of our `slack` spends its time on. */
  spending: Spending[];
}

export const STARTS = 30;

/** Starts the functions again and again, in turn, so that what else the machine does hits all of them. */
export async function measureColdStarts(
  { ours, plain, empty, readable, libraries, naive }: Bundles,
  against: string | undefined,
  progress: (text: string) => void,
): Promise<ColdStarts> {
  const setting = await startSetting('ours', { ours, naive });
  const tap = () => signedEvent(setting.tap, SECRETS.signingSecret);
  const job = () => changedEvent(setting.sessionId);
  const others = [
    { name: '`slack` of the other version', file: `${against}/slack.js`, event: tap },
    { name: '`publish` of the other version', file: `${against}/publish.js`, event: job },
  ];
  const files: { name: string; file: string; event?: () => unknown }[] = [
    { name: '`slack`', file: ours.slack, event: tap },
    { name: '`slack`, bundled plainly', file: plain.slack, event: tap },
    { name: 'its libraries alone, bundled plainly', file: libraries.slack },
    { name: '`publish`', file: ours.publish, event: job },
    { name: '`publish`, bundled plainly', file: plain.publish, event: job },
    { name: 'an empty handler', file: empty.slack },
    ...(against === undefined ? [] : others),
  ];
  const starts = files.map((): ColdStart[] => []);
  try {
    for (let round = 0; round < STARTS; round++) {
      progress(`cold start: ${round} of ${STARTS}`);
      for (const [index, { file, event }] of files.entries()) {
        starts[index]?.push(await startCold({ file, event: event?.() }, setting.env));
      }
    }
    const spending = await profileInit(readable.slack, setting.env);
    const rows = files.map(({ name, file }, index) => {
      return { name, bytes: statSync(file).size, ...middle(starts[index] ?? []) };
    });
    return { rows, spending };
  } finally {
    await setting.close();
  }
}

/** The job that every click leaves, as Lambda hands it over. */
function changedEvent(sessionId: string) {
  const attributes = { ApproximateReceiveCount: '1', MessageGroupId: `session/${sessionId}` };
  const body = JSON.stringify({ kind: 'changed', sessionId });
  return { Records: [{ messageId: '1', receiptHandle: '1', body, attributes }] };
}

function middle(starts: readonly ColdStart[]): Omit<ColdRow, 'name' | 'bytes'> {
  const firstMs = median(starts.flatMap((start) => start.firstMs ?? []));
  return defined({
    initMs: median(starts.map((start) => start.initMs)) ?? 0,
    initCpuMs: median(starts.map((start) => start.initCpuMs)) ?? 0,
    firstMs,
    firstCpuMs: median(starts.flatMap((start) => start.firstCpuMs ?? [])),
    totalMs: median(starts.flatMap(({ initMs, firstMs }) => (firstMs === undefined ? [] : initMs + firstMs))),
  });
}
