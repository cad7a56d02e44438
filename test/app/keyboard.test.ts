import { describe, expect } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

/** Somebody types a command; answers with what they are told in private because of it. */
async function types(room: Room, person: Person, command: string): Promise<string[]> {
  const before = room.told(person).length;
  accepted(await person.command(command));
  await room.rest();
  expect(person.warnings()).toEqual([]);
  return room.told(person).slice(before);
}

async function story(room: Room, text = 'Add SSO login'): Promise<Room> {
  await room.groom(text);
  return room;
}

describe.concurrent('/groom vote', () => {
  it('should vote for the creator, who is told what counts, and nobody else is', async ({ room, w }) => {
    await story(room);
    const told = await types(room, room.ada, '/groom vote 5');
    expect(told).toEqual([expect.stringContaining('You voted *5* on Add SSO login')]);
    expect(await room.shows()).toContain('1 voted · ✓ <@U0ADA>');
    expect(JSON.stringify(room.sent())).not.toContain('*5*');
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should vote for somebody who has joined, and replace their card', async ({ room }) => {
    await story(room);
    await room.click(room.bo, 'Join');
    await types(room, room.bo, '/groom vote 5');
    expect(await types(room, room.bo, '/groom vote 13')).toEqual([expect.stringContaining('*13*')]);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`13` █  <@U0BO>');
  });

  it.for([
    ['tshirt', 'xl', 'XL'],
    ['tshirt', 'XL', 'XL'],
    ['tshirt', '"xxl"', 'XXL'],
    ['modified', '½', '½'],
    ['fibonacci', '?', '?'],
    ['fibonacci', '☕', '☕'],
    ['fibonacci', '１３', '13'],
    ['"1,2,Big thing,?"', '"big thing"', 'Big thing'],
  ])('should know, of the deck %s, the card %s', async ([deck, typed, card], { room }) => {
    await story(room, `--deck ${deck} Add SSO login`);
    const told = await types(room, room.ada, `/groom vote ${typed}`);
    expect(told).toEqual([expect.stringContaining(`You voted *${card}*`)]);
  });

  it('should make an observer a voter again', async ({ room }) => {
    await story(room);
    await room.choose(room.bo, 'Just watching');
    expect(await room.shows()).toContain('watching: <@U0BO>');
    const told = await types(room, room.bo, '/groom vote 5');
    expect(told).toEqual([expect.stringMatching(/\*5\*.*a voter again/)]);
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
  });

  it('should say which cards there are, if it is none of them', async ({ room }) => {
    await story(room, '--deck tshirt Add SSO login');
    const told = await types(room, room.ada, '/groom vote 7');
    expect(told).toEqual([expect.stringMatching(/7.*XS S M L XL XXL/)]);
    expect(await room.shows()).toContain('No votes yet');
  });

  it('should ask which card, if none was typed', async ({ room }) => {
    await story(room);
    expect(await types(room, room.ada, '/groom vote')).toEqual([expect.stringContaining('/groom vote 5')]);
  });

  it('should say that the votes are revealed already', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    const before = await room.shows();
    const told = await types(room, room.bo, '/groom vote 13');
    expect(told).toEqual([expect.stringMatching(/revealed.*\*8\* is in the result/)]);
    expect(await room.shows()).toBe(before);
  });

  it('should leave titles alone that begin like it', async ({ room }) => {
    await room.groom('Vote on the colour of the shed');
    expect(await room.shows()).toMatch(/^Vote on the colour of the shed\n/);
  });
});

