import { decodeTime } from 'ulid';
import { AFTERLIFE, LONGEST_LIFE } from '../../../src/game/clock/lifetime.ts';
import type { ChannelRef, TokenOwner, UserRef } from '../../../src/game/place.ts';
import type { FinishedStory } from '../../../src/game/round/history.ts';
import { DEFAULT_SETTINGS } from '../../../src/game/settings.ts';
import type { Directory, KnownProfile, Share } from '../../../src/ports/directory.ts';
import { type Clock, DAY, HOUR, type Millis } from '../../../src/time.ts';

const PROFILE_TTL = 30 * DAY;
const OVER_TTL = DAY;

const channelKey = ({ teamId, channelId }: ChannelRef) => `${teamId}/${channelId}`;
/** Sessions are kept so long after they began, which their id says. */
const keptUntil = (sessionId: string): Millis => decodeTime(sessionId) + LONGEST_LIFE + AFTERLIFE;
const userKey = ({ teamId, userId }: UserRef) => `${teamId}/${userId}`;

export interface MemoryDirectoryOptions {
  now: Clock;
  historyDays: number;
  /** The sessions of a person, which the store knows. */
  sessionsOf(user: UserRef): string[];
}

/** The directory in memory; held to the same contract as the real one. */
export function createMemoryDirectory({ now, historyDays, sessionsOf }: MemoryDirectoryOptions): Directory {
  const settings = new Map<string, typeof DEFAULT_SETTINGS>();
  const finished = new Map<string, Map<string, FinishedStory>>();
  const deadTokens = new Map<string, { fingerprint: string; since: number }>();
  const shares = new Map<string, { share: Share; savedAt: Millis }>();
  const claims = new Map<string, Millis>();
  const profiles = new Map<string, KnownProfile>();
  const listed = new Map<string, Map<string, { over: boolean; until: Millis }>>();
  const listOf = (channel: ChannelRef) => {
    const list = listed.get(channelKey(channel)) ?? new Map<string, { over: boolean; until: Millis }>();
    listed.set(channelKey(channel), list);
    return list;
  };
  const storiesOf = (channel: ChannelRef): Map<string, FinishedStory> => {
    const stories = finished.get(channelKey(channel)) ?? new Map<string, FinishedStory>();
    finished.set(channelKey(channel), stories);
    return stories;
  };
  let owner: TokenOwner | undefined;
  return {
    settings: async (channel) => settings.get(channelKey(channel)) ?? DEFAULT_SETTINGS,
    async saveSettings(channel, chosen) {
      settings.set(channelKey(channel), chosen);
    },
    async record(channel, story) {
      const key = `${story.sessionId}#${String(story.story).padStart(3, '0')}`;
      const stories = storiesOf(channel);
      if ((stories.get(key)?.version ?? 0) <= story.version) stories.set(key, story);
    },
    async history(channel, most = Number.POSITIVE_INFINITY) {
      const fresh = [...storiesOf(channel)].filter(
        ([, { dropped, finishedAt }]) => !dropped && finishedAt + historyDays * DAY > now(),
      );
      fresh.sort(([a], [b]) => (a < b ? 1 : -1));
      return fresh.slice(0, most).map(([, story]) => story);
    },
    async listSession(session, as) {
      const list = listOf(session);
      const { sessionId } = session;
      if (as === 'over') list.set(sessionId, { over: true, until: now() + OVER_TTL });
      else if (!list.get(sessionId)?.over) list.set(sessionId, { over: false, until: keptUntil(sessionId) });
    },
    async running(channel, most) {
      const running = [...listOf(channel)].filter(([, { over, until }]) => !over && until > now());
      return running
        .map(([sessionId]) => sessionId)
        .sort()
        .reverse()
        .slice(0, most);
    },
    async profile(user) {
      const known = profiles.get(userKey(user));
      return known && known.asOf + PROFILE_TTL > now() ? known : undefined;
    },
    async saveProfile(user, profile) {
      profiles.set(userKey(user), { ...profile, asOf: now() });
    },
    async deadToken(teamId) {
      const known = deadTokens.get(teamId);
      return known && known.since + PROFILE_TTL > now() ? known.fingerprint : undefined;
    },
    async saveDeadToken(teamId, fingerprint) {
      deadTokens.set(teamId, { fingerprint, since: now() });
    },
    async share(teamId) {
      const known = shares.get(teamId);
      return known && known.savedAt + DAY > now() ? known.share : undefined;
    },
    async saveShare(teamId, share) {
      const known = shares.get(teamId);
      if (known && known.savedAt + DAY > now() && known.share.version >= share.version) return false;
      shares.set(teamId, { share, savedAt: now() });
      return true;
    },
    async claim(what) {
      const isTaken = (claims.get(what) ?? 0) > now();
      if (!isTaken) claims.set(what, now() + HOUR);
      return !isTaken;
    },
    tokenOwner: async () => owner,
    async saveTokenOwner(told) {
      owner = told;
    },
    sessionsOf: async (user) => sessionsOf(user).sort().reverse(),
  };
}
