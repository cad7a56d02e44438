import { describe, expect } from 'vitest';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';
import type { TestWorkspace } from './workspace.ts';

/** A session in which Bo has voted, and talk below it. */
async function buried(w: TestWorkspace): Promise<Room & { old: Message }> {
  const room = openRoom(w);
  await room.groom('Add SSO login');
  await room.vote({ bo: '5' });
  const old = room.message();
  room.cy.talk('What about passkeys?');
  return { ...room, old };
}

const posts = (room: Room) => room.sent().filter(({ by }) => by === 'chat.postMessage');

describe.concurrent('Move to bottom', () => {
  it('should post the message anew, and leave one line that links to it', async ({ w }) => {
    const room = await buried(w);
    await room.choose(room.bo, 'Move to bottom');
    const [old, talk, moved] = w.slack.messages(room.channelId);
    expect(w.slack.messages(room.channelId)).toHaveLength(3);
    expect(talk?.userId).toBe('U0CY');
    expect(shown(moved?.blocks)).toContain('1 voted · ✓ <@U0BO>');
    expect(old?.blocks).toHaveLength(1);
    expect(shown(old?.blocks)).toBe('Moved to the bottom: go to the current message');
    const url = `https://acme.slack.com/archives/${room.channelId}/p${moved?.ts.replace('.', '')}`;
    expect(JSON.stringify(old?.blocks)).toContain(`"url":"${url}","text":"go to the current message"`);
    expect(room.bo.warnings()).toEqual([]);
  });

  it('should mention nobody in the new post', async ({ w }) => {
    const room = await buried(w);
    await room.choose(room.bo, 'Move to bottom');
    expect(posts(room)).toHaveLength(2);
    expect(JSON.stringify(posts(room)[1])).not.toMatch(/<@|<!/);
  });

  it('should count taps on both', async ({ w }) => {
    const room = await buried(w);
    await room.choose(room.bo, 'Move to bottom');
    await room.vote({ cy: '8' });
    accepted(await room.dee.clickStale(room.old, '13'));
    expect(await room.shows()).toMatch(/voted.*<@U0BO> <@U0CY> <@U0DEE>/);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('3 votes');
    expect(shown(w.slack.current(room.old).blocks).split('\n')).toHaveLength(1);
  });

  it('should let the creator go on from an old picture', async ({ w }) => {
    const room = await buried(w);
    await room.choose(room.ada, 'Move to bottom');
    accepted(await room.ada.clickStale(room.old, 'Reveal'));
    expect(await room.shows()).toContain('1 vote');
    expect(room.message().ts).not.toBe(room.old.ts);
  });

  it('should be refused to those who do not take part', async ({ w }) => {
    const room = await buried(w);
    await room.choose(room.dee, 'Move to bottom');
    expect(await room.lastTold(room.dee)).toContain('Join first');
    expect(posts(room)).toHaveLength(1);
    await room.click(room.dee, 'Join');
    await room.choose(room.dee, 'Move to bottom');
    expect(posts(room)).toHaveLength(2);
  });

  it('should move it once when two ask at once', async ({ w }) => {
    const room = await buried(w);
    await room.click(room.cy, 'Join');
    const asked = [room.ada.choose(room.old, 'Move to bottom'), room.bo.choose(room.old, 'Move to bottom')];
    for (const answer of await Promise.all(asked)) accepted(answer);
    await room.rest();
    const open = w.slack.messages(room.channelId).filter(({ blocks }) => shown(blocks).includes('[5]'));
    expect(open).toHaveLength(1);
  });

  it('should work again and again', async ({ w }) => {
    const room = await buried(w);
    for (let times = 0; times < 3; times++) await room.choose(room.bo, 'Move to bottom');
    const messages = w.slack.messages(room.channelId).filter(({ userId }) => userId === undefined);
    expect(messages.map(({ blocks }) => blocks?.length === 1)).toEqual([true, true, true, false]);
    accepted(await room.cy.clickStale(room.old, '8'));
    expect(await room.shows()).toMatch(/voted.*<@U0BO> <@U0CY>/);
  });

  it('should work for a result, and in a lobby', async ({ w }) => {
    const room = await buried(w);
    await room.click(room.ada, 'Reveal');
    await room.choose(room.ada, 'Move to bottom');
    expect(await room.shows()).toContain('`5` █  <@U0BO>');
    expect(JSON.stringify(posts(room)[1])).not.toContain('<@');
    const lobby = openRoom(w);
    await lobby.groom('--lobby One');
    await lobby.click(lobby.bo, 'Join');
    await lobby.choose(lobby.bo, 'Move to bottom');
    expect(await lobby.shows()).toContain('1 joined · <@U0BO>');
    await lobby.click(lobby.ada, 'Start voting');
    expect(await lobby.shows()).toContain('[5]');
  });

  it('should be too late when the session is over', async ({ w }) => {
    const room = await buried(w);
    await room.click(room.ada, 'Reveal');
    const result = room.message();
    await room.click(room.ada, 'End');
    const payload = room.bo.payloadOfClick(result, 'End');
    const value = `${room.sessionId()}.1.1.bottom`;
    const actions = [{ type: 'overflow', action_id: 'menu', block_id: 'x', selected_option: { value } }];
    accepted(await w.slack.deliverPayload({ ...payload, actions }));
    expect(await room.lastTold(room.bo)).toContain('over');
    expect(posts(room)).toHaveLength(1);
  });

  it('should leave the message where it is when Slack refuses the post', async ({ w }) => {
    const room = await buried(w);
    const stop = w.slack.intercept((method, { channel }) =>
      method === 'chat.postMessage' && channel === room.channelId
        ? { body: { ok: false, error: 'restricted_action' } }
        : undefined,
    );
    await room.choose(room.bo, 'Move to bottom');
    stop();
    expect(await room.lastTold(room.bo)).toContain('restricted');
    await room.vote({ cy: '8' });
    expect(shown(w.slack.current(room.old).blocks)).toMatch(/voted.*<@U0BO> <@U0CY>/);
    await room.choose(room.bo, 'Move to bottom');
    expect(posts(room)).toHaveLength(2);
  });

  it('should adopt the new message with the first tap, when its post was not answered', async ({ w }) => {
    const room = await buried(w);
    const stop = w.slack.intercept((method, { channel }) =>
      method === 'chat.postMessage' && channel === room.channelId
        ? { drop: true, afterEffect: true }
        : undefined,
    );
    await room.choose(room.bo, 'Move to bottom');
    stop();
    const moved = room.message();
    expect(moved.ts).not.toBe(room.old.ts);
    accepted(await room.cy.click(moved, '8'));
    await room.rest();
    expect(shown(w.slack.current(moved).blocks)).toMatch(/voted.*<@U0BO> <@U0CY>/);
    expect(w.slack.current(room.old).blocks).toHaveLength(1);
  });
});
