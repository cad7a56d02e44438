import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { Session } from '../../src/game/session.ts';
import { renameStory } from '../../src/play/stories.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { MINUTE } from '../../src/time.ts';
import { BO, CY, DEE, TEAM, withOptions } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

const first = { story: 1, round: 1 };

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const publish = ({ sessionId }: PostedSession) => publishSession(rig.deps, sessionId);

/** A session whose first story is revealed with these cards of Bo and Cy, and seen by the publisher. */
async function revealed(cards: readonly string[], changes: Partial<Session> = {}) {
  const times = [{ story: 1, startedAt: rig.local.clock.now() }];
  const session = await rig.start({ times, ...changes });
  await vote(session, cards);
  return session;
}

async function vote(session: PostedSession, cards: readonly string[]): Promise<void> {
  for (const [index, card] of cards.entries()) await session.vote([BO, CY, DEE][index] ?? '', card);
  rig.local.clock.advance(3 * MINUTE);
  const { story, round } = await session.read();
  await session.command({ kind: 'reveal', of: { story, round } });
  await publish(session);
}

/** What the history of the channel has of a session, latest story first. */
async function history({ sessionId, session: { channelId } }: PostedSession) {
  const all = await rig.deps.directory.history({ teamId: TEAM, channelId });
  return all.filter((entry) => entry.sessionId === sessionId);
}
const estimates = async (session: PostedSession) =>
  (await history(session)).map(({ story, estimate }) => [story, estimate]);

describe('The history of a channel', () => {
  it('should have a story as soon as it has an estimate', async () => {
    const session = await revealed(['8', '8']);
    expect(await history(session)).toEqual([
      {
        sessionId: session.sessionId,
        story: 1,
        title: `Story of ${session.sessionId}`,
        deck: DECKS.fibonacci,
        estimate: '8',
        rounds: 1,
        cards: ['8', '8'],
        version: 2,
        dropped: false,
        messageTs: (await session.read()).message?.ts,
        finishedAt: rig.local.clock.now(),
        ms: 3 * MINUTE,
      },
    ]);
  });

  it('should not have one that nobody has agreed on yet', async () => {
    const session = await revealed(['13', '5']);
    expect(await history(session)).toEqual([]);
    rig.local.clock.advance(MINUTE);
    await session.command({ kind: 'agree', of: first, card: '8' });
    await publish(session);
    expect(await history(session)).toMatchObject([{ estimate: '8', cards: ['5', '13'], ms: 4 * MINUTE }]);
  });

  it('should have what was agreed on last', async () => {
    const session = await revealed(['8', '8']);
    await session.command({ kind: 'agree', of: first, card: '13' });
    await publish(session);
    expect(await estimates(session)).toEqual([[1, '13']]);
  });

  it('should have a title that was changed afterwards', async () => {
    const session = await revealed(['8', '8']);
    const { store } = rig.deps;
    const read = await session.read();
    const { teamId, channelId, creatorId: userId } = read;
    const actor = { userId, teamId, channelId, at: rig.slack.core.clock.timestamp() };
    await renameStory(store, read, actor, { number: 1, title: 'Renamed' });
    await publish(session);
    expect(await history(session)).toMatchObject([{ title: 'Renamed', estimate: '8' }]);
  });

  it('should lose a story that the team votes on again without agreeing', async () => {
    const session = await revealed(['8', '8']);
    await session.command({ kind: 'voteAgain', of: first });
    await publish(session);
    await vote(session, ['5', '13']);
    expect(await history(session)).toEqual([]);
    await session.command({ kind: 'agree', of: { story: 1, round: 2 }, card: '8' });
    await publish(session);
    expect(await history(session)).toMatchObject([{ estimate: '8', rounds: 2, cards: ['5', '13'] }]);
  });

  it('should lose all stories of a session that is cancelled', async () => {
    const session = await revealed(['8', '8']);
    await session.command({ kind: 'next', of: first });
    await vote(session, ['3', '3']);
    expect(await estimates(session)).toEqual([
      [2, '3'],
      [1, '8'],
    ]);
    await session.command({ kind: 'cancel' });
    await publish(session);
    expect(await history(session)).toEqual([]);
  });

  it('should keep them when the session ends, and have nothing of those that were not revealed', async () => {
    const session = await revealed(['8', '8']);
    await session.command({ kind: 'next', of: first });
    await session.vote(BO, '5');
    await publish(session);
    await session.command({ kind: 'end' });
    await publish(session);
    expect(await estimates(session)).toEqual([[1, '8']]);
  });

  it('should have a story though the next one began before anybody looked', async () => {
    const session = await revealed(['5', '8']);
    await session.command({ kind: 'agree', of: first, card: '8' });
    await session.command({ kind: 'next', of: first });
    await publish(session);
    expect(await estimates(session)).toEqual([[1, '8']]);
  });

  it('should have all stories though nobody looked while several of them were estimated', async () => {
    const session = await rig.start({ order: [1, 2, 3], lastStory: 3 });
    for (const [story, card] of [
      [1, '8'],
      [2, '3'],
    ] as const) {
      const of = { story, round: 1 };
      await session.vote(BO, card);
      await session.vote(CY, card);
      await session.command({ kind: 'reveal', of });
      await session.command({ kind: 'next', of });
    }
    await publish(session);
    expect(await estimates(session)).toEqual([
      [2, '3'],
      [1, '8'],
    ]);
  });

  it('should lose a story that is skipped instead of voted on again', async () => {
    const session = await revealed(['8', '8'], { order: [1, 2], lastStory: 2 });
    await session.command({ kind: 'voteAgain', of: first });
    await publish(session);
    await session.command({ kind: 'skip', story: 1 });
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', story: 2 });
    expect(await history(session)).toEqual([]);
  });

  it('should lose it behind another story, too, whose estimate stays', async () => {
    const session = await revealed(['8', '8'], { order: [1, 2, 3], lastStory: 3 });
    await session.command({ kind: 'next', of: first });
    await vote(session, ['3', '3']);
    await session.command({ kind: 'voteAgain', of: { story: 2, round: 1 } });
    await publish(session);
    await session.command({ kind: 'skip', story: 2 });
    await publish(session);
    expect(await session.read()).toMatchObject({ status: 'voting', story: 3 });
    expect(await estimates(session)).toEqual([[1, '8']]);
  });

  it('should not have names, nor anything that tells whose card it was', async () => {
    const session = await revealed(['13', '3', '8'], withOptions({ anonymous: true, reasons: true }));
    await session.command({ kind: 'agree', of: first, card: '8' });
    await publish(session);
    const [entry] = await history(session);
    expect(entry?.cards).toEqual(['3', '8', '13']);
    for (const voter of [BO, CY]) expect(JSON.stringify(entry)).not.toContain(voter);
  });
});

