import { describe, expect } from 'vitest';
import { alteredClick } from './altered.ts';
import { it } from './it.ts';
import { accepted, type Room } from './room.ts';

async function lobby(room: Room) {
  await room.groom('--lobby Add SSO login');
  return room;
}

describe.concurrent('A lobby', () => {
  it('should gather people, with no cards yet', async ({ room }) => {
    await lobby(room);
    expect(await room.shows()).toMatch(/^Add SSO login\nFibonacci · hosted by ada\n/);
    expect(await room.shows()).toContain('[Start voting] [Join] [Leave] [⋯]');
    expect(await room.shows()).not.toMatch(/\[5\]|\[Reveal\]/);
    await room.click(room.bo, 'Join');
    expect(await room.shows()).toContain('1 joined · <@U0BO>');
    await room.click(room.cy, 'Join');
    expect(await room.shows()).toContain('2 joined · <@U0BO> <@U0CY>');
    expect(await room.text()).toContain('2 joined: <@U0BO>, <@U0CY>');
    await room.click(room.bo, 'Leave');
    expect(await room.shows()).toContain('1 joined · <@U0CY>');
    expect(await room.lastTold(room.bo)).toContain('You have left');
  });

  it('should be started by its creator: then the cards are there, and those who joined are awaited', async ({
    room,
  }) => {
    await lobby(room);
    const { ts } = room.message();
    await room.click(room.bo, 'Join');
    await room.choose(room.cy, 'Just watching');
    await room.click(room.ada, 'Start voting');
    expect(await room.shows()).toContain(
      '[0] [1] [2] [3] [5] [8] [13] [21] [?] [☕]\n[Reveal] [Join] [Leave] [⋯]',
    );
    expect(await room.shows()).toContain('waiting for <@U0BO>');
    expect(await room.shows()).toContain('watching: <@U0CY>');
    expect(room.message().ts).toBe(ts);
  });

  it('should be started by nobody else', async ({ room }) => {
    await lobby(room);
    await room.click(room.bo, 'Join');
    const before = await room.shows();
    await room.click(room.bo, 'Start voting');
    expect(await room.shows()).toBe(before);
    expect(await room.lastTold(room.bo)).toContain('Only <@U0ADA> can');
  });

  it('should keep the place of everything when voting starts', async ({ room }) => {
    await lobby(room);
    const blocks = room.message().blocks?.length;
    await room.click(room.ada, 'Start voting');
    expect(room.message().blocks?.length).toBe(blocks);
  });

  it('should have no vote to repeat', async ({ room }) => {
    await lobby(room);
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toContain('Voting has not started yet');
  });

  it('should take no card before the start, not even a made-up one', async ({ room }) => {
    await lobby(room);
    const value = `${room.sessionId()}.1.1.5`;
    accepted(await alteredClick(room, room.bo, 'Join', { actionId: 'card_4', value }));
    expect(await room.lastTold(room.bo)).toContain('Voting has not started yet');
    await room.click(room.ada, 'Start voting');
    expect(await room.shows()).toContain('No votes yet');
    accepted(await alteredClick(room, room.ada, 'Join', { actionId: 'reveal' }));
    expect(await room.lastTold(room.ada)).toContain('Nobody has voted yet');
  });

  it('should not be revealed', async ({ room }) => {
    await lobby(room);
    const before = await room.shows();
    accepted(await alteredClick(room, room.ada, 'Join', { actionId: 'reveal' }));
    expect(await room.shows()).toBe(before);
    expect(await room.lastTold(room.ada)).toContain('Voting has not started yet');
  });
});
