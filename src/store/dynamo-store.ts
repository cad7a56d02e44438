import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { roundKey, type Session } from '../session/session.ts';
import { type Clock, DAY, epochSeconds, HOUR, SECOND } from '../time.ts';
import { entities } from './entities.ts';
import { toItem, toParticipant, toResult, toSession, toSlot, toStory } from './items.ts';
import type { Store } from './store.ts';

export interface DynamoStoreOptions {
  client: DynamoDBDocumentClient;
  table: string;
  /** How long a session lives after its last change. */
  sessionTtlHours: number;
  now: Clock;
}

/** What belongs to a session expires this long after it was written, whatever becomes of the session. */
const ITEM_TTL = 30 * DAY;

/** A move that has not ended by then has failed. */
const MOVE_TAKES_AT_MOST = 30 * SECOND;

/** ElectroDB then answers `{ rejected: true }` for a failed condition instead of throwing error 4001. */
const CONDITIONAL = { returnOnConditionCheckFailure: true } as const;
const CONSISTENT = { consistent: true } as const;
const ALL = { consistent: true, pages: 'all' } as const;

/** The store on DynamoDB: one table, through ElectroDB. */
export function createDynamoStore({ client, table, sessionTtlHours, now }: DynamoStoreOptions): Store {
  const db = entities(client, table);
  const seconds = (): number => epochSeconds(now());
  const sessionExpiry = () => epochSeconds(now(), sessionTtlHours * HOUR);
  const owned = ({ sessionId, teamId }: Pick<Session, 'sessionId' | 'teamId'>) => ({
    sessionId,
    teamId,
    expirationTime: epochSeconds(now(), ITEM_TTL),
  });
  const change = (sessionId: string) => db.session.patch({ sessionId });

  return {
    async createSession(session, stories) {
      await this.putStories(session, stories);
      await db.session.create({ ...toItem(session), expirationTime: sessionExpiry() }).go();
    },

    async session(sessionId) {
      const { data } = await db.session.get({ sessionId }).go(CONSISTENT);
      return data && data.expirationTime > seconds() ? toSession(data) : undefined;
    },

    async stories(sessionId) {
      const { data } = await db.story.query.primary({ sessionId }).go(ALL);
      return data.map(toStory);
    },

    async story(sessionId, story) {
      const { data } = await db.story.get({ sessionId, story }).go(CONSISTENT);
      return data ? toStory(data) : undefined;
    },

    async putStories(session, stories) {
      await Promise.all(
        stories.map(({ number, title }) => db.story.put({ ...owned(session), story: number, title }).go()),
      );
    },

    async participants(sessionId) {
      const { data } = await db.participant.query.primary({ sessionId }).go(ALL);
      return data.map(toParticipant);
    },

    async participant(sessionId, userId) {
      const { data } = await db.participant.get({ sessionId, userId }).go(CONSISTENT);
      return data ? toParticipant(data) : undefined;
    },

    async slots(sessionId, { story, round }) {
      const { data } = await db.vote.query.primary({ sessionId, story, round }).go(ALL);
      return data.map(toSlot);
    },

    async slot(sessionId, { story, round }, userId) {
      const { data } = await db.vote.get({ sessionId, story, round, userId }).go(CONSISTENT);
      return data ? toSlot(data) : undefined;
    },

    async results(sessionId, story) {
      const of = story === undefined ? { sessionId } : { sessionId, story };
      const { data } = await db.result.query.primary(of).go(ALL);
      return data.map(toResult);
    },

    async result(sessionId, { story, round }) {
      const { data } = await db.result.get({ sessionId, story, round }).go(CONSISTENT);
      return data ? toResult(data) : undefined;
    },

    async writeSlot(sessionId, slot) {
      const write = await db.vote
        .put({ ...slot, ...owned({ sessionId, teamId: slot.teamId }) })
        .where(
          ({ at, teamId, channelId }, { notExists, lt, eq }) =>
            `${notExists(at)} OR (${lt(at, slot.at)} AND ${eq(teamId, slot.teamId)} AND ${eq(channelId, slot.channelId)})`,
        )
        .go({ ...CONDITIONAL, response: 'all_old' });
      if (write.rejected) return { written: false };
      const before = write.data as Parameters<typeof toSlot>[0] | null;
      return before ? { written: true, before: toSlot(before) } : { written: true };
    },

    async undoSlot(sessionId, slot, before) {
      const { story, round, userId } = slot;
      if (before) {
        await db.vote
          .put({ ...before, ...owned({ sessionId, teamId: before.teamId }) })
          .where(({ at }, { eq }) => eq(at, slot.at))
          .go(CONDITIONAL);
      } else {
        await db.vote
          .delete({ sessionId, story, round, userId })
          .where(({ at }, { eq }) => eq(at, slot.at))
          .go(CONDITIONAL);
      }
    },

    async writeParticipant(session, participant) {
      const write = await db.participant
        .put({ ...participant, ...owned(session) })
        .where(({ at }, { notExists, lt }) => `${notExists(at)} OR ${lt(at, participant.at)}`)
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async createResult(session, result) {
      const votes = result.votes.map((vote) => ({ ...vote }));
      const write = await db.result
        .create({ ...owned(session), story: result.story, round: result.round, votes })
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markFrozen(sessionId, key) {
      await change(sessionId)
        .delete({ unfrozen: [key] })
        .where(({ expirationTime }, { gt }) => gt(expirationTime, seconds()))
        .go(CONDITIONAL);
    },

    async commit(session, { freeze, forgetHostName, order, skipped, estimates, ...changes }, action) {
      let patch = change(session.sessionId).set({
        ...changes,
        ...(order && { order: [...order] }),
        ...(skipped && { skipped: [...skipped] }),
        ...(estimates && { estimates: [...estimates] }),
        version: session.version + 1,
        lastAction: action,
        expirationTime: sessionExpiry(),
      });
      if (freeze) patch = patch.add({ unfrozen: [roundKey(freeze)] });
      if (forgetHostName) patch = patch.remove(['hostName']);
      const write = await patch
        .where(
          ({ expirationTime, version }, { gt, eq }) =>
            `${gt(expirationTime, seconds())} AND ${eq(version, session.version)}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async markWatched(sessionId) {
      await change(sessionId)
        .set({ watched: true })
        .where(({ expirationTime }, { gt }) => gt(expirationTime, seconds()))
        .go(CONDITIONAL);
    },

    async bindMessage({ sessionId, messageTs: former }, ts, shown = {}) {
      // A new paint number: an update of the former message that is still under way must not be remembered.
      let patch = change(sessionId)
        .set({ messageTs: ts, ...(shown.hash && { shownHash: shown.hash, shownPhase: shown.phase }) })
        .add({ paint: 1 })
        .remove(['movingSince', ...(shown.hash ? [] : (['shownHash'] as const))]);
      if (former !== undefined) patch = patch.add({ formerMessages: [former], retiring: [former] });
      const write = await patch
        .where(
          ({ expirationTime, messageTs }, { gt, eq, notExists }) =>
            `${gt(expirationTime, seconds())} AND ${former === undefined ? notExists(messageTs) : eq(messageTs, former)}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async beginMove({ sessionId, messageTs: current }) {
      if (current === undefined) return false;
      const write = await change(sessionId)
        .set({ movingSince: now() })
        .where(
          ({ expirationTime, messageTs, movingSince }, { gt, eq, lt, notExists }) =>
            `${gt(expirationTime, seconds())} AND ${eq(messageTs, current)} AND (${notExists(movingSince)} OR ${lt(movingSince, now() - MOVE_TAKES_AT_MOST)})`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async abandonMove(sessionId) {
      await change(sessionId)
        .remove(['movingSince'])
        .where(({ expirationTime }, { gt }) => gt(expirationTime, seconds()))
        .go(CONDITIONAL);
    },

    async markRetired(sessionId, messageTs) {
      await change(sessionId)
        .delete({ retiring: [messageTs] })
        .where(({ expirationTime }, { gt }) => gt(expirationTime, seconds()))
        .go(CONDITIONAL);
    },

    async beginPaint({ sessionId, paint }, { at, streak }) {
      const write = await change(sessionId)
        .set({ paint: paint.number + 1, painting: true, paintedAt: at, paintStreak: streak })
        .remove(['shownHash'])
        .where(
          ({ expirationTime, paint: number }, { gt, eq }) =>
            `${gt(expirationTime, seconds())} AND ${eq(number, paint.number)}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async endPaint(sessionId, number, { hash, phase, againAt }) {
      let patch = change(sessionId).set({
        painting: false,
        expirationTime: sessionExpiry(),
        ...(hash && { shownHash: hash }),
        ...(phase && { shownPhase: phase }),
        ...(againAt && { paintAgainAt: againAt }),
      });
      if (!againAt) patch = patch.remove(['paintAgainAt']);
      if (hash) patch = patch.remove(['farewell']);
      const write = await patch
        .where(
          ({ expirationTime, paint }, { gt, eq }) =>
            `${gt(expirationTime, seconds())} AND ${eq(paint, number)}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async detach(sessionId, reason) {
      const write = await change(sessionId)
        .set({ detached: reason, farewell: reason })
        .where(
          ({ expirationTime, detached }, { gt, notExists }) =>
            `${gt(expirationTime, seconds())} AND ${notExists(detached)}`,
        )
        .go(CONDITIONAL);
      return !write.rejected;
    },

    async attach(sessionId) {
      await change(sessionId)
        .remove(['detached', 'shownHash'])
        .where(({ expirationTime }, { gt }) => gt(expirationTime, seconds()))
        .go(CONDITIONAL);
    },
  };
}
