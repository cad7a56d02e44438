import { afterAll, beforeAll, expect, it } from 'vitest';
import { ACTIONS, VIEWS } from '../../blocks/ids.ts';
import { CHANNEL } from '../game/a-session.ts';
import { type Rig, startRig } from '../publish/rig.ts';
import { by, frontDoor } from './front-door.ts';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

const message = { type: 'message', message_ts: '1700000000.000100', channel_id: CHANNEL };
const view = { id: 'V1', callback_id: VIEWS.manage, private_metadata: 'not ours' };
const click = (action_id: string) => ({
  type: 'block_actions',
  ...by(),
  actions: [{ type: 'button', action_id, value: 'not ours' }],
});

it.each<[string, object, string]>([
  [
    'a click',
    { ...click(ACTIONS.reveal), channel: { id: CHANNEL }, container: message },
    'a click that is none of ours {"action":"reveal"}',
  ],
  [
    'a click in a modal of a session',
    { ...click(ACTIONS.cancel), view },
    'a click in a modal that is none of ours {"action":"cancel"}',
  ],
  [
    'a click in a form',
    { ...click(ACTIONS.settings), view },
    `a click in a modal that is none of ours {"action":"${ACTIONS.settings}"}`,
  ],
  [
    'a modal that is saved',
    { type: 'view_submission', ...by(), view },
    'a view that is none of ours {"view":"manage"}',
  ],
])('%s that we didn’t draw is acknowledged, and comes to nothing', async (_, payload, logged) => {
  expect(await frontDoor(rig.deps).dispatch({ ...payload })).toEqual({ kind: 'acknowledged' });
  expect(rig.logged.at(-2)).toBe(`warn: ${logged}`);
  expect(await rig.jobs()).toEqual([]);
});
