import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDynamoEstate } from '../../src/aws/dynamo/dynamo-estate.ts';
import type { FinishedStory } from '../../src/game/round/history.ts';
import type { Session } from '../../src/game/session.ts';
import { DEFAULT_SETTINGS } from '../../src/game/settings.ts';
import { type House, move, NotMoved } from '../../src/play/move.ts';
import type { Job } from '../../src/ports/job.ts';
import { createSqliteEstate } from '../../src/sqlite/sqlite-estate.ts';
import { epochSeconds, HOUR, MINUTE } from '../../src/time.ts';
import { startLocalStore } from '../aws/dynamo/local-store.ts';
import { manualClock } from '../clock.ts';
import {
  aSession,
  aSlot,
  aVoter,
  BO,
  CHANNEL,
  CY,
  clickedAt,
  DEE,
  MESSAGE,
  TEAM,
} from '../game/a-session.ts';
import { startSqlite } from '../sqlite/local-folder.ts';

type Kind = 'DynamoDB' | 'SQLite';

let houses: Record<Kind, House & { close(): Promise<void> }>;
let now: number;
let sent: Job[];
const queue = { send: async (jobs: readonly Job[]) => void sent.push(...jobs) };
beforeEach(async () => {
  const clock = manualClock();
  const [dynamo, sqlite] = [await startLocalStore(clock), await startSqlite(clock)];
  houses = {
    DynamoDB: { ...dynamo, estate: createDynamoEstate({ ...dynamo, now: clock.now }) },
    SQLite: { ...sqlite, estate: createSqliteEstate(sqlite.database) },
  };
  now = clock.now();
  sent = [];
});
afterEach(() => Promise.all(Object.values(houses).map(({ close }) => close())));

const ROUNDS = [
  { story: 1, round: 1 },
  { story: 2, round: 1 },
];
const channel = { teamId: TEAM, channelId: CHANNEL };
const finished = (): FinishedStory => ({
  sessionId: ulid(),
  story: 1,
  version: 3,
  dropped: false,
  title: 'Rotate keys',
  deck: aSession().deck,
  rounds: 1,
  cards: ['5'],
  finishedAt: now,
});

/** A session in its second story that has all that a session can have at once, times in the future. */
async function lived({ store, directory, estate }: House, changes: Partial<Session> = {}): Promise<Session> {
  const session = aSession({
    sessionId: ulid(),
    message: {
      ts: MESSAGE,
      former: ['1699999999.000100'],
      retiring: ['1699999999.000100'],
      answer: { url: 'https://slack/1', at: now, uses: 1, messageTs: MESSAGE, clickedAt: clickedAt(2) },
    },
    story: 2,
    unfrozen: ['2#1'],
    deadlineAt: now + HOUR,
    revealAt: now + 5000,
    rosterVersion: 2,
    createdAt: now,
    expiresAt: now + 2 * HOUR,
    endsAt: now + 9 * HOUR,
    expirationTime: epochSeconds(now + 2 * HOUR),
    published: {
      paint: {
        number: 7,
        painting: false,
        at: now,
        streak: 2,
        hash: 'abc',
        phase: 'voting',
        againAt: now + 9000,
      },
      archived: 1,
      announced: 'voted 2#1',
      scheduledFor: now + HOUR,
      looksAt: now + 2 * HOUR,
      listed: 'running',
      trouble: { tries: 2, nextAt: now + MINUTE, refused: 'def' },
    },
    ...changes,
  });
  const { sessionId } = session;
  await estate.putSession(session);
  await store.putStories(session, [
    { number: 1, title: 'Add SSO login', link: 'https://example.org/1' },
    { number: 2, title: 'Add audit log' },
  ]);
  await store.writeParticipant(session, { ...aVoter(DEE), external: true });
  for (const of of ROUNDS) {
    await store.writeSlot(sessionId, aSlot({ ...of, userId: BO }));
    await store.writeSlot(sessionId, aSlot({ ...of, userId: CY, out: 'left' }));
    await store.writeReason(session, { ...of, userId: BO, card: '5', text: 'Legacy', at: clickedAt(1) });
  }
  await store.createResult(session, {
    story: 1,
    round: 1,
    votes: [{ userId: BO, card: '5', at: clickedAt(1), reason: 'Legacy' }],
  });
  await directory.saveSettings(channel, { ...DEFAULT_SETTINGS, lobby: true, timeLimit: HOUR });
  return session;
}

/** All that a house has of it. */
async function everythingOf({ store, directory, estate }: House, { sessionId }: Session) {
  return {
    stories: await store.stories(sessionId),
    people: await store.participants(sessionId),
    slots: await estate.slotsOf(sessionId),
    reasons: await estate.reasonsOf(sessionId),
    results: await store.results(sessionId),
    settings: await directory.settings(channel),
    history: await directory.history(channel),
    theirs: await directory.sessionsOf({ teamId: TEAM, userId: DEE }),
  };
}

describe.each<[Kind, Kind]>([
  ['DynamoDB', 'SQLite'],
  ['SQLite', 'DynamoDB'],
])('Moving from %s to %s', (source, target) => {
  it('should bring all of a session, its lifetime, the settings and the history, also when done again', async () => {
    const [from, to] = [houses[source], houses[target]];
    const session = await lived(from);
    await from.directory.record(channel, finished());
    const before = await everythingOf(from, session);
    expect(before).toMatchObject({ slots: { length: 4 }, reasons: { length: 2 }, history: { length: 1 } });
    for (const _ of ['once', 'again']) {
      expect(await move(from, { ...to, queue })).toEqual({ sessions: 1, open: 1, channels: 1 });
      expect(await everythingOf(to, session)).toEqual(before);
      const { listed: _, scheduledFor: __, looksAt: ___, ...published } = session.published;
      expect(await to.store.session(session.sessionId)).toEqual({ ...session, published });
    }
    expect(await from.store.session(session.sessionId)).toEqual(session);
  });

  it('should have each session that goes on looked at, at once and when it is due, and no other', async () => {
    const from = houses[source];
    const { sessionId, teamId } = await lived(from);
    await lived(from, { status: 'ended' });
    await move(from, { ...houses[target], queue });
    const timer = (dueAt: number) => ({ kind: 'timer', sessionId, teamId, dueAt });
    expect(sent).toEqual([
      { kind: 'changed', sessionId, teamId },
      timer(now + 5000),
      timer(now + 9000),
      timer(now + MINUTE),
    ]);
  });

  it('should be refused where sessions are newer, or unknown here, and change nothing', async () => {
    const [from, to] = [houses[source], houses[target]];
    const session = await lived(from);
    await lived(to);
    await expect(move(from, { ...to, queue })).rejects.toThrow(/^1 of the 1 sessions there/);
    await to.estate.putSession({ ...session, version: 2 });
    await expect(move(from, { ...to, queue })).rejects.toThrow(NotMoved);
    expect(await to.store.session(session.sessionId)).toMatchObject({ version: 2 });
    expect(sent).toEqual([]);
  });

  it('should leave nothing of what was there of a session before', async () => {
    const [from, to] = [houses[source], houses[target]];
    const session = await lived(from);
    await to.store.writeSlot(session.sessionId, aSlot({ userId: 'U0GONE' }));
    await to.directory.record(channel, finished());
    await to.estate.putSession(session);
    await move(from, { ...to, queue });
    expect(await everythingOf(to, session)).toEqual(await everythingOf(from, session));
  });
});
