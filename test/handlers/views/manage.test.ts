import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ACTIONS, INPUTS, menuValue, VIEWS } from '../../../blocks/ids.ts';
import { handOver } from '../../../src/play/succession.ts';
import type { Store } from '../../../src/ports/store.ts';
import { ADA, BO, CHANNEL, CY, TEAM } from '../../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from '../../publish/rig.ts';
import { by, frontDoor, modalOf } from '../front-door.ts';

let rig: Rig;
let running: PostedSession;
beforeAll(async () => {
  rig = await startRig();
});
beforeEach(async () => {
  running = await rig.start();
  for (const userId of [BO, CY]) await running.join(userId);
});
afterAll(() => rig.close());

interface Saved {
  add?: string;
  heir?: string;
}

/** Ada saves *Manage…*, where functions work with this store. */
function save(store: Store, { add, heir }: Saved) {
  const values = {
    add_1: { [INPUTS.add]: { value: add ?? null } },
    [INPUTS.handOver]: { [INPUTS.handOver]: { selected_user: heir ?? null } },
  };
  const form = { blocks: [{ type: 'input', block_id: 'add_1' }], state: { values } };
  const view = modalOf(running.sessionId, VIEWS.manage, form);
  return frontDoor({ ...rig.deps, store }).dispatch({ type: 'view_submission', ...by(), view });
}

/** A store, and how often a session has been read from it. */
function counting(store: Store) {
  const counted = { reads: 0 };
  const session: Store['session'] = (sessionId) => {
    counted.reads++;
    return store.session(sessionId);
  };
  return { counted, store: { ...store, session } };
}

describe('Manage…', () => {
  it('should read the session once to open', async () => {
    const { counted, store } = counting(rig.deps.store);
    const { core } = rig.slack;
    const window = core.windows.open(crypto.randomUUID(), ADA);
    const { sessionId, message } = running.session;
    const value = menuValue({ sessionId, story: 1, round: 1 }, 'manage');
    const answer = await frontDoor({ ...rig.deps, store }).dispatch({
      type: 'block_actions',
      ...by(),
      channel: { id: CHANNEL },
      container: { type: 'message', message_ts: message.ts, channel_id: CHANNEL },
      trigger_id: core.triggers.issue(window.id),
      actions: [{ type: 'overflow', action_id: ACTIONS.menu, selected_option: { value } }],
    });
    expect(answer).toEqual({ kind: 'acknowledged' });
    expect(window.views).toHaveLength(1);
    expect(counted.reads).toBe(1);
  });

  it.each<[string, Saved]>([
    ['stories', { add: 'Audit log' }],
    ['a hand-over', { heir: BO }],
    ['both', { add: 'Audit log\nDark mode', heir: BO }],
  ])('should read the session once to save %s', async (_, given) => {
    const { counted, store } = counting(rig.deps.store);
    expect(await save(store, given)).toEqual({ kind: 'acknowledged' });
    expect(counted.reads).toBe(1);
    const { order, creatorId } = await running.read();
    expect(order).toHaveLength(running.session.order.length + (given.add?.split('\n').length ?? 0));
    expect(creatorId).toBe(given.heir ?? ADA);
  });

  it('should read the session again, and decide afresh, if somebody else has changed it meanwhile', async () => {
    const { store } = rig.deps;
    let isFirst = true;
    const racing: Store = {
      ...store,
      async commit(session, changes, action) {
        if (isFirst) {
          isFirst = false;
          await running.command({ kind: 'skip', story: 2 });
        }
        return store.commit(session, changes, action);
      },
    };
    expect(await save(racing, { add: 'Audit log', heir: BO })).toEqual({ kind: 'acknowledged' });
    expect(await running.read()).toMatchObject({ order: [1, 3, 4], skipped: [2], creatorId: BO });
  });

  it('should say that a hand-over comes too late, though there are stories to add', async () => {
    const { store, now } = rig.deps;
    // In another window, Ada hands over to Cy in the very moment.
    const racing: Store = {
      ...store,
      async commit(session, changes, action) {
        if (changes.creatorId === BO) {
          const ada = { userId: ADA, teamId: TEAM, channelId: CHANNEL, at: rig.slack.core.clock.timestamp() };
          await handOver(store, now, await running.read(), ada, CY);
        }
        return store.commit(session, changes, action);
      },
    };
    const answer = await save(racing, { add: 'Audit log', heir: BO });
    expect(JSON.stringify(answer)).toContain('Only the creator can do that here');
    // Nothing was saved, and so nothing is saved twice.
    expect(await running.read()).toMatchObject({ creatorId: CY, order: running.session.order });
  });
});
