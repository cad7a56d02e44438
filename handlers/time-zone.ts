import type { ChannelSettings } from '../src/session/settings.ts';
import { isTimeZone } from '../src/session/wall-clock.ts';
import type { Directory, UserRef } from '../src/store/directory.ts';

/** The zone of clock times such as `--until 17:00` (an IANA name), and whether anybody has said so. */
export interface KnownTimeZone {
  timeZone: string;
  isKnown: boolean;
}

/** Somebody's own time zone as far as Slack has told it, else the channel's, else UTC. */
export async function timeZoneOf(
  directory: Directory,
  user: UserRef,
  settings: ChannelSettings,
): Promise<KnownTimeZone> {
  const own = (await directory.profile(user))?.timeZone;
  const known = [own, settings.timeZone].find((zone) => zone !== undefined && isTimeZone(zone));
  return known === undefined ? { timeZone: 'UTC', isKnown: false } : { timeZone: known, isKnown: true };
}
