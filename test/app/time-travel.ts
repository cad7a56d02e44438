import { clockAhead, type ManualClock } from '../clock.ts';
import { startWorkspace, type TestWorkspace, type WorkspaceOptions } from './workspace.ts';

/** A workspace whose clock a test sets ahead, for what happens when nobody does anything. */
export interface TimeTravel extends TestWorkspace {
  now: ManualClock['now'];
  /** Lets time pass (in ms), and whatever is due by then happen. */
  later(ms: number): Promise<void>;
}

export async function startTimeTravel(options: WorkspaceOptions = {}): Promise<TimeTravel> {
  const { now, advance } = clockAhead();
  const w = await startWorkspace({ slack: { now, ...options.slack }, groom: { now, ...options.groom } });
  return {
    ...w,
    now,
    async later(ms) {
      await w.groom.settled();
      advance(ms);
      await w.groom.scheduler.catchUp();
      await w.groom.settled();
    },
  };
}
