import { describe, expect } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
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

/** What somebody was last told in private. */
function lastLine(person: Person): Message {
  const line = person.sees().findLast(({ channelId }) => channelId === person.channelId);
  if (!line) throw new Error('nothing was told');
  return line;
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
      expect(await types(room, room.ada, '/groom reveal')).toEqual([`${title}: The votes are revealed.`]);
      expect(await room.shows()).toContain('`5` █  <@U0ADA>');
      expect(await types(room, room.ada, '/groom next')).toEqual([
        expect.stringMatching(index === 0 ? /no estimate yet.*\/groom agree/ : /last story/),
      ]);
      expect(await types(room, room.ada, '/groom agree 8')).toEqual([`${title}: The estimate is *8*.`]);
      if (index === 0)
        expect(await types(room, room.ada, '/groom next')).toEqual(['Two: The vote on it is open.']);
    }
    expect(await types(room, room.ada, '/groom end')).toEqual(['Two: The session has ended.']);
    expect(await room.shows()).toContain('16 points');
    expect(room.message().ts).toBe(ts);
  });

  it('should be refused to others, with a line that says who can', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    const before = await room.shows();
    expect(await types(room, room.bo, '/groom reveal')).toEqual([
      'Add SSO login: Only <@U0ADA> can reveal this one.',
    ]);
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
  it('should be the newest of the channel, which a card joins as a tap does', async ({ room }) => {
    for (const command of ['/groom vote 5', '/groom reveal', '/groom next', '/groom join', '/groom end']) {
      const told = await types(room, room.bo, command);
      expect(told).toEqual([expect.stringContaining('no running session in this channel')]);
    }
    await story(room);
    expect(await types(room, room.bo, '/groom vote 5')).toEqual([
      expect.stringContaining('You voted *5* on Add SSO login'),
    ]);
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
  });

  it('should be asked about by whoever has joined another one as well', async ({ room, w }) => {
    await story(room, 'Older');
    await room.click(room.bo, 'Join');
    const older = room.message();
    await room.groom('Newer');
    const newer = room.message();
    const titleVoted = async (person: Person) => (await types(room, person, '/groom vote 5')).join();
    expect(await titleVoted(room.ada)).toContain('on Newer');
    expect(await titleVoted(room.bo)).toContain('Which story is your *5* for?');
    expect(w.slack.current(older).text).not.toContain('1 voted');
    accepted(await room.bo.click(lastLine(room.bo), 'Older'));
    await room.rest();
    expect(await room.lastTold(room.bo)).toContain('You voted *5* on Older');
    expect(w.slack.current(older).text).toContain('1 voted');
    accepted(await room.ada.click(newer, 'Reveal'));
    await room.rest();
    accepted(await room.ada.click(newer, 'End'));
    await room.rest();
    expect(await titleVoted(room.cy)).toContain('on Older');
  });

  it('should be the newest that they host, for what only a host may do', async ({ room, w }) => {
    await story(room, 'Older');
    const older = room.message();
    accepted(await room.bo.command('/groom Newer'));
    await room.rest();
    await types(room, room.cy, '/groom vote 8');
    accepted(await room.cy.click(older, '5'));
    await room.rest();
    expect(await types(room, room.ada, '/groom reveal')).toEqual(['Older: The votes are revealed.']);
    expect(w.slack.current(older).text).toContain('1 vote');
    expect(await types(room, room.cy, '/groom reveal')).toEqual([
      expect.stringContaining('Newer: Only <@U0BO> can reveal'),
    ]);
  });

  it('should be none of another channel', async ({ w }) => {
    const [here, there] = [await story(openRoom(w), 'Here'), openRoom(w)];
    await here.click(here.bo, 'Join');
    const told = await types(there, there.bo, '/groom vote 5');
    expect(told).toEqual([expect.stringContaining('no running session')]);
    expect(await here.shows()).toContain('No votes yet');
  });

  it('should be joined and left', async ({ room }) => {
    await story(room);
    expect(await types(room, room.bo, '/groom join')).toEqual(['Add SSO login: You have joined.']);
    expect(await types(room, room.bo, '/groom leave')).toEqual([
      expect.stringContaining('Add SSO login: You have left.'),
    ]);
    expect(await types(room, room.bo, '/groom leave')).toEqual([
      expect.stringContaining('no running session'),
    ]);
  });

  it('should be found on a message that was moved to the bottom', async ({ room }) => {
    await story(room);
    await room.choose(room.ada, 'Move to bottom');
    await types(room, room.ada, '/groom vote 5');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0ADA>');
  });
});

describe.concurrent('A reason behind a typed card', () => {
  it('should be given where reasons are asked for', async ({ room }) => {
    await story(room, '--reasons Add SSO login');
    const told = await types(room, room.bo, '/groom vote 5 because the tests are slow');
    expect(told).toEqual([expect.stringMatching(/You voted \*5\*.*sees your reason/)]);
    await room.vote({ cy: '8' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('the tests are slow');
  });

  it('should be told to be of no use elsewhere', async ({ room }) => {
    await story(room);
    const told = await types(room, room.bo, '/groom vote 5 because of the migration');
    expect(told).toEqual([expect.stringMatching(/You voted \*5\*.*asks for no reasons/)]);
    expect(JSON.stringify(room.sent())).not.toContain('migration');
  });
});

describe.concurrent('A slip', () => {
  it.for(['vote: 5', 'vote 5 points', 'my vote: 5', 'histroy'])(
    'should be asked about, and told to nobody else: %s',
    async (text, { room }) => {
      await story(room);
      const before = room.sent().length;
      expect(await types(room, room.bo, `/groom ${text}`)).toEqual([expect.stringContaining('Did you mean')]);
      expect(room.sent()).toHaveLength(before);
    },
  );

  it.for(['5', '5 because of the migration', '5: it is big'])(
    'should be asked about by whoever is in a session with such a card: %s',
    async (text, { room, w }) => {
      await story(room);
      await room.click(room.bo, 'Join');
      const before = room.sent().length;
      expect(await types(room, room.bo, `/groom ${text}`)).toEqual([
        expect.stringContaining('Did you mean `/groom vote 5`?'),
      ]);
      expect(room.sent()).toHaveLength(before);
      accepted(await room.cy.command(`/groom ${text}`));
      await room.rest();
      expect(w.slack.messages(room.channelId)).toHaveLength(2);
    },
  );

  it('should be a title where its author hosts nothing', async ({ room }) => {
    await story(room);
    expect(await types(room, room.ada, '/groom reveal now')).toEqual([
      expect.stringContaining('Did you mean `/groom reveal`?'),
    ]);
    await types(room, room.bo, '/groom next story');
    expect(await room.shows()).toMatch(/^next story\n/);
  });

  it('should become a story if it is one', async ({ room }) => {
    await types(room, room.ada, '/groom histroy');
    accepted(await room.ada.click(lastLine(room.ada), 'Start a vote on it'));
    expect(await room.shows()).toMatch(/^histroy\n/);
    expect(await room.lastTold(room.ada)).toBe('The vote has begun.');
  });
});
