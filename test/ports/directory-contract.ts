import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AFTERLIFE, LONGEST_LIFE } from '../../src/game/clock/lifetime.ts';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';
import { type ChannelSettings, DEFAULT_SETTINGS } from '../../src/game/settings.ts';
import type { Directory } from '../../src/ports/directory.ts';
import type { Store } from '../../src/ports/store.ts';
import { DAY, HOUR, SECOND } from '../../src/time.ts';
import type { ManualClock } from '../clock.ts';
import { aSession, aVoter, BO, CHANNEL, TEAM } from '../game/a-session.ts';

export interface DirectoryBackend {
  directory: Directory;
  store: Store;
  clock: ManualClock;
  close(): Promise<void>;
}

export const HISTORY_DAYS = 30;

let channels = 0;
const aChannel = () => ({ teamId: TEAM, channelId: `C0CHANNEL${++channels}` });

const finished = (changes: Partial<FinishedStory> & Pick<FinishedStory, 'finishedAt'>): FinishedStory => ({
  sessionId: '01JD0000000000000000000000',
  story: 1,
  version: 1,
  dropped: false,
  title: 'Add SSO login',
  deck: DECKS.fibonacci,
  estimate: '5',
  rounds: 1,
  cards: ['3', '5', '5'],
  ...changes,
});

