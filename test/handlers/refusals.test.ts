import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, COMMAND, INPUTS, type MenuItem, menuValue, refValue, VIEWS } from '../../blocks/ids.ts';
import { BO, CHANNEL, CY, TEAM, withOptions } from '../game/a-session.ts';
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

const chosen = (item: MenuItem) =>
  inMessage({
    type: 'overflow',
    action_id: ACTIONS.menu,
    selected_option: { value: menuValue(round(), item) },
    value: undefined,
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
    ['by keyboard, with a card that isn’t there', () => command('vote 7')],
    ['by keyboard, where nothing runs', () => ({ ...command('reveal'), user_id: CY })],
    ['when moving the message', () => ({ ...chosen('bottom'), ...by(CY) })],
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
  ])('should be counted once %s', async (_, payload) => {
    const counted = rig.counted.length;
    expect((await frontDoor(rig.deps).dispatch({ ...payload() })).kind).toBe('acknowledged');
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('should be counted once while the message is being moved', async () => {
    await rig.deps.store.beginMove(running.session);
    const counted = rig.counted.length;
    expect((await frontDoor(rig.deps).dispatch(chosen('bottom'))).kind).toBe('acknowledged');
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it.each<[string, (session: PostedSession) => Promise<void>]>([
    ['has no card', async () => {}],
    [
      'has taken it back',
      async (session) => {
        await session.vote(CY, '5');
        await session.leave(CY);
      },
    ],
  ])('should see no window to say why in, who %s', async (_, before) => {
    running = await rig.start(withOptions({ reasons: true }));
    await before(running);
    const { core } = rig.slack;
    const window = core.windows.open(crypto.randomUUID(), CY);
    const trigger_id = core.triggers.issue(window.id);
    const counted = rig.counted.length;
    const click = inMessage({ action_id: ACTIONS.addWhy, value: `${refValue(round())}.5` });
    await frontDoor(rig.deps).dispatch({ ...click, ...by(CY), trigger_id });
    expect(window.views).toEqual([]);
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('should be counted once when it is too late to say why', async () => {
    await running.vote(BO, '5');
    await running.command({ kind: 'reveal', of: round() });
    const counted = rig.counted.length;
    const click = inMessage({ action_id: ACTIONS.addWhy, value: `${refValue(round())}.5` });
    expect((await frontDoor(rig.deps).dispatch(click)).kind).toBe('acknowledged');
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('should be counted once where a modal opens only to say so', async () => {
    await running.command({ kind: 'end' });
    const { core } = rig.slack;
    const window = core.windows.open(crypto.randomUUID(), BO);
    const counted = rig.counted.length;
    const trigger_id = core.triggers.issue(window.id);
    expect((await frontDoor(rig.deps).dispatch({ ...chosen('people'), trigger_id })).kind).toBe(
      'acknowledged',
    );
    expect(rig.counted.slice(counted)).toEqual(['Refusals']);
  });

  it('should be told apart from who may', async () => {
    const counted = rig.counted.length;
    await frontDoor(rig.deps).dispatch(inMessage({ action_id: 'card_0', value: `${refValue(round())}.5` }));
    expect(rig.counted.slice(counted)).toEqual([]);
  });
});

// It may be the repeat of a click that was done, and died before anybody was told to look.
describe('A session', () => {
  it.each<[string, () => object]>([
    ['a button', () => inMessage({ action_id: ACTIONS.reveal })],
    ['a card', () => inMessage({ action_id: 'card_0', value: `${refValue(round())}.nope` })],
    ['moving the message', () => ({ ...chosen('bottom'), ...by(CY) })],
    ['a button of a modal', () => inModal({ action_id: ACTIONS.cancel })],
    [
      'a reason',
      () =>
        submitted(
          VIEWS.why,
          INPUTS.reason,
          { value: 'Because' },
          { ...round(), channelId: CHANNEL, card: '5', responseUrl: '' },
        ),
    ],
  ])('should be looked at after a no to %s, too', async (_, payload) => {
    await rig.jobs();
    expect((await frontDoor(rig.deps).dispatch({ ...payload() })).kind).toBe('acknowledged');
    const looks = (await rig.jobs()).filter(({ kind }) => kind === 'changed');
    expect(looks).toMatchObject([{ sessionId: running.sessionId }]);
  });

  it('should be looked at after a reason that is kept', async () => {
    running = await rig.start(withOptions({ reasons: true }));
    await running.vote(BO, '5');
    await rig.jobs();
    const reason = { ...round(), channelId: CHANNEL, teamId: TEAM, card: '5', responseUrl: '' };
    await frontDoor(rig.deps).dispatch(submitted(VIEWS.why, INPUTS.reason, { value: 'Because' }, reason));
    expect(await rig.deps.store.reasons(running.sessionId, round())).toMatchObject([{ text: 'Because' }]);
    const looks = (await rig.jobs()).filter(({ kind }) => kind === 'changed');
    expect(looks).toMatchObject([{ sessionId: running.sessionId }]);
  });
});
