import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SECOND } from '../../../src/time.ts';
import { inspectQueue } from '../../../stand-ins/aws/queue-state.ts';
import { BO } from '../../game/a-session.ts';
import { changed } from '../../ports/queue-contract.ts';
import { type PostedSession, type Rig, startRig } from '../../publish/rig.ts';
import { loose, recordOf, sent } from './records.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterEach(() => {
  rig.logged.length = 0;
});
afterAll(() => rig.close());

/** The messages that were put back, by group: in how many seconds they return. */
async function putBack(): Promise<Record<string, number>> {
  const { invisible } = await inspectQueue(rig.queue.sqs.endpoint, rig.queue.sqs.queueUrl);
  return Object.fromEntries(
    invisible.map(({ groupId, returnsAt }) => [groupId, Math.round((returnsAt - Date.now()) / SECOND)]),
  );
}

/** Two sessions that have changed, and a batch that says so: the first one's twice. */
async function twoChanged() {
  const [a, b] = [await rig.start(), await rig.start()];
  await a.vote(BO, '5');
  await b.vote(BO, '5');
  const [a1, b1] = await sent(rig.queue, [changed(a.sessionId), changed(b.sessionId)]);
  if (!a1 || !b1) throw new Error('not received');
  const a2 = loose(changed(a.sessionId));
  return { a, b, a1, a2, b1, batch: [a1, a2, b1] };
}

const failUpdatesOf = ({ session }: PostedSession, failure: object) =>
  rig.slack.intercept((method, { ts }) =>
    method === 'chat.update' && ts === session.message.ts ? failure : undefined,
  );

const isShown = (session: PostedSession) => session.text().includes('1 voted');

describe('A batch', () => {
  it('should show each session once, however often it has changed', async () => {
    const { a, b, batch } = await twoChanged();
    expect(await rig.handle(batch)).toEqual([]);
    expect([a, b].map(isShown)).toEqual([true, true]);
    expect([a, b].map((session) => session.updates().length)).toEqual([1, 1]);
  });

  it('should put back the first message alone of a session that failed, and soon', async () => {
    const { a, b, a1, batch } = await twoChanged();
    const stop = failUpdatesOf(a, { body: { ok: false, error: 'internal_error' } });
    expect(await rig.handle(batch)).toEqual([a1.messageId]);
    stop();
    expect([a, b].map(isShown)).toEqual([false, true]);
    const back = await putBack();
    expect(back[`session/${a.sessionId}`]).toBeLessThanOrEqual(2);
    expect(rig.logged.join('\n')).toContain('internal_error');
  });

  it('should send a timer for a rate-limited session, which holds up no click, without an error', async () => {
    const { a, b, batch } = await twoChanged();
    const headers = { 'Retry-After': '17' };
    const stop = failUpdatesOf(a, { status: 429, headers, body: { ok: false, error: 'ratelimited' } });
    const limitedAt = rig.deps.now();
    expect(await rig.handle(batch)).toEqual([]);
    stop();
    expect([a, b].map(isShown)).toEqual([false, true]);
    const dueAt = expect.toSatisfy((at) => at >= limitedAt + 17 * SECOND && at < limitedAt + 19 * SECOND);
    expect(await rig.jobs()).toContainEqual(
      expect.objectContaining({ kind: 'timer', sessionId: a.sessionId, dueAt }),
    );
    expect(await rig.handle([loose(changed(a.sessionId))])).toEqual([]);
    expect(isShown(a)).toBe(true);
    expect(rig.logged.join('\n')).not.toMatch(/^error/m);
  });

  it('should not let one session’s slow update hold up another', async () => {
    const { a, b, batch } = await twoChanged();
    const stop = failUpdatesOf(a, { delayMs: 200 });
    const handling = rig.handle(batch);
    await rig.slack.until(() => isShown(b));
    expect(isShown(a)).toBe(false);
    expect(await handling).toEqual([]);
    stop();
    expect(isShown(a)).toBe(true);
  });

  it('should outlive a broken store, for one session as for another', async () => {
    const { a, b, a1, batch } = await twoChanged();
    const { store } = rig.deps;
    const broken: typeof store = {
      ...store,
      session: (id) =>
        id === a.sessionId ? Promise.reject(new Error('DynamoDB is away')) : store.session(id),
    };
    expect(await rig.handle(batch, { store: broken })).toEqual([a1.messageId]);
    expect(isShown(b)).toBe(true);
    expect(await putBack()).toHaveProperty([`session/${a.sessionId}`]);
    expect(rig.logged.join('\n')).toContain('DynamoDB is away');
  });

  it('should report a message that cannot be put back, all the same', async () => {
    const { a, a2 } = await twoChanged();
    const stop = failUpdatesOf(a, { body: { ok: false, error: 'internal_error' } });
    expect(await rig.handle([a2])).toEqual([a2.messageId]);
    stop();
    expect(rig.logged.join('\n')).toContain('not postponed');
  });

  it('should put back what it does not understand, with a log, and handle the rest of its group', async () => {
    const a = await rig.start();
    await a.vote(BO, '5');
    const group = `session/${a.sessionId}`;
    const garbage = ['', '{', '{"kind":"nonsense"}', '{"kind":"changed"}'].map((body) =>
      recordOf({ group, body, receipt: 'none' }),
    );
    const ids = garbage.map(({ messageId }) => messageId);
    expect(
      await rig.handle([...garbage.slice(0, 2), loose(changed(a.sessionId)), ...garbage.slice(2)]),
    ).toEqual(ids);
    expect(isShown(a)).toBe(true);
    for (const id of ids) expect(rig.logged.join('\n')).toContain(id);
  });

  it('should wait ever longer for somebody who understands it, up to half a minute', async () => {
    await rig.queue.put('session/newer', '{"kind":"nonsense"}');
    const received = await rig.queue.receive();
    const newer = received.find(({ group }) => group === 'session/newer');
    if (!newer) throw new Error('not received');
    const pauses = [];
    for (const receives of [1, 2, 3, 5, 6, 900]) {
      const record = recordOf(newer, receives);
      expect(await rig.handle([record])).toEqual([record.messageId]);
      pauses.push((await putBack())['session/newer']);
    }
    expect(pauses).toEqual([1, 2, 4, 16, 30, 30]);
  });

  it('should be at ease with sessions that are gone', async () => {
    expect(await rig.handle([loose(changed('nobody'))])).toEqual([]);
  });
});
