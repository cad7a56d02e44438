import { defined } from '../../game/defined.ts';
import type { FinishedStory } from '../../game/round/history.ts';
import { DEFAULT_SETTINGS, optionsOf } from '../../game/settings.ts';
import type { Directory } from '../../ports/directory.ts';
import {
  CLAIM_TTL,
  DEAD_TOKEN_TTL,
  keptUntil,
  OVER_TTL,
  PROFILE_TTL,
  SHARE_TTL,
} from '../../ports/retention.ts';
import { DAY, epochSeconds } from '../../time.ts';
import { entities } from './entities.ts';
import { CONDITIONAL, type DynamoStoreOptions } from './table.ts';

interface DynamoDirectoryOptions extends Omit<DynamoStoreOptions, 'sessionTtlHours'> {
  /** How long a channel's history goes back. */
  historyDays: number;
}

/** The directory on DynamoDB, in the same table as the sessions. */
export function createDynamoDirectory({
  client,
  table,
  historyDays,
  now,
}: DynamoDirectoryOptions): Directory {
  const db = entities(client, table);
  const seconds = (): number => epochSeconds(now());
  return {
    async settings({ teamId, channelId }) {
      const { data } = await db.settings.get({ teamId, channelId }).go({ consistent: true });
      if (!data) return DEFAULT_SETTINGS;
      const { teamId: _, channelId: __, options: chosen, ...settings } = data;
      return { ...settings, ...chosen };
    },

    async saveSettings(channel, settings) {
      const { deck, decks, timeLimit, language, timeZone, issueLinks } = settings;
      await db.settings
        .put(
          defined({
            ...channel,
            deck,
            decks,
            options: optionsOf(settings),
            language,
            timeLimit,
            timeZone,
            issueLinks,
          }),
        )
        .go();
    },

    async record({ teamId, channelId }, story) {
      await db.finished
        .put({
          teamId,
          channelId,
          ...story,
          expirationTime: epochSeconds(story.finishedAt, historyDays * DAY),
        })
        .where(({ version }, { notExists, lte }) => `${notExists(version)} OR ${lte(version, story.version)}`)
        .go(CONDITIONAL);
    },

    async history({ teamId, channelId }, most) {
      const { data } = await db.finished.query
        .primary({ teamId, channelId })
        .where(
          ({ expirationTime, dropped }, { gt, eq }) =>
            `${gt(expirationTime, seconds())} AND ${eq(dropped, false)}`,
        )
        .go({ order: 'desc', ...(most === undefined ? { pages: 'all' } : { count: most }) });
      return data.map(({ teamId: _, channelId: __, expirationTime: ___, ...story }): FinishedStory => story);
    },

    async listSession({ teamId, channelId, sessionId }, as) {
      const over = as === 'over';
      const expirationTime = over ? epochSeconds(now(), OVER_TTL) : keptUntil(sessionId, now);
      const put = db.running.put({ teamId, channelId, sessionId, over, expirationTime });
      if (over) await put.go();
      else
        await put
          .where((stored, { notExists, eq }) => `${notExists(stored.over)} OR ${eq(stored.over, false)}`)
          .go(CONDITIONAL);
    },

    async running(channel, most) {
      const { data } = await db.running.query
        .primary(channel)
        .where(
          ({ expirationTime, over }, { gt, eq }) => `${gt(expirationTime, seconds())} AND ${eq(over, false)}`,
        )
        .go({ order: 'desc', count: most, consistent: true });
      return data.map(({ sessionId }) => sessionId);
    },

    async profile(user) {
      const { data } = await db.profile.get(user).go();
      if (!data || data.expirationTime <= seconds()) return undefined;
      const { asOf, locale, timeZone, name } = data;
      return defined({ asOf, locale, timeZone, name });
    },

    async saveProfile(user, profile) {
      const expirationTime = epochSeconds(now(), PROFILE_TTL);
      await db.profile.put({ ...user, ...profile, asOf: now(), expirationTime }).go();
    },

    async deadToken(teamId) {
      const { data } = await db.installation.get({ teamId }).go();
      return data && data.expirationTime > seconds() ? data.deadToken : undefined;
    },

    async saveDeadToken(teamId, deadToken) {
      const expirationTime = epochSeconds(now(), DEAD_TOKEN_TTL);
      await db.installation.put({ teamId, deadToken, expirationTime }).go();
    },

    async share(teamId) {
      const { data } = await db.share.get({ teamId }).go({ consistent: true });
      if (!data || data.expirationTime <= seconds()) return undefined;
      const { teamId: _, expirationTime: __, ...share } = data;
      return share;
    },

    async saveShare(teamId, share) {
      const write = await db.share
        .put({ teamId, ...share, expirationTime: epochSeconds(now(), SHARE_TTL) })
        .where(
          ({ version, expirationTime }, { notExists, lt, lte }) =>
            `${notExists(version)} OR ${lt(version, share.version)} OR ${lte(expirationTime, seconds())}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async claim(what) {
      const write = await db.claim
        .put({ what, expirationTime: epochSeconds(now(), CLAIM_TTL) })
        .where(
          ({ expirationTime }, { notExists, lte }) =>
            `${notExists(expirationTime)} OR ${lte(expirationTime, seconds())}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async tokenOwner() {
      const { data } = await db.tokenOwner.get({}).go();
      return data ?? undefined;
    },

    async saveTokenOwner(owner) {
      await db.tokenOwner.put(owner).go();
    },

    async sessionsOf({ teamId, userId }) {
      const [created, joined] = await Promise.all([
        db.session.query
          .byUser({ teamId, creatorId: userId })
          .go({ pages: 'all', attributes: ['sessionId'] }),
        db.participant.query.byUser({ teamId, userId }).go({ pages: 'all', attributes: ['sessionId'] }),
      ]);
      const ids = [...created.data, ...joined.data].map(({ sessionId }) => sessionId);
      // ULIDs sort by the time at which they were made.
      return [...new Set(ids)].sort().reverse();
    },
  };
}
