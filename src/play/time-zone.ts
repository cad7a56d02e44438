import { isTimeZone } from '../game/clock/wall-clock.ts';
import type { UserRef } from '../game/place.ts';
import type { ChannelSettings } from '../game/settings.ts';
import type { Directory } from '../ports/directory.ts';

/** The zone of clock times such as `--until 17:00` (an IANA name), and whether anybody has said so. */
interface KnownTimeZone {
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
