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
}

export interface ColdStarts {
  rows: ColdRow[];
  /** What the init of our `slack` spends its time on. */
  spending: Spending[];
}

const STARTS = 15;

/** Starts the functions again and again, in turn, so that what else the machine does hits all of them. */
export async function measureColdStarts(
  bundles: Bundles,
  progress: (text: string) => void,
): Promise<ColdStarts> {
  const setting = await startSetting('ours', bundles);
  const { ours, plain, empty } = bundles;
  const files = [
    { name: '`slack`', file: ours.slack, taps: true },
    { name: '`slack`, bundled plainly', file: plain.slack, taps: true },
    { name: '`publish`', file: ours.publish, taps: false },
    { name: '`publish`, bundled plainly', file: plain.publish, taps: false },
    { name: 'an empty handler', file: empty.slack, taps: false },
  ];
  const starts = files.map((): ColdStart[] => []);
  try {
    for (let round = 0; round < STARTS; round++) {
      progress(`cold start: ${round} of ${STARTS}`);
      for (const [index, { file, taps }] of files.entries()) {
        const event = taps ? signedEvent(setting.tap, SECRETS.signingSecret) : undefined;
        starts[index]?.push(await startCold({ file, event }, setting.env));
      }
    }
    const spending = await profileInit(bundles.readable.slack, setting.env);
    const rows = files.map(({ name, file }, index) => {
      return { name, bytes: statSync(file).size, ...middle(starts[index] ?? []) };
    });
    return { rows, spending };
  } finally {
    await setting.close();
  }
}

function middle(starts: readonly ColdStart[]): ColdStart {
  const firstMs = median(starts.flatMap((start) => start.firstMs ?? []));
  return defined({
    initMs: median(starts.map((start) => start.initMs)) ?? 0,
    initCpuMs: median(starts.map((start) => start.initCpuMs)) ?? 0,
    firstMs,
  });
}
