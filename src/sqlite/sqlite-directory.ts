import type { ChannelRef, UserRef } from '../game/place.ts';
import type { FinishedStory } from '../game/round/history.ts';
import { DEFAULT_SETTINGS } from '../game/settings.ts';
import type { Directory, KnownProfile, Share } from '../ports/directory.ts';
import {
  CLAIM_TTL,
  DEAD_TOKEN_TTL,
  keptUntil,
  OVER_TTL,
  PROFILE_TTL,
  SHARE_TTL,
} from '../ports/retention.ts';
import { DAY, type EpochSeconds, epochSeconds, type Millis } from '../time.ts';
import type { Database } from './database.ts';
import { type Key, openItems } from './items.ts';
import { personOf, sessionIdOf } from './table.ts';

interface SqliteDirectoryOptions {
  database: Database;
  /** How long a channel's history goes back. */
  historyDays: number;
}

interface ListedSession {
  sessionId: string;
  over: boolean;
}

/** The first key of all that is a channel's. */
export const channelOf = ({ teamId, channelId }: ChannelRef): string => `CHANNEL#${teamId}#${channelId}`;

export const profileKey = ({ teamId, userId }: UserRef): Key => [`USER#${teamId}#${userId}`, 'PROFILE'];

const KEYS = {
  settings: (of: ChannelRef): Key => [channelOf(of), 'SETTINGS'],
  finished: (of: ChannelRef, { sessionId, story }: FinishedStory): Key => [
    channelOf(of),
    `HISTORY#${sessionId}#${String(story).padStart(3, '0')}`,
  ],
  history: (of: ChannelRef): Key => [channelOf(of), 'HISTORY#'],
  running: (of: ChannelRef, sessionId = ''): Key => [channelOf(of), `RUNNING#${sessionId}`],
  installation: (teamId: string): Key => [`TEAM#${teamId}`, 'INSTALLATION'],
  share: (teamId: string): Key => [`TEAM#${teamId}`, 'SHARE'],
  claim: (what: string): Key => [`CLAIM#${what}`, 'CLAIM'],
  tokenOwner: ['TOKEN', 'OWNER'] as const,
};

/** The directory on SQLite, in the same file as the sessions. */
export function createSqliteDirectory({ database, historyDays }: SqliteDirectoryOptions): Directory {
  const { now, transaction } = database;
  const items = openItems(database);
  const within = (ttl: Millis): { expires: EpochSeconds } => ({ expires: epochSeconds(now(), ttl) });
  /** Writes it unless what is there stands in its way. */
  const putUnless = <T extends object>(
    key: Key,
    value: T,
    how: { expires: EpochSeconds },
    isInTheWay: (before: T) => boolean,
  ): boolean =>
    transaction(() => {
      const before = items.get<T>(key);
      if (before && isInTheWay(before)) return false;
      items.put(key, value, how);
      return true;
    });

  return {
    settings: async (of) => items.get(KEYS.settings(of)) ?? DEFAULT_SETTINGS,
    async saveSettings(of, settings) {
      items.put(KEYS.settings(of), settings);
    },

    async record(of, story) {
      const expires = epochSeconds(story.finishedAt, historyDays * DAY);
      putUnless(KEYS.finished(of, story), story, { expires }, ({ version }) => version > story.version);
    },
    async history(of, most = Number.POSITIVE_INFINITY) {
      const all = items.list<FinishedStory>(KEYS.history(of), { newestFirst: true });
      return all.filter(({ dropped }) => !dropped).slice(0, most);
    },

    async listSession({ sessionId, ...of }, as) {
      const over = as === 'over';
      const how = over ? within(OVER_TTL) : { expires: keptUntil(sessionId, now) };
      putUnless(KEYS.running(of, sessionId), { sessionId, over }, how, (before) => before.over && !over);
    },
    async running(of, most) {
      const all = items.list<ListedSession>(KEYS.running(of), { newestFirst: true });
      return all
        .filter(({ over }) => !over)
        .map(({ sessionId }) => sessionId)
        .slice(0, most);
    },

    profile: async (user) => items.get<KnownProfile>(profileKey(user)),
    async saveProfile(user, profile) {
      items.put(profileKey(user), { ...profile, asOf: now() }, within(PROFILE_TTL));
    },

    deadToken: async (teamId) => items.get<{ deadToken: string }>(KEYS.installation(teamId))?.deadToken,
    async saveDeadToken(teamId, deadToken) {
      items.put(KEYS.installation(teamId), { deadToken }, within(DEAD_TOKEN_TTL));
    },

    share: async (teamId) => items.get<Share>(KEYS.share(teamId)),
    saveShare: async (teamId, share) =>
      putUnless(KEYS.share(teamId), share, within(SHARE_TTL), ({ version }) => version >= share.version),

    claim: async (what) => putUnless(KEYS.claim(what), { what }, within(CLAIM_TTL), () => true),

    tokenOwner: async () => items.get(KEYS.tokenOwner),
    async saveTokenOwner(owner) {
      items.put(KEYS.tokenOwner, owner);
    },

    // ULIDs sort by the time at which they were made.
    sessionsOf: async ({ teamId, userId }) => items.keysOf(personOf(teamId, userId)).map(sessionIdOf),
  };
}
