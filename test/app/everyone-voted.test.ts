import { describe, expect } from 'vitest';
import { alone, it } from './it.ts';
import { accepted, gather, type Room } from './room.ts';

/** How often somebody has been told here that all votes are in. */
const news = (room: Room, person = room.ada): string[] =>
  room.told(person).filter((line) => line.includes('Everyone has voted'));

/** A story for which Bo has come before the cards. */
const story = (room: Room, text = 'Add SSO login') => gather(room, text, room.bo);

describe.concurrent('The creator', () => {
  it('should be told once that everyone has voted, and nobody else is', async ({ room }) => {
    await story(room);
    await room.click(room.cy, 'Join');
    await room.vote({ ada: '5', bo: '8' });
    expect(news(room)).toEqual([]);
    await room.click(room.cy, '13');
    expect(news(room)).toEqual(['Everyone has voted on Add SSO login. You can reveal now.']);
    for (const person of [room.bo, room.cy]) expect(news(room, person)).toEqual([]);
    expect(JSON.stringify(room.sent())).not.toContain('You can reveal now');
  });

  it('should not be told where nobody knows who is to vote', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '8' });
    expect(news(room)).toEqual([]);
  });

  it('should be told without having voted', async ({ room }) => {
    await story(room);
    await room.vote({ bo: '5', cy: '8' });
    expect(news(room)).toHaveLength(1);
  });

  it('should not be told again when somebody changes their card, leaves or joins later', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.bo, '5');
    await room.click(room.cy, 'Join');
    await room.click(room.cy, '5');
    await room.click(room.cy, 'Leave');
    await room.click(room.cy, '13');
    expect(await room.shows()).toContain('Everyone has voted');
    expect(news(room)).toHaveLength(1);
  });

  it('should be told once for each round and each story', async ({ room }) => {
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo', Options: 'lobby' }));
    await room.click(room.bo, 'Join');
    await room.click(room.ada, 'Start voting');
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    expect(news(room)).toHaveLength(1);
    await room.vote({ ada: '5', bo: '5' });
    expect(news(room)).toHaveLength(2);
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Next story');
    await room.vote({ ada: '5', bo: '5' });
    expect(news(room).at(-1)).toContain('on Two');
    expect(news(room)).toHaveLength(3);
  });

  it('should not be told of a single vote: the others are still on their way', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    expect(news(room)).toEqual([]);
  });

  it('should be whoever is the creator then', async ({ room }) => {
    await story(room);
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Hand over to …': 'bo' }));
    await room.vote({ ada: '5', bo: '8' });
    expect(news(room)).toEqual([]);
    expect(news(room, room.bo)).toHaveLength(1);
  });

  alone(
    'should be told in a direct message, with a link, where a deadline lets people come and go',
    async ({ room, w }) => {
      await story(room, '--until 2h Add SSO login');
      await room.vote({ ada: '5', bo: '8' });
      const direct = w.slack.messages('D0ADA');
      expect(direct).toHaveLength(1);
      expect(direct[0]?.text).toContain('Everyone has voted on Add SSO login');
      const page = `archives/${room.channelId}/p${room.message().ts.replace('.', '')}`;
      expect(JSON.stringify(direct[0]?.blocks)).toContain(page);
      expect(news(room)).toEqual([]);
    },
  );
});
