import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/game/decide.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { addStories, renameStory } from '../../src/play/stories.ts';
import { type LocalStore, startLocalStore } from '../aws/dynamo/local-store.ts';
import { ADA, aSession, BO, CHANNEL, clickedAt, TEAM } from '../game/a-session.ts';

let local: LocalStore;
let sessionId: string;
beforeAll(async () => {
  local = await startLocalStore();
});
beforeEach(async () => {
  sessionId = ulid();
  const session = aSession({ sessionId });
  await local.store.createSession(
    session,
    session.order.map((number) => ({ number, title: `Story ${number}` })),
  );
});
afterAll(() => local.close());

const actor = (userId: string, step = 1) => ({
  userId,
  teamId: TEAM,
  channelId: CHANNEL,
  at: clickedAt(step),
});
async function session(): Promise<Session> {
  const found = await local.store.session(sessionId);
  if (!found) throw new Error('The session is gone');
  return found;
}
const add = async (userId: string, titles: string[], step?: number) =>
  addStories(
    local.store,
    local.clock.now,
    await session(),
    actor(userId, step),
    titles.map((title) => ({ title })),
  );
const command = (wish: Command) => control(local.store, local.clock.now, sessionId, actor(ADA, 9), wish);
const rename = async (userId: string, number: number, title: string) =>
  renameStory(local.store, await session(), actor(userId), { number, title });
const order = async () => (await local.store.session(sessionId))?.order;
const titles = async () => (await local.store.stories(sessionId)).map(({ title }) => title);

describe('Stories that are added', () => {
  it('should be played after the others, in their order', async () => {
    await add(ADA, ['Audit log', 'Dark mode']);
    expect(await order()).toEqual([1, 2, 3, 4, 5]);
    expect(await titles()).toEqual(['Story 1', 'Story 2', 'Story 3', 'Audit log', 'Dark mode']);
  });

  it('should keep their links', async () => {
    const story = { title: 'Audit log', link: 'https://tracker/PROJ-12' };
    await addStories(local.store, local.clock.now, await session(), actor(ADA), [story]);
    expect(await local.store.story(sessionId, 4)).toEqual({ number: 4, ...story });
  });

  it('should have numbers of their own, though several are added at once', async () => {
    await Promise.all([add(ADA, ['A', 'B'], 1), add(ADA, ['C', 'D'], 2), add(ADA, ['E'], 3)]);
    expect([...((await order()) ?? [])].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const stories = await local.store.stories(sessionId);
    expect(stories.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set((await titles()).slice(3))).toEqual(new Set(['A', 'B', 'C', 'D', 'E']));
  });

  it('should never reuse the number of a skipped one', async () => {
    await command({ kind: 'skip', story: 3 });
    await add(ADA, ['Audit log']);
    expect(await order()).toEqual([1, 2, 4]);
  });

  it.each([
    ['by anybody but the creator', BO, undefined, 'not_creator'],
    ['to a session that has ended', ADA, 'end', 'session_over'],
    ['to a session that is cancelled', ADA, 'cancel', 'session_over'],
  ] as const)('should be refused %s', async (_, userId, before, code) => {
    if (before) await command({ kind: before });
    expect(await add(userId, ['Audit log'])).toMatchObject({ refusal: { code } });
    expect(await order()).toEqual([1, 2, 3]);
  });
});

describe('A title that is changed', () => {
  it.each([
    ['the running story’s', 1],
    ['a later story’s', 3],
  ])('%s', async (_, number) => {
    expect(await rename(ADA, number, 'Better')).toMatchObject({ kind: 'done' });
    expect((await titles())[number - 1]).toBe('Better');
  });

  it.each([
    ['by anybody but the creator', BO, 1, undefined, 'not_creator'],
    ['of a story that is not there', ADA, 4, undefined, 'no_such_story'],
    ['once the session has ended', ADA, 1, 'end', 'session_over'],
    ['once the session is cancelled', ADA, 1, 'cancel', 'session_over'],
  ] as const)('is refused %s', async (_, userId, number, before, code) => {
    if (before) await command({ kind: before });
    expect(await rename(userId, number, 'Better')).toMatchObject({ refusal: { code } });
    expect(await titles()).not.toContain('Better');
  });
});