describe.concurrent('/groom reveal and /groom next', () => {
  it('should take a session from its first story to its last, without a tap', async ({ room }) => {
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo' }));
    await room.rest();
    const { ts } = room.message();
    for (const [index, title] of ['One', 'Two'].entries()) {
      expect(await room.shows()).toMatch(new RegExp(`^${title}\n`));
      await types(room, room.ada, '/groom vote 5');
      expect(await types(room, room.ada, '/groom reveal')).toEqual([]);
      expect(await room.shows()).toContain('`5` █  <@U0ADA>');
      if (index === 0) expect(await types(room, room.ada, '/groom next')).toEqual([]);
    }
    expect(await types(room, room.ada, '/groom next')).toEqual([expect.stringContaining('last story')]);
    expect(room.message().ts).toBe(ts);
  });

  it('should be refused to others, with a line that says who can', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    const before = await room.shows();
    expect(await types(room, room.bo, '/groom reveal')).toEqual(['Only <@U0ADA> can reveal this one.']);
    expect(await room.shows()).toBe(before);
    await types(room, room.ada, '/groom reveal');
    const [refusal] = await types(room, room.bo, '/groom next');
    expect(refusal).toContain('Only <@U0ADA> can go on');
  });

  it('should be refused before the first vote, and before the reveal', async ({ room }) => {
    await story(room);
    expect(await types(room, room.ada, '/groom reveal')).toEqual([
      expect.stringContaining('Nobody has voted'),
    ]);
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo' }));
    await room.rest();
    expect(await types(room, room.ada, '/groom next')).toEqual([expect.stringContaining('still open')]);
  });

  it('should be refused before the reveal of an only story, too', async ({ room }) => {
    await story(room);
    expect(await types(room, room.ada, '/groom next')).toEqual([expect.stringContaining('still open')]);
  });

  it('should be refused in a lobby', async ({ room }) => {
    await story(room, '--lobby Add SSO login');
    for (const command of ['/groom vote 5', '/groom reveal']) {
      expect(await types(room, room.ada, command)).toEqual([expect.stringContaining('not started yet')]);
    }
  });

  it('should reveal for anyone who joined, where the session leaves it to them', async ({ room }) => {
    await story(room, '--anyone Add SSO login');
    await room.vote({ bo: '5', cy: '5' });
    await types(room, room.bo, '/groom reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });
});

describe.concurrent('Which session is meant', () => {
  it('should be one in which they take part', async ({ room }) => {
    await story(room);
    for (const command of ['/groom vote 5', '/groom reveal', '/groom next']) {
      const told = await types(room, room.bo, command);
      expect(told).toEqual([expect.stringContaining('no running session in this channel')]);
    }
    expect(await room.shows()).toContain('No votes yet');
    await room.click(room.bo, 'Join');
    await types(room, room.bo, '/groom vote 5');
    await room.click(room.bo, 'Leave');
    const told = await types(room, room.bo, '/groom vote 8');
    expect(told).toEqual([expect.stringContaining('no running session')]);
    expect(await room.shows()).toContain('No votes yet');
  });

  it('should be the newest of them in this channel that still runs', async ({ room, w }) => {
    await story(room, 'Older');
    await room.click(room.bo, 'Join');
    const older = room.message();
    await room.groom('Newer');
    const newer = room.message();
    const titleVoted = async (person: Person) => (await types(room, person, '/groom vote 5')).join();
    expect(await titleVoted(room.ada)).toContain('on Newer');
    // Bo has joined the older one only.
    expect(await titleVoted(room.bo)).toContain('on Older');
    accepted(await room.bo.click(newer, 'Join'));
    await room.rest();
    expect(await titleVoted(room.bo)).toContain('on Newer');
    accepted(await room.ada.click(newer, 'Reveal'));
    await room.rest();
    accepted(await room.ada.click(newer, 'End'));
    await room.rest();
    expect(await titleVoted(room.ada)).toContain('on Older');
    expect(w.slack.current(older).text).toContain('Everyone has voted');
  });

  it('should be no one else’s, and none of another channel', async ({ w }) => {
    const [here, there] = [await story(openRoom(w), 'Here'), await story(openRoom(w), 'There')];
    await here.click(here.bo, 'Join');
    await types(there, there.ada, '/groom vote 5');
    expect(await there.shows()).toContain('1 voted');
    expect(await here.shows()).not.toContain('1 of 1 voted');
    const told = await types(there, there.bo, '/groom vote 5');
    expect(told).toEqual([expect.stringContaining('no running session')]);
    expect(await here.shows()).toContain('No votes yet');
  });

  it('should be found on a message that was moved to the bottom', async ({ room }) => {
    await story(room);
    await room.choose(room.ada, 'Move to bottom');
    await types(room, room.ada, '/groom vote 5');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0ADA>');
  });
});