describe('The publisher', () => {
  /** It, and which stories it has written into the history. */
  function watched() {
    const { directory } = rig.deps;
    const records: string[] = [];
    const record: typeof directory.record = async (channel, story) => {
      records.push(`${story.story} v${story.version}`);
      await directory.record(channel, story);
    };
    return { records, deps: { ...rig.deps, directory: { ...directory, record } } };
  }

  it('should write once for each version of the session', async () => {
    const session = await rig.start();
    await session.vote(BO, '8');
    await session.command({ kind: 'reveal', of: first });
    const { deps, records } = watched();
    for (let looks = 0; looks < 3; looks++) await publishSession(deps, session.sessionId);
    expect(records).toEqual(['1 v2']);
    await session.command({ kind: 'agree', of: first, card: '5' });
    for (let looks = 0; looks < 3; looks++) await publishSession(deps, session.sessionId);
    expect(records).toEqual(['1 v2', '1 v3']);
  });

  it('should write again if it died before it could remember that', async () => {
    const session = await rig.start();
    await session.vote(BO, '8');
    await session.vote(CY, '8');
    await session.command({ kind: 'reveal', of: first });
    const forgetful = { ...rig.deps.store, markArchived: () => Promise.reject(new Error('crash')) };
    const deps = { ...rig.deps, store: forgetful };
    await expect(publishSession(deps, session.sessionId)).rejects.toThrow('crash');
    const again = watched();
    await publishSession(again.deps, session.sessionId);
    expect(again.records).toEqual(['1 v2']);
    expect(await estimates(session)).toEqual([[1, '8']]);
  });

  it('should show a result before it goes into the history, and though that can’t be written', async () => {
    const session = await rig.start();
    await session.vote(BO, '8');
    await session.vote(CY, '8');
    await session.command({ kind: 'reveal', of: first });
    const { directory } = rig.deps;
    const broken = { ...directory, record: () => Promise.reject(new Error('no table')) };
    const deps = { ...rig.deps, directory: broken };
    await expect(publishSession(deps, session.sessionId)).rejects.toThrow('no table');
    expect(session.text()).toContain('consensus on 8');
    // And is not thought to be written: the next look makes up for it.
    await publish(session);
    expect(await estimates(session)).toEqual([[1, '8']]);
  });

  it('should not put an older state in place of a newer one', async () => {
    const session = await revealed(['8', '8']);
    const older = await session.read();
    await session.command({ kind: 'agree', of: first, card: '13' });
    await publish(session);
    // A publisher that has slept since then.
    const { directory } = rig.deps;
    const [entry] = await history(session);
    if (entry) await directory.record(older, { ...entry, estimate: '8', version: older.version });
    expect(await estimates(session)).toEqual([[1, '13']]);
  });
});
