import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chat } from '../../src/ports/chat.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { people } from '../blocks/boards.ts';
import { ADA, BO, CY, TEAM } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from './rig.ts';

/** What a call to Slack takes, in ms. */
const LATENCY = 100;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

type Event = [at: number, happens: () => Promise<void>];

/** One publisher after the other, as the queue has it, while things happen at their times (ms from now). */
async function play(session: PostedSession, events: readonly Event[]): Promise<void> {
  const { clock } = rig.local;
  const began = clock.now();
  const coming = events.toSorted(([a], [b]) => a - b);
  /** Lets time pass, with all that happens in it. */
  async function pass(until: number): Promise<void> {
    for (let [next] = coming; next && began + next[0] <= until; [next] = coming) {
      clock.set(Math.max(clock.now(), began + next[0]));
      coming.shift();
      await next[1]();
    }
    clock.set(Math.max(clock.now(), until));
  }
  const slack = rig.deps.chats.for(TEAM);
  const chat: Chat = {
    ...slack,
    async update(...message) {
      const updated = await slack.update(...message);
      await pass(clock.now() + LATENCY);
      return updated;
    },
  };
  const deps: PublishDeps = {
    ...rig.deps,
    chats: { for: () => chat },
    sleep: (ms) => pass(clock.now() + ms),
  };
  for (;;) {
    const { kind } = await publishSession(deps, session.sessionId);
    if (kind !== 'unchanged') continue;
    if (!coming[0]) return;
    await pass(began + coming[0][0]);
  }
}

/** People who vote one after another, `apart` ms after each other. */
const votes = (session: PostedSession, count: number, apart: number): Event[] =>
  people(count).map((userId, n) => [n * apart, () => session.vote(userId, '5')]);

describe('A burst of votes', () => {
  it('should be shown in at most eight updates when a hundred people vote in five seconds', async () => {
    const session = await rig.start();
    const began = rig.local.clock.now();
    await play(session, votes(session, 100, 50));
    expect(session.updates().length).toBeGreaterThanOrEqual(3);
    expect(session.updates().length).toBeLessThanOrEqual(8);
    expect(session.text()).toContain('100 voted');
    expect(rig.local.clock.now() - began).toBeLessThanOrEqual(5000 + 1500);
  });

  it('should be shown from its first vote on, and then once a second at most', async () => {
    const session = await rig.start();
    const began = rig.local.clock.now();
    await play(session, votes(session, 20, 200));
    const updates = session.updates();
    expect(updates[0]).toBe(began);
    const gaps = updates.slice(1).map((at, n) => at - (updates[n] ?? 0));
    expect(gaps.length).toBeGreaterThan(2);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1000);
  });

  it('should be shown ever less often while it lasts, but as soon as it has come to rest', async () => {
    const session = await rig.start();
    await play(session, votes(session, 60, 200));
    const last = 59 * 200;
    expect(session.updates().length).toBeLessThanOrEqual(9);
    const began = session.updates()[0] ?? 0;
    expect((session.updates().at(-1) ?? 0) - began - last).toBeLessThanOrEqual(1000);
    expect(session.text()).toContain('60 voted');
  });
});

describe('A new phase', () => {
  it('should be shown at once, after however many updates', async () => {
    const session = await rig.start();
    const hasty: PublishDeps = { ...rig.deps, sleep: () => Promise.reject(new Error('waited')) };
    for (const userId of people(8)) {
      await session.vote(userId, '5');
      await publishSession(rig.deps, session.sessionId);
    }
    await session.vote(ADA, '8');
    await expect(publishSession(hasty, session.sessionId)).rejects.toThrow('waited');
    const of = { story: 1, round: 1 };
    for (const [command, shown] of [
      [{ kind: 'reveal', of }, 'median 5'],
      [{ kind: 'voteAgain', of }, 'round 2'],
      [{ kind: 'end' }, 'Estimation done'],
    ] as const) {
      await session.command(command);
      expect(await publishSession(hasty, session.sessionId)).toMatchObject({ kind: 'painted' });
      expect(session.text()).toContain(shown);
    }
  });
});

describe('A container whose clock is 20 s ahead', () => {
  it('should keep the next change waiting no longer than any other does', async () => {
    const session = await rig.start();
    const { clock } = rig.local;
    await session.vote(BO, '5');
    await publishSession({ ...rig.deps, now: () => clock.now() + 20_000 }, session.sessionId);
    await session.vote(CY, '5');
    const began = clock.now();
    expect(await publishSession(rig.deps, session.sessionId)).toMatchObject({ kind: 'painted' });
    expect(clock.now() - began).toBeLessThanOrEqual(1000);
    expect(session.text()).toContain('2 voted');
  });
});