/** What every directory promises, whatever it is kept in. */
export function directoryContract(name: string, start: () => Promise<DirectoryBackend>): void {
  describe(`The directory on ${name}`, () => {
    let backend: DirectoryBackend;
    beforeAll(async () => {
      backend = await start();
    });
    afterAll(() => backend.close());

    it('should know the defaults of a channel that has settled on nothing', async () => {
      expect(await backend.directory.settings(aChannel())).toEqual(DEFAULT_SETTINGS);
    });

    it('should write each version of a workspace’s share once, and forget it after a day', async () => {
      const { directory, clock } = backend;
      const times = { spentUntil: 5, queuedUntil: 7, putOff: 3, refusedAt: 4, retryUntil: 6 };
      const share = { version: 1, burst: 20, refusals: 1, ...times };
      expect(await directory.share('T0SHARING')).toBeUndefined();
      const saved = await Promise.all(
        [1, 2, 3].map((burst) => directory.saveShare('T0SHARING', { ...share, burst })),
      );
      expect(saved.filter(Boolean)).toHaveLength(1);
      expect(await directory.saveShare('T0SHARING', { ...share, version: 2 })).toBe(true);
      expect(await directory.saveShare('T0SHARING', share)).toBe(false);
      expect(await directory.share('T0SHARING')).toEqual({ ...share, version: 2 });
      expect(await directory.share('T0OTHER')).toBeUndefined();
      clock.advance(DAY);
      expect(await directory.share('T0SHARING')).toBeUndefined();
      expect(await directory.saveShare('T0SHARING', share)).toBe(true);
    });

    it('should give a claim to the first who asks, for an hour', async () => {
      const { directory, clock } = backend;
      const claims = await Promise.all([1, 2, 3].map(() => directory.claim('export#1')));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await directory.claim('export#2')).toBe(true);
      clock.advance(HOUR - SECOND);
      expect(await directory.claim('export#1')).toBe(false);
      clock.advance(SECOND);
      expect(await directory.claim('export#1')).toBe(true);
    });

    it('should read settings as they were saved last, each channel its own', async () => {
      const { directory, clock } = backend;
      const [here, there] = [aChannel(), aChannel()];
      const settings: ChannelSettings = {
        ...DEFAULT_SETTINGS,
        deck: { name: 'custom', title: 'Team', cards: ['1', '2', '☕'] },
        decks: [{ title: 'Team', cards: ['1', '2', '☕'] }],
        lobby: true,
        anonymous: true,
        references: false,
        timeLimit: 7_200_000,
        language: 'ja',
        timeZone: 'Asia/Tokyo',
        issueLinks: { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/$1' },
      };
      await directory.saveSettings(here, settings);
      clock.advance(400 * DAY);
      expect(await directory.settings(here)).toEqual(settings);
      expect(await directory.settings(there)).toEqual(DEFAULT_SETTINGS);
      await directory.saveSettings(here, DEFAULT_SETTINGS);
      expect(await directory.settings(here)).toEqual(DEFAULT_SETTINGS);
    });

    it('should know the token that is worth nothing any more, of each workspace its own, for a month', async () => {
      const { directory, clock } = backend;
      const [here, there] = ['T0HERE', 'T0THERE'];
      expect(await directory.deadToken(here)).toBeUndefined();
      await directory.saveDeadToken(here, 'one');
      await directory.saveDeadToken(here, 'two');
      expect(await directory.deadToken(here)).toBe('two');
      expect(await directory.deadToken(there)).toBeUndefined();
      clock.advance(30 * DAY + 1000);
      expect(await directory.deadToken(here)).toBeUndefined();
    });

    it('should list finished stories, the newest session first', async () => {
      const { directory, clock } = backend;
      const channel = aChannel();
      const at = { finishedAt: clock.now() };
      const older = finished({ ...at, link: 'https://tracker.example/1', ms: 9000 });
      const second = finished({ ...at, story: 2 });
      const newer = finished({ ...at, sessionId: '01JD0000000000000000000001' });
      for (const story of [second, newer, older]) await directory.record(channel, story);
      expect(await directory.history(channel)).toEqual([newer, second, older]);
      expect(await directory.history(channel, 2)).toEqual([newer, second]);
      expect(await directory.history(aChannel())).toEqual([]);
    });

    it('should never overwrite a newer version with an older one', async () => {
      const { directory, clock } = backend;
      const channel = aChannel();
      const newer = finished({ finishedAt: clock.now(), version: 7, estimate: '8' });
      await directory.record(channel, newer);
      await directory.record(channel, { ...newer, version: 6, estimate: '5' });
      expect(await directory.history(channel)).toEqual([newer]);
    });

    it('should not list what was dropped, or is older than its history goes back', async () => {
      const { directory, clock } = backend;
      const channel = aChannel();
      const at = { finishedAt: clock.now() };
      await directory.record(channel, finished(at));
      await directory.record(channel, finished({ ...at, story: 2 }));
      await directory.record(channel, finished({ ...at, story: 2, version: 2, dropped: true }));
      expect(await directory.history(channel)).toHaveLength(1);
      clock.advance(HISTORY_DAYS * DAY + 1000);
      expect(await directory.history(channel)).toEqual([]);
    });

    it('should list the sessions that run in a channel, the newest first, each channel its own', async () => {
      const { directory } = backend;
      const channel = aChannel();
      const ids = [0, 1, 2].map((number) => `01JD000000000000000000000${number}`);
      for (const sessionId of ids) await directory.listSession({ ...channel, sessionId }, 'running');
      expect(await directory.running(channel, 10)).toEqual(ids.toReversed());
      expect(await directory.running(channel, 2)).toEqual([ids[2], ids[1]]);
      expect(await directory.running(aChannel(), 10)).toEqual([]);
      await directory.listSession({ ...channel, sessionId: ids[1] ?? '' }, 'over');
      expect(await directory.running(channel, 2)).toEqual([ids[2], ids[0]]);
    });

    it('should list nothing again that is over, whoever comes late, nor what was never listed', async () => {
      const { directory } = backend;
      const session = { ...aChannel(), sessionId: '01JD0000000000000000000000' };
      await directory.listSession(session, 'running');
      await directory.listSession(session, 'running');
      await directory.listSession(session, 'over');
      await directory.listSession(session, 'running');
      expect(await directory.running(session, 10)).toEqual([]);
      const ended = { ...session, sessionId: '01JD0000000000000000000001' };
      await directory.listSession(ended, 'over');
      await directory.listSession(ended, 'running');
      expect(await directory.running(session, 10)).toEqual([]);
    });

    it('should list a session as long as there can be one', async () => {
      const { directory, clock } = backend;
      const session = { ...aChannel(), sessionId: ulid(clock.now()) };
      await directory.listSession(session, 'running');
      clock.advance(LONGEST_LIFE + AFTERLIFE - HOUR);
      expect(await directory.running(session, 10)).toHaveLength(1);
      clock.advance(2 * HOUR);
      expect(await directory.running(session, 10)).toEqual([]);
    });

    it('should keep for a month what it was told of somebody, and when', async () => {
      const { directory, clock } = backend;
      const bo = { teamId: TEAM, userId: `${BO}1` };
      expect(await directory.profile(bo)).toBeUndefined();
      await directory.saveProfile(bo, {});
      expect(await directory.profile(bo)).toEqual({ asOf: clock.now() });
      clock.advance(DAY);
      const profile = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo', name: 'Bo 🐟' };
      await directory.saveProfile(bo, profile);
      expect(await directory.profile(bo)).toEqual({ ...profile, asOf: clock.now() });
      clock.advance(31 * DAY);
      expect(await directory.profile(bo)).toBeUndefined();
    });

    it('should find the sessions that somebody has created or joined, newest first', async () => {
      const { directory, store } = backend;
      const [eve, zoe] = ['U0EVE', 'U0ZOE'];
      const start = async (creatorId: string) => {
        const session = aSession({ sessionId: ulid(), creatorId, channelId: CHANNEL });
        await store.createSession(session, []);
        await new Promise((resolve) => setTimeout(resolve, 2));
        return session;
      };
      const first = await start(eve);
      const second = await start(zoe);
      const third = await start(eve);
      await store.writeParticipant(first, aVoter(eve));
      await store.writeParticipant(second, aVoter(eve));
      const of = async (userId: string) => directory.sessionsOf({ teamId: TEAM, userId });
      expect(await of(eve)).toEqual([third, second, first].map(({ sessionId }) => sessionId));
      expect(await of(zoe)).toEqual([second.sessionId]);
      expect(await directory.sessionsOf({ teamId: 'T0OTHER', userId: eve })).toEqual([]);
      await store.commit(third, { creatorId: zoe }, 'hand-over');
      expect(await of(zoe)).toEqual([third.sessionId, second.sessionId]);
      expect(await of(eve)).toEqual([second.sessionId, first.sessionId]);
    });

    it('should remember whose the token is, as it was told last', async () => {
      const { directory } = backend;
      expect(await directory.tokenOwner()).toBeUndefined();
      await directory.saveTokenOwner({ teamId: 'T0ACME', enterpriseId: 'E0ACME' });
      expect(await directory.tokenOwner()).toEqual({ teamId: 'T0ACME', enterpriseId: 'E0ACME' });
      await directory.saveTokenOwner({ teamId: 'T0GLOBEX' });
      expect(await directory.tokenOwner()).toEqual({ teamId: 'T0GLOBEX' });
    });
  });
}
