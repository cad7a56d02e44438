import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sessionView } from '../../../handlers/session-views.ts';
import { SESSION_VIEWS, type ViewRef } from '../../../src/ports/job.ts';
import { MINUTE, SECOND } from '../../../src/time.ts';
import { ADA, BO, CHANNEL, TEAM } from '../../game/a-session.ts';
import { type PostedSession, type Rig, startRig } from '../../publish/rig.ts';
import { loose } from './records.ts';

let rig: Rig;
let session: PostedSession;
beforeAll(async () => {
  rig = await startRig();
});
beforeEach(async () => {
  rig.logged.length = 0;
  session = await rig.start();
});
afterAll(() => rig.close());

type Name = (typeof SESSION_VIEWS)[number];
const refOf = (userId: string, view: Name): Omit<ViewRef, 'viewId'> => ({
  view,
  userId,
  sessionId: session.sessionId,
  teamId: TEAM,
  channelId: CHANNEL,
  page: 0,
});

/** Somebody's window with the modal open in it, and what happens when it is drawn afresh. */
async function open(userId: string, view: Name) {
  const chat = rig.deps.chats.for(TEAM);
  const { core } = rig.slack;
  const window = core.windows.open(crypto.randomUUID(), userId);
  const { modal } = await sessionView(rig.deps, refOf(userId, view));
  await chat.openView(core.triggers.issue(window.id), modal);
  const [shown] = window.views;
  if (!shown) throw new Error('no modal was opened');
  const job = { kind: 'refresh', viewId: shown.id, ...refOf(userId, view) } as const;
  return {
    text: () => JSON.stringify(window.views[0]?.view),
    close: () => core.windows.close(window.id),
    refresh: async () => (await rig.handle([loose(job)])).length,
  };
}

describe('A modal that is open', () => {
  it('should be brought up to date', async () => {
    const people = await open(ADA, 'people');
    expect(people.text()).toContain('Nobody has joined');
    await session.vote(BO, '5');
    expect(await people.refresh()).toBe(0);
    expect(people.text()).toMatch(/<@U0BO> · voted/);
  });

  it('should show what this person may do, and that may change', async () => {
    const [ada, bo] = [await open(ADA, 'manage'), await open(BO, 'manage')];
    expect(ada.text()).toContain('Hand over');
    expect(bo.text()).toContain('can manage');
    await session.command({ kind: 'handOver', to: BO });
    expect([await ada.refresh(), await bo.refresh()]).toEqual([0, 0]);
    expect(ada.text()).toContain('can manage');
    expect(bo.text()).toContain('Hand over');
  });

  it('should offer to take over once the creator has been silent, to those who take part', async () => {
    await session.vote(BO, '5');
    const [bo, eve] = [await open(BO, 'manage'), await open('U0EVE', 'manage')];
    expect(bo.text()).not.toContain('"Take over"');
    rig.local.clock.advance(10 * MINUTE);
    await bo.refresh();
    await eve.refresh();
    expect(bo.text()).toContain('"Take over"');
    expect(eve.text()).not.toContain('"Take over"');
  });

  it.each([...SESSION_VIEWS])('should say so when the session is over (%s)', async (view) => {
    const modal = await open(ADA, view);
    await session.command({ kind: 'end' });
    expect(await modal.refresh()).toBe(0);
    expect(modal.text()).toContain('over');
  });

  it('should not be missed when it has been closed', async () => {
    const modal = await open(ADA, 'people');
    modal.close();
    expect(await modal.refresh()).toBe(0);
    expect(rig.logged.join('\n')).not.toMatch(/^(warn|error): modal/m);
  });

  it('should be brought up to date later when Slack is busy', async () => {
    const modal = await open(ADA, 'people');
    await session.vote(BO, '5');
    rig.slack.failNext('views.update', { error: 'ratelimited', retryAfter: 3 });
    expect(await modal.refresh()).toBe(1);
    expect(rig.counted).toContain('RateLimited');
    rig.local.clock.advance(3 * SECOND);
    expect(await modal.refresh()).toBe(0);
    expect(modal.text()).toContain('voted');
  });
});
