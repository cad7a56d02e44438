import { isTimeZone, type KnownTimeZone } from '../game/clock/wall-clock.ts';
import type { ChannelSettings } from '../game/settings.ts';
import type { Profile } from '../ports/directory.ts';

/** Somebody's own time zone as far as Slack has told it, else the channel's, else UTC. */
export function timeZoneOf(profile: Profile | undefined, settings: ChannelSettings): KnownTimeZone {
  const known = [profile?.timeZone, settings.timeZone].find((zone) => zone !== undefined && isTimeZone(zone));
  return known === undefined ? { timeZone: 'UTC', isKnown: false } : { timeZone: known, isKnown: true };
}
