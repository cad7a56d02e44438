import type { Bundles } from '../bundles.ts';
import { type ClickCost, click, startContainer } from '../click/measure.ts';
import { startSetting } from '../click/setting.ts';
import type { Options } from '../options.ts';
import { addSessions } from './populate.ts';

export interface Growth {
  /** What a click costs beside a number of open sessions. */
  steps: (ClickCost & { sessions: number })[];
  /** The memory of the one process that took all those clicks, in MiB. */
  memory: { clicks: number; rssMb: number; heapMb: number }[];
  /** What that process held before it loaded the function. */
  emptyRssMb: number;
}

const SESSIONS = [10, 100, 1000, 5000];
const CLICKS = 10_000;
/** Enough clicks for the code to be compiled and the heap to have its size. */
const WARM_UP = 1000;
const SAMPLE = 2000;
/** Where only the memory matters, more clicks at once take less time. */
const AT_ONCE = 5;

/** Clicks in the same process throughout: first among more and more sessions, then on and on. */
export async function measureGrowth(
  bundles: Bundles,
  { seed, full }: Options,
  progress: (text: string) => void,
): Promise<Growth> {
  const setting = await startSetting('ours', bundles);
  const container = startContainer(setting);
  const file = bundles.ours.slack;
  const sessionIds = [setting.sessionId];
  const growth: Growth = { steps: [], memory: [], emptyRssMb: 0 };
  let clicked = 0;
  const go = async (clicks: number, atOnce = 1): Promise<ClickCost> => {
    const order = { file, sessionIds, clicks, atOnce, seed: `${seed}/${clicked}` };
    const cost = await click(container, setting, order);
    clicked += clicks;
    growth.emptyRssMb = cost.emptyRssMb;
    return cost;
  };
  const remember = ({ rssMb, heapMb }: ClickCost) => growth.memory.push({ clicks: clicked, rssMb, heapMb });
  try {
    remember(await go(WARM_UP));
    for (const sessions of SESSIONS) {
      progress(`growth: ${sessions} open sessions`);
      sessionIds.push(...(await addSessions(setting, sessions - sessionIds.length)));
      growth.steps.push({ sessions, ...(await go(full ? 1000 : 250)) });
    }
    while (clicked < CLICKS) {
      progress(`growth: ${clicked} of ${CLICKS} clicks`);
      remember(await go(Math.min(SAMPLE - (clicked % SAMPLE), CLICKS - clicked), AT_ONCE));
    }
    return growth;
  } finally {
    container.end();
    await setting.close();
  }
}
