import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECKS } from '../../src/game/deck/deck.ts';
import { ERASED } from '../../src/game/erased.ts';
import { DEFAULT_SETTINGS } from '../../src/game/settings.ts';
import { eraseChannel, erasePerson } from '../../src/play/erase.ts';
import type { Erasure } from '../../src/ports/erasure.ts';
import { ADA, aSession, aSlot, aVoter, BO, CY, clickedAt, TEAM } from '../game/a-session.ts';
import type { DirectoryBackend } from './directory-contract.ts';

interface ErasureBackend extends DirectoryBackend {
  erasure: Erasure;
}

const settled = async () => {};
const ROUNDS = [
  { story: 1, round: 1 },
  { story: 1, round: 2 },
  { story: 12, round: 1 },
];
const [FIRST, , RUNNING] = ROUNDS as [(typeof ROUNDS)[0], (typeof ROUNDS)[0], (typeof ROUNDS)[0]];

/** What every erasure promises, whatever things are kept in. */
export function erasureContract(name: string, start: () => Promise<ErasureBackend>): void {
  describe(`The erasure in ${name}`, () => {
    let backend: ErasureBackend;
    beforeAll(async () => {
      backend = await start();
    });
    afterAll(() => backend.close());

    let channels = 0;
    /** A session of Ada's, in a channel of its own, with cards and reasons of all three in every round; one is frozen. */
    async function played() {
      const { store } = backend;
      const session = aSession({ sessionId: ulid(), channelId: `C0ERASED${++channels}` });
      const { sessionId, channelId } = session;
      await store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
      for (const userId of [ADA, BO, CY]) {
        await store.writeParticipant(session, aVoter(userId));
        for (const of of ROUNDS) {
          await store.writeSlot(sessionId, aSlot({ ...of, userId, channelId }));
          await store.writeReason(session, {
            ...of,
            userId,
            card: '5',
            text: `by ${userId}`,
            at: clickedAt(1),
          });
        }
      }
      const vote = (userId: string) => ({ userId, card: '5', at: clickedAt(1), reason: `by ${userId}` });
      await store.createResult(session, { ...FIRST, votes: [ADA, BO, CY].map(vote) });
      return { session, vote };
    }

    const everything = async (sessionId: string) => {
      const { store } = backend;
      const ofRounds = ROUNDS.flatMap((of) => [store.slots(sessionId, of), store.reasons(sessionId, of)]);
      const all = [
        store.session(sessionId),
        store.participants(sessionId),
        store.results(sessionId),
        ...ofRounds,
      ];
      return Promise.all(all);
    };

    it('should leave a person’s cards in results, and nothing else of them', async () => {
      const { store, directory } = backend;
      const { session, vote } = await played();
      const { sessionId, teamId } = session;
      const bo = { teamId, userId: BO };
      await directory.saveProfile(bo, { name: 'Bo' });
      expect(await erasePerson(still(), bo)).toBeGreaterThan(0);
      expect(JSON.stringify(await everything(sessionId))).not.toContain(BO);
      expect(await store.results(sessionId)).toEqual([
        { ...FIRST, votes: [vote(ADA), { userId: ERASED, card: '5', at: clickedAt(1) }, vote(CY)] },
      ]);
      expect(await directory.profile(bo)).toBeUndefined();
      expect(await directory.sessionsOf(bo)).toEqual([]);
    });

    it('should leave all of the others’, and other sessions alone', async () => {
      const { store } = backend;
      const { session } = await played();
      const { sessionId } = session;
      const before = await store.session(sessionId);
      await backend.erasure.takeOut({ teamId: TEAM, userId: BO }, sessionId);
      expect(await store.session(sessionId)).toEqual(before);
      const names = (of: readonly { userId: string }[]) => of.map(({ userId }) => userId);
      expect(names(await store.participants(sessionId))).toEqual([ADA, CY]);
      for (const of of ROUNDS) {
        expect(names(await store.slots(sessionId, of))).toEqual([ADA, CY]);
        expect(names(await store.reasons(sessionId, of))).toEqual([ADA, CY]);
      }
    });

    it('should leave a session without its creator’s name, as a change that nobody overlooks', async () => {
      const { store, directory } = backend;
      const { session } = await played();
      const { sessionId, teamId } = session;
      const read = await store.session(sessionId);
      await erasePerson(still(), { teamId, userId: ADA });
      const { hostName: _, ...rest } = read ?? session;
      expect(await store.session(sessionId)).toEqual({
        ...rest,
        creatorId: ERASED,
        version: session.version + 1,
      });
      expect(JSON.stringify(await everything(sessionId))).not.toContain(ADA);
      expect(await directory.sessionsOf({ teamId, userId: ADA })).toEqual([]);
      expect(await store.commit(read ?? session, { story: 2 }, 'late')).toBe(false);
    });

    it('should erase two people from one session, each with their card', async () => {
      const { store } = backend;
      const { session } = await played();
      for (const userId of [BO, CY, BO]) {
        await backend.erasure.takeOut({ teamId: TEAM, userId }, session.sessionId);
      }
      const [{ votes } = { votes: [] }] = await store.results(session.sessionId);
      expect(votes.map(({ userId, card }) => [userId, card])).toEqual([
        [ADA, '5'],
        [ERASED, '5'],
        [ERASED, '5'],
      ]);
    });

    it('should find what was frozen meanwhile from what was there before', async () => {
      const { store } = backend;
      const { session, vote } = await played();
      const freezing = async () => {
        await store.createResult(session, { ...RUNNING, votes: [vote(BO)] });
      };
      await erasePerson({ ...backend, settled: freezing }, { teamId: TEAM, userId: BO });
      expect((await store.result(session.sessionId, RUNNING))?.votes).toMatchObject([{ userId: ERASED }]);
    });

    it('should forget a channel’s sessions, settings and history, and no other channel’s', async () => {
      const { store, directory, clock } = backend;
      const [here, there] = [await played(), await played()];
      for (const { session } of [here, there]) {
        const { sessionId } = session;
        await directory.saveSettings(session, { ...DEFAULT_SETTINGS, lobby: true });
        await directory.listSession(session, 'running');
        const of = { sessionId, story: 1, version: 1, dropped: false, title: 'Add SSO login', estimate: '5' };
        const finishedAt = clock.now();
        await directory.record(session, {
          ...of,
          deck: DECKS.fibonacci,
          rounds: 1,
          cards: ['5'],
          finishedAt,
        });
      }
      const kept = await everything(there.session.sessionId);
      expect(await eraseChannel(still(), here.session)).toBe(1);
      expect((await everything(here.session.sessionId)).flat()).toEqual([undefined]);
      expect(await store.stories(here.session.sessionId)).toEqual([]);
      expect(await directory.settings(here.session)).toEqual(DEFAULT_SETTINGS);
      expect(await directory.history(here.session)).toEqual([]);
      expect(await directory.running(here.session, 10)).toEqual([]);
      expect(await everything(there.session.sessionId)).toEqual(kept);
      expect(await directory.history(there.session)).toHaveLength(1);
      expect(await directory.settings(there.session)).toMatchObject({ lobby: true });
      expect(await directory.running(there.session, 10)).toHaveLength(1);
    });

    const still = () => ({ ...backend, settled });
  });
}
