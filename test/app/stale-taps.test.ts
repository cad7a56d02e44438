import { describe, expect } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { alteredClick } from './altered.ts';
import { expire } from './backdate.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

async function session(room: Room, ...stories: string[]): Promise<Room> {
  await room.ada.command('/groom');
  await room.ada.submit({ Stories: stories.join('\n') });
  await room.rest();
  return room;
}

/** Taps buttons of an outdated picture of the message: each is answered, none changes what is shown. */
async function tapInVain(
  room: Room,
  person: Person,
  picture: Message,
  labels: string[],
  says: RegExp,
): Promise<void> {
  const before = await room.shows();
  for (const label of labels) {
    const told = room.told(person).length;
    accepted(await person.clickStale(picture, label));
    await room.rest();
    expect(room.told(person).slice(told), label).toEqual([expect.stringMatching(says)]);
  }
  expect(await room.shows()).toBe(before);
  expect(person.warnings()).toEqual([]);
}

describe.concurrent('A tap on an old picture of the message', () => {
  it('should not vote in a later round', async ({ room }) => {
    await session(room, 'One');
    await room.vote({ ada: '3', bo: '5' });
    const first = room.message();
    await room.click(room.ada, 'Reveal');
    const result = room.message();
    await tapInVain(room, room.cy, first, ['8'], /too late/);
    await tapInVain(room, room.bo, first, ['8'], /\*5\* is in the result/);
    await room.click(room.ada, 'Vote again');
    await tapInVain(room, room.cy, first, ['8'], /too late|earlier round/);
    await tapInVain(room, room.ada, first, ['Reveal'], /earlier round/);
    await tapInVain(room, room.ada, result, ['Vote again', 'Agree on 5'], /earlier round/);
    await room.vote({ ada: '3' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should not vote on a later story, nor go on twice', async ({ room }) => {
    await session(room, 'One', 'Two', 'Three');
    await room.vote({ ada: '3', bo: '3' });
    const first = room.message();
    await room.click(room.ada, 'Reveal');
    const result = room.message();
    await room.click(room.ada, 'Next story');
    await tapInVain(room, room.cy, first, ['8'], /too late|earlier round/);
    await tapInVain(room, room.ada, first, ['Reveal'], /earlier round/);
    await tapInVain(room, room.ada, result, ['Next story', 'Vote again'], /earlier round/);
    expect(await room.shows()).toContain('Story 2 of 3');
  });

  it.for(['ended', 'cancelled'])('should do nothing once the session is %s', async (how, { room }) => {
    await session(room, 'One', 'Two');
    await room.vote({ ada: '3', bo: '5' });
    const voting = room.message();
    await room.click(room.ada, 'Reveal');
    const result = room.message();
    if (how === 'ended') {
      await room.click(room.ada, 'End');
    } else {
      await room.choose(room.ada, 'Manage…');
      await room.ada.clickInView('Cancel session');
    }
    const over = how === 'ended' ? /over/ : /cancelled/;
    await tapInVain(room, room.cy, voting, ['Join', 'Leave'], over);
    await tapInVain(room, room.cy, voting, ['8'], /over|cancelled|too late/);
    await tapInVain(room, room.ada, voting, ['Reveal'], over);
    await tapInVain(room, room.ada, result, ['Agree on 5', 'Vote again', 'Next story'], over);
    await tapInVain(room, room.bo, result, ['End', 'Next story'], /over|cancelled|Only <@U0ADA> can/);
  });

  it('should be told that the session is over, once it has expired', async ({ room, w }) => {
    await session(room, 'One', 'Two');
    const voting = room.message();
    await room.vote({ ada: '3', bo: '5' });
    await room.click(room.ada, 'Reveal');
    const result = room.message();
    await expire(room);
    const over = /session is over/;
    await tapInVain(room, room.cy, voting, ['8', 'Join', 'Leave', 'Reveal'], over);
    await tapInVain(room, room.ada, voting, ['8', 'Join', 'Leave', 'Reveal'], over);
    await tapInVain(room, room.ada, result, ['Agree on 5', 'Vote again', 'Next story', 'End'], over);
    await tapInVain(room, room.bo, result, ['Agree on 5', 'Vote again', 'Next story', 'End'], over);
    for (const choice of ['My vote', 'Just watching', 'Move to bottom']) {
      await room.choose(room.bo, choice);
      expect(await room.lastTold(room.bo), choice).toMatch(over);
    }
    for (const choice of ['People…', 'Manage…']) {
      await room.choose(room.ada, choice);
      expect(room.modal(room.ada), choice).toMatch(over);
    }
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should be told so in a lobby and in modals, too', async ({ room }) => {
    await room.groom('--lobby One');
    await room.click(room.bo, 'Join');
    await room.choose(room.ada, 'Manage…');
    await room.choose(room.bo, 'People…');
    await expire(room);
    await tapInVain(room, room.ada, room.message(), ['Start voting'], /session is over/);
    accepted(await room.ada.submit({ 'Add stories': 'Two' }));
    expect(JSON.stringify(room.ada.view.errors)).toMatch(/over/);
    accepted(await room.ada.clickInView('Cancel session'));
    await room.rest();
    expect(room.modal(room.ada)).toMatch(/over/);
  });
});

describe.concurrent('A tap that was tampered with', () => {
  it('should not vote in another session, whether its channel, message or workspace is wrong', async ({
    w,
  }) => {
    const [room, other] = [await session(openRoom(w), 'One'), await session(openRoom(w), 'Other')];
    await other.vote({ bo: '3' });
    const before = await other.shows();
    const value = `${other.sessionId()}.1.1.8`;
    const { channelId, message } = other;
    const lies = [
      { value },
      { value, channelId },
      { value, messageTs: message().ts },
      { value, teamId: 'T0OTHER' },
    ];
    for (const lie of lies) {
      accepted(await alteredClick(room, room.bo, '8', lie));
      await other.rest();
    }
    expect(await other.shows()).toBe(before);
    await other.click(other.ada, 'Reveal');
    expect(await other.shows()).toContain('1 vote');
    expect(await other.shows()).toContain('`3` █  <@U0BO>');
    expect(await room.shows()).toContain('No votes yet');
    expect(room.told(room.bo).join('\n')).toMatch(/not connected/);
    expect(room.told(room.bo).join('\n')).not.toMatch(/You voted/);
  });

  it.for(['Reveal', 'Join', 'Leave'])('should not reach another session with %s', async (label, { w }) => {
    const [room, other] = [await session(openRoom(w), 'One'), await session(openRoom(w), 'Other')];
    await other.vote({ ada: '3', bo: '5' });
    const before = await other.shows();
    accepted(await alteredClick(room, room.ada, label, { value: `${other.sessionId()}.1.1` }));
    expect(await other.shows()).toBe(before);
    expect(await room.lastTold(room.ada)).toMatch(/not connected/);
  });

  it('should not play a card that is not in the deck; the earlier vote still counts', async ({ room }) => {
    await session(room, 'One');
    await room.vote({ bo: '5' });
    for (const card of ['4', '100', 'XL', '', '<!channel>', '5 ']) {
      accepted(await alteredClick(room, room.bo, '8', { value: `${room.sessionId()}.1.1.${card}` }));
    }
    await room.rest();
    expect(room.told(room.bo).filter((line) => /not in this deck/.test(line)).length).toBeGreaterThanOrEqual(
      5,
    );
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toContain('*5*');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`5` █  <@U0BO>');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should not make a voter of somebody with a card that is not in the deck', async ({ room }) => {
    await session(room, 'One');
    await room.vote({ ada: '5' });
    const before = await room.shows();
    accepted(await alteredClick(room, room.bo, '8', { value: `${room.sessionId()}.1.1.4` }));
    expect(await room.shows()).toBe(before);
  });

  it('should not record an estimate that is not in the deck', async ({ room }) => {
    await session(room, 'One');
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    const before = await room.shows();
    for (const card of ['4', '?', '☕', 'XL']) {
      const value = `${room.sessionId()}.1.1.${card}`;
      accepted(await alteredClick(room, room.ada, 'Agree on 8', { value }));
    }
    expect(await room.shows()).toBe(before);
    expect(room.told(room.ada).filter((line) => /not in this deck/.test(line))).toHaveLength(4);
  });

  it('should not vote ahead, on a round or a story to come', async ({ room }) => {
    await session(room, 'One', 'Two');
    await room.vote({ ada: '3' });
    for (const round of ['1.2', '2.1', '0.0', '999.999', '7.1']) {
      accepted(await alteredClick(room, room.bo, '8', { value: `${room.sessionId()}.${round}.8` }));
    }
    await room.rest();
    expect(room.told(room.bo).join()).not.toContain('You voted');
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    expect(await room.shows()).toContain('No votes yet');
    expect(await room.shows()).not.toContain('U0BO');
  });

  it('should do nothing with a value that is none', async ({ room }) => {
    await session(room, 'One');
    const before = await room.shows();
    const id = room.sessionId();
    for (const value of [
      'x',
      '',
      `${id}`,
      `${id}.1`,
      `${id}.x.y`,
      `${id.toLowerCase()}.1.1.5`,
      '{}',
      '\0'.repeat(2000),
    ]) {
      accepted(await alteredClick(room, room.bo, '8', { value }));
      accepted(await alteredClick(room, room.bo, 'Reveal', { value }));
    }
    expect(await room.shows()).toBe(before);
  });

  it('should do nothing for a session that never was', async ({ room, w }) => {
    await session(room, 'One');
    for (const label of ['8', 'Join', 'Reveal']) {
      const detail = label === '8' ? '.8' : '';
      accepted(
        await alteredClick(room, room.bo, label, { value: `01ARZ3NDEKTSV4RRFFQ69G5FAV.1.1${detail}` }),
      );
    }
    await w.slack.until(() => room.told(room.bo).length === 3);
    for (const line of room.told(room.bo)) expect(line).toMatch(/session is over/);
  });
});

describe.concurrent('A double tap', () => {
  /** Both at once, on the same picture. */
  async function twice(room: Room, person: Person, label: string): Promise<void> {
    const picture = room.message();
    const taps = [person.clickStale(picture, label), person.clickStale(picture, label)];
    for (const tap of await Promise.all(taps)) accepted(tap);
    await room.rest();
    expect(person.warnings()).toEqual([]);
  }

  it('should be as good as one on every button of a session', async ({ room, w }) => {
    await room.ada.command('/groom');
    await room.ada.submit({ Stories: 'One\nTwo\nThree', Options: 'lobby' });
    await room.rest();
    await twice(room, room.bo, 'Join');
    expect(await room.shows()).toContain('1 joined · <@U0BO>');
    await twice(room, room.ada, 'Start voting');
    expect(await room.shows()).toContain('waiting for <@U0BO>');
    await twice(room, room.bo, 'Leave');
    expect(await room.shows()).not.toContain('U0BO');
    await twice(room, room.bo, '5');
    await twice(room, room.ada, '8');
    expect(await room.shows()).toContain('2 voted');
    await twice(room, room.ada, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    await twice(room, room.ada, 'Vote again');
    expect(await room.shows()).toContain('round 2');
    await twice(room, room.bo, '5');
    await twice(room, room.ada, '8');
    await twice(room, room.ada, 'Reveal');
    await twice(room, room.ada, 'Agree on 8');
    expect(await room.shows()).toContain('Estimate: *8*');
    await twice(room, room.ada, 'Next story');
    expect(await room.shows()).toContain('Two\nStory 2 of 3');
    await twice(room, room.bo, '5');
    await twice(room, room.ada, 'Reveal');
    await twice(room, room.ada, 'End');
    expect(await room.shows()).toContain('*8 points* · 1 of 3 stories');
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should leave the later of two cards', async ({ room, w }) => {
    await session(room, 'One');
    const picture = room.message();
    const [first, second] = [room.bo.payloadOfClick(picture, '5'), room.bo.payloadOfClick(picture, '8')];
    accepted(await w.slack.deliverPayload(second));
    accepted(await w.slack.deliverPayload(first));
    await room.rest();
    for (const line of room.told(room.bo)) expect(line).toContain('*8*');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`8` █  <@U0BO>');
  });
});
