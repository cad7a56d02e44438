import type { Notice } from '../../src/session/notice.ts';
import type { Deps } from '../deps.ts';

/** Not built yet. */
export async function openSettings(
  _: Deps,
  __: { teamId: string; channelId: string; userId: string; triggerId: string },
): Promise<Notice | undefined> {
  return undefined;
}
