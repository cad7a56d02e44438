import { describe, expect } from 'vitest';
import { alteredClick } from './altered.ts';
import { it } from './it.ts';
import { gather, type Room } from './room.ts';

/** Ada's session, in which Bo has voted and Cy watches. */
async function voted(room: Room, text = '--anyone Add SSO login'): Promise<Room> {
  await gather(room, text, room.bo);
  await room.vote({ ada: '5', bo: '8' });
  await room.choose(room.cy, 'Just watching');
  return room;
}

describe.concurrent('--anyone', () => {
  it('should let a voter reveal', async ({ room }) => {
    await voted(room);
    expect(await room.shows()).toContain('Anyone who joined can reveal');
    expect(await room.text()).toContain('Anyone who joined can reveal');
    await room.click(room.bo, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    expect(room.told(room.bo).join()).not.toContain('Only');
  });

  it('should let somebody reveal who only watches', async ({ room }) => {
    await voted(room);
    await room.click(room.cy, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
  });

  it('should let the creator reveal, who has not voted', async ({ room }) => {
    await room.groom('--anyone Add SSO login');
    await room.click(room.bo, '8');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should ask those to join who have not', async ({ room }) => {
    await voted(room);
    const before = await room.shows();
    await room.click(room.dee, 'Reveal');
    expect(await room.lastTold(room.dee)).toBe('Whoever joined can reveal. Join first.');
    expect(await room.shows()).toBe(before);
    await room.click(room.dee, 'Join');
    await room.click(room.dee, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
  });

  it('should not let somebody reveal who has left, or was removed', async ({ room }) => {
    await voted(room);
    await room.click(room.bo, 'Leave');
    await room.click(room.bo, 'Reveal');
    expect(await room.lastTold(room.bo)).toContain('Join first');
    await room.click(room.dee, 'Join');
    await room.choose(room.ada, 'People…');
    await room.ada.clickInView({ label: 'Remove', value: room.dee.id });
    await room.rest();
    await room.click(room.dee, 'Reveal');
    expect(await room.lastTold(room.dee)).toContain('Join first');
    expect(await room.shows()).toContain('1 voted');
  });

  it('should need a vote for everyone', async ({ room }) => {
    await room.groom('--anyone Add SSO login');
    await room.click(room.bo, 'Join');
    await room.click(room.bo, 'Reveal');
    expect(await room.lastTold(room.bo)).toContain('Nobody has voted yet');
  });

  it.for(['Agree on 8', 'Vote again', 'End'])('should leave “%s” to the creator', async (label, { room }) => {
    await voted(room);
    await room.click(room.bo, 'Reveal');
    const before = await room.shows();
    await room.click(room.bo, label);
    expect(await room.lastTold(room.bo)).toContain('Only <@U0ADA> can');
    expect(await room.shows()).toBe(before);
  });

  it('should not make whoever reveals the creator, nor count as the creator’s own doing', async ({
    room,
  }) => {
    await voted(room);
    await room.click(room.bo, 'Reveal');
    await room.choose(room.bo, 'Manage…');
    expect(room.modal(room.bo)).toContain('Only <@U0ADA> can manage this session');
  });

  it('should not hold for a guest of another workspace', async ({ room }) => {
    await voted(room);
    const before = await room.shows();
    await alteredClick(room, room.bo, 'Reveal', { homeTeamId: 'T0OTHER' });
    expect(await room.shows()).toBe(before);
  });
});

describe.concurrent('Without it', () => {
  it.for(['Add SSO login', '--no-anyone Add SSO login'])(
    'should be the creator’s: %s',
    async (text, { room }) => {
      await voted(room, text);
      const before = await room.shows();
      await room.click(room.bo, 'Reveal');
      expect(await room.lastTold(room.bo)).toBe('Only <@U0ADA> can reveal this one.');
      expect(await room.shows()).toBe(before);
    },
  );
});
