import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACTIONS, menuValue } from '../../blocks/ids.ts';
import { publish } from '../../handlers/jobs/publish.ts';
import { actionTs } from '../../src/time.ts';
import { ADA, BO, CHANNEL } from '../game/a-session.ts';
import { type Rig, startRig } from '../publish/rig.ts';
import { by, frontDoor } from './front-door.ts';

/** Slack's 429s are counted where they arrive, before an ack too. */

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const busy = { error: 'ratelimited', retryAfter: 3 };

async function counted(act: () => Promise<unknown>): Promise<string[]> {
  const before = rig.counted.length;
  await act();
  return rig.counted.slice(before).filter((name) => name === 'RateLimited');
}

async function choose(item: 'people' | 'bottom'): Promise<void> {
  const { sessionId, session } = await rig.start();
  const window = rig.slack.core.windows.open(crypto.randomUUID(), ADA);
  const payload = {
    type: 'block_actions',
    ...by(),
    channel: { id: CHANNEL },
    container: { type: 'message', message_ts: session.message.ts, channel_id: CHANNEL },
    trigger_id: rig.slack.core.triggers.issue(window.id),
    actions: [
      {
        type: 'overflow',
        action_id: ACTIONS.menu,
        selected_option: { value: menuValue({ sessionId, story: 1, round: 1 }, item) },
        action_ts: actionTs(rig.local.clock.now()),
      },
    ],
  };
  expect((await frontDoor(rig.deps).dispatch(payload)).kind).toBe('acknowledged');
}

it('should count a window that Slack has no time to open', async () => {
  rig.slack.failNext('views.open', busy);
  expect(await counted(() => choose('people'))).toEqual(['RateLimited']);
});

it('should count a message that Slack has no time to post', async () => {
  rig.slack.failNext('chat.postMessage', busy);
  expect(await counted(() => choose('bottom'))).toEqual(['RateLimited']);
});

it('should count an update that has to wait', async () => {
  const { sessionId, vote } = await rig.start();
  await vote(BO, '5');
  rig.slack.failNext('chat.update', busy);
  expect(await counted(() => publish(rig.deps, { kind: 'changed', sessionId }, 1))).toEqual(['RateLimited']);
});

it('should count nothing while Slack has time', async () => {
  expect(await counted(() => choose('people'))).toEqual([]);
});
