import type { UserRef } from '../game/place.ts';
import type { Directory } from '../ports/directory.ts';
import type { ReportRef } from '../ports/job.ts';
import { type Clock, MINUTE } from '../time.ts';

/** How many somebody may ask for in a minute by the clock, wherever they are. */
const MOST: Record<ReportRef['report'], number> = { mine: 20, history: 20, export: 3 };

interface AllowanceDeps {
  directory: Pick<Directory, 'claim'>;
  now: Clock;
}

/** Whether somebody may ask for this list once more; if so, it counts. */
export async function mayAsk(
  { directory, now }: AllowanceDeps,
  { teamId, userId }: UserRef,
  report: ReportRef['report'],
): Promise<boolean> {
  const minute = Math.floor(now() / MINUTE);
  for (let time = 1; time <= MOST[report]; time++) {
    if (await directory.claim(`${report}#${teamId}#${userId}#${minute}#${time}`)) return true;
  }
  return false;
}
