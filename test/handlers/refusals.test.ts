import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, COMMAND, INPUTS, menuValue, refValue, VIEWS } from '../../blocks/ids.ts';
import { BO, CHANNEL, TEAM } from '../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from '../publish/rig.ts';
import { by, frontDoor, modalOf } from './front-door.ts';

let rig: Rig;
let running: PostedSession;
beforeAll(async () => {
  rig = await startRig();
});
beforeEach(async () => {
  running = await rig.start();
  await running.join(BO);
});
afterAll(() => rig.close());

const round = () => ({ sessionId: running.sessionId, story: 1, round: 1 });

const inMessage = (action: object) => ({
  type: 'block_actions',
  ...by(BO),
  channel: { id: CHANNEL },
  container: { type: 'message', message_ts: running.session.message.ts, channel_id: CHANNEL },
  trigger_id: 'none',
  response_url: 'https://hooks.slack.com/actions/1',
  actions: [{ type: 'button', value: refValue(round()), ...action }],
});

const inModal = (action: object) => ({
  type: 'block_actions',
  ...by(BO),
  view: modalOf(running.sessionId, VIEWS.manage),
  actions: [{ type: 'button', ...action }],
});

const submitted = (callback_id: string, field: string, state: object, metadata?: object) => ({
  type: 'view_submission',
  ...by(BO),
  view: modalOf(running.sessionId, callback_id, {
    state: { values: { [field]: { [field]: state } } },
    ...(metadata && { private_metadata: JSON.stringify(metadata) }),
  }),
});

const command = (text: string) => ({
  command: COMMAND,
  text,
  user_id: BO,
  channel_id: CHANNEL,
  team_id: TEAM,
  response_url: 'https://hooks.slack.com/commands/1',
});

describe('Whoever is told no', () => {
  it.each<[string, () => object]>([
    ['at a button', () => inMessage({ action_id: ACTIONS.reveal })],
    ['at a card', () => inMessage({ action_id: 'card_0', value: `${refValue(round())}.nope` })],
    ['by keyboard', () => command('reveal')],
    ['in a modal', () => inModal({ action_id: ACTIONS.cancel })],
    ['when reminding', () => inModal({ action_id: ACTIONS.nudge })],
    ['when removing somebody', () => inModal({ action_id: ACTIONS.remove, value: BO })],
    [
      'when editing a story',
      () => inModal({ action_id: ACTIONS.storyMenu, value: menuValue(round(), 'edit') }),
    ],
    ['when handing over', () => submitted(VIEWS.manage, INPUTS.handOver, { selected_user: BO })],
    [
      'when saving a story',
      () =>
        submitted(
          VIEWS.editStory,
          INPUTS.title,
          { value: 'Better' },
          { ...round(), channelId: CHANNEL, page: 0 },
        ),
    ],
    [
      'when saying why',
      () =>
        submitted(
          VIEWS.why,
          INPUTS.reason,
          { value: 'Because' },
          { ...round(), channelId: CHANNEL, card: '5', responseUrl: '' },
        ),
    ],
  ])('is counted once %s', async (_, payload) => {
    const counted = rig.counted.length;
    expect((await frontDoor(rig.deps).dispatch({ ...payload() })).kind).toBe('acknowledged');
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('is counted once where a modal opens only to say so', async () => {
    await running.command({ kind: 'end' });
    const { core } = rig.slack;
    const window = core.windows.open(crypto.randomUUID(), BO);
    const counted = rig.counted.length;
    const click = inMessage({
      type: 'overflow',
      action_id: ACTIONS.menu,
      selected_option: { value: menuValue(round(), 'people') },
      value: undefined,
    });
    const trigger_id = core.triggers.issue(window.id);
    expect((await frontDoor(rig.deps).dispatch({ ...click, trigger_id })).kind).toBe('acknowledged');
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('is told apart from who may', async () => {
    const counted = rig.counted.length;
    await frontDoor(rig.deps).dispatch(inMessage({ action_id: 'card_0', value: `${refValue(round())}.5` }));
    expect(rig.counted.slice(counted)).toEqual([]);
  });
});
