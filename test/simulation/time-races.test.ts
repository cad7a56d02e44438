import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { NO_MESSAGE } from '../../src/game/message.ts';
import { NOTHING_PUBLISHED } from '../../src/game/published.ts';
import type { Session } from '../../src/game/session.ts';
import { control } from '../../src/play/control.ts';
import { giveReason } from '../../src/play/reasons.ts';
import { castVote } from '../../src/play/voting.ts';
import type { Store } from '../../src/ports/store.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { noTurns } from '../../src/publish/turns.ts';
import { manualClock } from '../clock.ts';
import { ADA, aSession, aSlot, BO, CHANNEL, CY, clickedAt, TEAM, withOptions } from '../game/a-session.ts';
import { inEveryOrder } from '../play/interleaving.ts';
import { silent } from '../silent.ts';
import { Board } from './simulators/board.ts';
import { FifoQueue } from './simulators/fifo-queue.ts';
import { createMemoryDirectory } from './simulators/memory-directory.ts';
import { createMemoryStore } from './simulators/memory-store.ts';
import { Schedules } from './simulators/schedules.ts';

/** A clock has run out, and the publisher looks, while people act: every order of their calls of the store. */

const of = { story: 1, round: 1 };
const { now } = manualClock();
const store = createMemoryStore({ now, sessionTtlHours: 1 });

/** A round whose time is over, with a 3 of Bo's and a 5 of Cy's; and what happens to it through `gated`. */
async function start(gated: Store, changes: Partial<Session>) {
  const board = new Board(now);
  const queue = new FifoQueue(now);
  const deps: PublishDeps = {
    store: gated,
    chats: { for: () => board },
    queue,
    turns: noTurns,
    paintsThroughClicks: false,
    scheduler: new Schedules(queue, now),
    log: silent,
    metrics: { count() {} },
    now,
    sleep: async () => {},
    render,
    moved: renderMoved,
    directory: createMemoryDirectory({ now, historyDays: 1, sessionsOf: () => [] }),
    tell: async (notice) => noticeLine(notice, translator('en')),
  };
  const posted = await board.post(CHANNEL, { text: 'new', blocks: [] });
  const messageTs = posted.ok ? posted.value : '';
  const sessionId = ulid();
  const message = { ...NO_MESSAGE, ts: messageTs };
  const session = aSession({
    ...{ sessionId, message, ...withOptions({ reasons: true }), ...changes },
    // That it is listed, and looked at once it may have expired, is seen to already: fewer calls, fewer orders.
    published: { ...NOTHING_PUBLISHED, ...changes.published, listed: 'running', looksAt: now() + 1 },
  });
  await store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
  for (const [userId, card] of [
    [BO, '3'],
    [CY, '5'],
  ] as const) {
    await store.writeSlot(sessionId, aSlot({ userId, card, messageTs, at: clickedAt(1) }));
  }
  const by = { sessionId, teamId: TEAM, channelId: CHANNEL };
  const bo = { ...by, userId: BO, messageTs, at: clickedAt(2) };
  return {
    publish: () => publishSession(deps, sessionId),
    vote: (card: string) => castVote(gated, bo, of, card),
    explain: (card: string, text: string) =>
      giveReason(gated, { ...by, ...of, userId: BO, card }, { text, at: clickedAt(2) }),
    reveal: (step: number) =>
      control(gated, now, sessionId, { ...bo, userId: ADA, at: clickedAt(step) }, { kind: 'reveal', of }),
    /** Bo's vote in the result, and how often the session has changed, once everything is at rest. */
    async end() {
      await publishSession({ ...deps, store }, sessionId);
      const votes = (await store.result(sessionId, of))?.votes ?? [];
      const { status, version } = (await store.session(sessionId)) ?? session;
      return { status, version, bo: votes.find(({ userId }) => userId === BO) };
    },
  };
}

const countdown = { revealAt: now() };
const deadline = {
  deadlineAt: now(),
  published: { ...NOTHING_PUBLISHED, scheduledFor: now() },
};

describe('When a clock has run out', () => {
  it('should count a vote exactly if its voter is told so', async () => {
    const answers = new Set<string>();
    const orders = await inEveryOrder(store, async (gated) => {
      const { publish, vote, end } = await start(gated, countdown);
      const [answer] = await Promise.all([vote('8'), publish()]);
      const { status, bo } = await end();
      expect(status).toBe('revealed');
      const counts = answer.kind === 'counts' || answer.kind === 'counted';
      expect(bo?.card).toBe(counts ? '8' : '3');
      answers.add(answer.kind);
    });
    expect(orders).toBeGreaterThan(50);
    expect([...answers].sort()).toEqual(['counted', 'counts', 'too_late']);
  });

  it('should show a reason exactly if its author is told so', async () => {
    const answers = new Set<string>();
    const orders = await inEveryOrder(store, async (gated) => {
      const { publish, explain, end } = await start(gated, countdown);
      const [answer] = await Promise.all([explain('3', 'like last time'), publish()]);
      const { bo } = await end();
      expect(bo?.reason).toBe(answer.kind === 'kept' ? 'like last time' : undefined);
      answers.add(answer.kind === 'refusal' ? answer.refusal.code : answer.kind);
    });
    expect(orders).toBeGreaterThan(50);
    expect([...answers].sort()).toEqual(['kept', 'reason_too_late']);
  });

  it('should reveal once, though the creator does so at the same moment', async () => {
    const orders = await inEveryOrder(store, async (gated) => {
      const { publish, reveal, end } = await start(gated, deadline);
      const [revealed] = await Promise.all([reveal(3), publish()]);
      expect(revealed.kind).toBe('done');
      expect(await end()).toMatchObject({ status: 'revealed', version: 2, bo: { card: '3' } });
    });
    expect(orders).toBeGreaterThan(20);
  });
});
