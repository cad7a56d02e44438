import { expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { NO_MESSAGE } from '../../src/game/message.ts';
import type { PublishDeps } from '../../src/publish/deps.ts';
import { publishSession } from '../../src/publish/publish-session.ts';
import { noTurns } from '../../src/publish/turns.ts';
import { manualClock } from '../clock.ts';
import { aSession, BO, CHANNEL, clickedAt } from '../game/a-session.ts';
import { silent } from '../silent.ts';
import { Board, current } from './simulators/board.ts';
import { FifoQueue } from './simulators/fifo-queue.ts';
import { createMemoryDirectory } from './simulators/memory-directory.ts';
import { createMemoryStore } from './simulators/memory-store.ts';
import { Schedules } from './simulators/schedules.ts';

it('should not paint an older picture over a message that another publisher found up to date', async () => {
  const { now } = manualClock();
  const store = createMemoryStore({ now, sessionTtlHours: 1 });
  const board = new Board(now);
  const queue = new FifoQueue(now);
  const deps: PublishDeps = {
    store,
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
  const ts = posted.ok ? posted.value : '';
  const session = aSession({ status: 'lobby', message: { ...NO_MESSAGE, ts } });
  const { sessionId } = session;
  await store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
  await publishSession(deps, sessionId);
  const [message] = board.messages;
  const empty = message && current(message).text;

  // One publisher has read that Bo is in, and takes its time …
  let goOn = () => {};
  const resting = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const slow = {
    ...store,
    beginPaint: (...given: Parameters<typeof store.beginPaint>) =>
      resting.then(() => store.beginPaint(...given)),
  };
  await store.writeParticipant(session, { userId: BO, role: 'voter', at: clickedAt(1) });
  const sleeper = publishSession({ ...deps, store: slow, now: () => now() + 5000 }, sessionId);
  await new Promise(setImmediate);
  // … while he leaves again, and the same job is delivered to another, who finds nothing to do.
  await store.writeParticipant(session, { userId: BO, role: 'left', at: clickedAt(2) });
  expect(await publishSession(deps, sessionId, { redelivered: true })).toEqual({ kind: 'unchanged' });
  goOn();
  expect(await sleeper).toMatchObject({ kind: 'again', cause: 'race' });
  expect(message && current(message).text).toBe(empty);
});
