import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseJob } from '../../../src/ports/job.ts';
import { SECOND } from '../../../src/time.ts';
import { inspectQueue } from '../../../stand-ins/aws/queue-state.ts';
import { BO } from '../../game/a-session.ts';
import { changed } from '../../ports/queue-contract.ts';
import { type Rig, startRig } from '../../publish/rig.ts';
import { loose, sent } from './records.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

/** Clocks of containers differ; a timer that came early would wake nobody. */
const SKEW = 0.5 * SECOND;

describe('A timer', () => {
  const timer = (sessionId: string, dueAt: number) => ({ kind: 'timer', sessionId, dueAt }) as const;

  it('should say that its session may have changed, once it is due', async () => {
    const { sessionId } = await rig.start();
    expect(await rig.handle([loose(timer(sessionId, rig.deps.now() - SKEW))])).toEqual([]);
    const received = await rig.queue.receive();
    expect(received.map(({ body }) => parseJob(body))).toContainEqual(changed(sessionId));
  });

  it('should wait until then', async () => {
    const { sessionId } = await rig.start();
    const dueAt = rig.deps.now() + 15 * SECOND;
    const [record] = await sent(rig.queue, [timer(sessionId, dueAt)]);
    expect(await rig.handle(record ? [record] : [])).toEqual([record?.messageId]);
    const { invisible } = await inspectQueue(rig.queue.sqs.endpoint, rig.queue.sqs.queueUrl);
    const { returnsAt: back = 0 } = invisible.find(({ groupId }) => groupId.endsWith(`${dueAt}`)) ?? {};
    // SQS counts in whole seconds.
    expect(Math.round((back - Date.now()) / SECOND)).toBe(Math.ceil((15 * SECOND + SKEW) / SECOND));
  });

  it('should follow an update whose outcome is unknown, for it may still land', async () => {
    const a = await rig.start();
    await a.vote(BO, '5');
    rig.slack.failNext('chat.update', { drop: true });
    expect(await rig.handle([loose(changed(a.sessionId))])).toHaveLength(1);
    expect(await rig.handle([loose(changed(a.sessionId))])).toEqual([]);
    expect(a.text()).toContain('1 voted');
    const jobs = (await rig.queue.receive()).map(({ body }) => parseJob(body));
    expect(jobs).toContainEqual(expect.objectContaining(timer(a.sessionId, rig.deps.now() + 15 * SECOND)));
  });
});
