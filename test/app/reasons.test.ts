import { describe, expect } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { alteredClick } from './altered.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

async function story(room: Room, text = '--reasons Add SSO login'): Promise<Room> {
  await room.groom(text);
  return room;
}

/** The private line that somebody got last here. */
function line(person: Person): Message {
  const message = person.sees().findLast(({ channelId }) => channelId === person.channelId);
  if (!message) throw new Error('There is no private line');
  return message;
}

/** Says why, from the private line of the last vote. */
async function explain(room: Room, person: Person, reason: string): Promise<void> {
  accepted(await person.click(line(person), 'Add why'));
  accepted(await person.submit({ reason }));
  await room.rest();
}

describe.concurrent('--reasons', () => {
  it('should offer a button in the private line, and show the reason with the card after the reveal only', async ({
    room,
    w,
  }) => {
    await story(room);
    await room.click(room.bo, '5');
    expect(JSON.stringify(line(room.bo).blocks)).toContain('Add why');
    await explain(room, room.bo, 'We have *done* this before & <it> was easy');
    expect(room.bo.views).toEqual([]);
    expect(await room.lastTold(room.bo)).toContain('Your reason goes with your *5*');
    await room.click(room.cy, '8');
    expect(JSON.stringify(room.sent())).not.toContain('before & <it>');
    expect(JSON.stringify(w.slack.ephemeralsOf('cy'))).not.toContain('before & <it>');
    await room.click(room.ada, 'Reveal');
    const { blocks } = room.message();
    // Literal: in rich text.
    const reasons = blocks?.find((block) => JSON.stringify(block).includes('this before'));
    expect(JSON.stringify(reasons)).toContain('“We have *done* this before & <it> was easy”');
    expect(JSON.stringify(reasons)).toContain('U0BO');
    expect(reasons?.type).toBe('rich_text');
    expect(validateBlocks(blocks)).toEqual([]);
    expect(await room.text()).toContain('With 1 reason');
    expect(await room.text()).not.toContain('<it>');
    // Cy has yet to say why.
    expect(await room.shows()).toContain('<@U0CY> (8), would you say why?');
  });

  it('should not be there without it', async ({ room }) => {
    for (const text of ['Add SSO login', '--no-reasons Add SSO login']) {
      await story(room, text);
      await room.click(room.bo, '5');
      expect(JSON.stringify(line(room.bo))).not.toContain('Add why');
    }
  });

  it('should not be prefilled with what somebody else has said of the same card', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    await explain(room, room.bo, 'Bo’s secret');
    await room.click(room.cy, '5');
    accepted(await room.cy.click(line(room.cy), 'Add why'));
    expect(JSON.stringify(room.cy.view.view)).not.toContain('secret');
  });

  it('should be changed, and prefilled with what there is', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    const told = line(room.bo);
    await explain(room, room.bo, 'First thought');
    accepted(await room.bo.click(told, 'Add why'));
    expect(JSON.stringify(room.bo.view.view)).toContain('First thought');
    accepted(await room.bo.submit({ reason: 'Second thought' }));
    await room.rest();
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).toContain('Second thought');
    expect(JSON.stringify(room.message().blocks)).not.toContain('First thought');
  });

  it('should go with its card: with another one it is not shown', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    await explain(room, room.bo, 'Because of the fives');
    await room.click(room.bo, '8');
    await room.click(room.cy, '5');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).not.toContain('fives');
  });

  it('should explain the card that somebody has by now, from an earlier line too', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    const told = line(room.bo);
    await room.click(room.bo, '8');
    accepted(await room.bo.click(told, 'Add why'));
    expect(JSON.stringify(room.bo.view.view)).toContain('Your reason for 8');
    accepted(await room.bo.submit({ reason: 'Because of the eights' }));
    expect(await room.lastTold(room.bo)).toContain('Your reason goes with your *8*');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).toContain('Because of the eights');
  });

  it('should be there again with the card', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    await explain(room, room.bo, 'Because of the fives');
    await room.click(room.bo, '8');
    await room.click(room.bo, '5');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).toContain('Because of the fives');
  });

  it('should come too late after the reveal, and say so', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    const told = line(room.bo);
    accepted(await room.bo.click(told, 'Add why'));
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    accepted(await room.bo.submit({ reason: 'Too late' }));
    expect(await room.lastTold(room.bo)).toContain('too late');
    expect(await room.shows()).toBe(result);
    // And from the button itself.
    accepted(await room.bo.click(told, 'Add why'));
    expect(await room.lastTold(room.bo)).toContain('too late');
    expect(room.bo.views).toEqual([]);
    expect(await room.shows()).toBe(result);
  });

  it('should not be for a card that was left', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    const told = line(room.bo);
    await room.click(room.bo, 'Leave');
    accepted(await room.bo.click(told, 'Add why'));
    if (room.bo.views.length > 0) accepted(await room.bo.submit({ reason: 'But I left' }));
    expect(await room.lastTold(room.bo)).toContain('no vote in this round');
    await room.click(room.cy, '5');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).not.toContain('But I left');
  });

  it('should be one line, of a length that can be read', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    accepted(await room.bo.click(line(room.bo), 'Add why'));
    await expect(room.bo.submit({ reason: '' })).rejects.toThrow('Not submitted');
    await expect(room.bo.submit({ reason: 'x'.repeat(141) })).rejects.toThrow('Not submitted');
    accepted(await room.bo.submit({ reason: '\u200b' }));
    expect(Object.values(room.bo.view.errors ?? {})).toEqual(['What made you choose this card?']);
    accepted(await room.bo.submit({ reason: 'x'.repeat(140) }));
    expect(await room.lastTold(room.bo)).toContain('Your reason goes with');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).toContain('x'.repeat(140));
  });

  it('should stay with its round', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    const told = line(room.bo);
    await explain(room, room.bo, 'Of the first round');
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    await room.click(room.bo, '5');
    accepted(await room.bo.click(told, 'Add why'));
    expect(await room.lastTold(room.bo)).toContain('too late');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).not.toContain('Of the first round');
  });

  it('should be had by keyboard, too', async ({ room }) => {
    await story(room);
    accepted(await room.ada.command('/groom vote 5'));
    await room.rest();
    await explain(room, room.ada, 'Typed all of it');
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).toContain('Typed all of it');
  });

  it('should not be given for anybody else, whatever the request says', async ({ room, w }) => {
    await story(room);
    await room.vote({ bo: '5', cy: '8' });
    accepted(await room.bo.click(line(room.bo), 'Add why'));
    const { view } = room.bo.view;
    const forged = {
      type: 'view_submission',
      user: { id: 'U0CY', team_id: 'T0GROOM' },
      team: { id: 'T0GROOM' },
      view: {
        ...JSON.parse(JSON.stringify(view)),
        id: 'V1',
        state: { values: { reason: { reason: { type: 'plain_text_input', value: 'Not mine' } } } },
      },
    };
    // Cy's own card is an 8: the modal for Bo's 5 is none of theirs.
    accepted(await w.slack.deliverPayload(forged));
    await room.rest();
    await room.click(room.ada, 'Reveal');
    expect(JSON.stringify(room.message().blocks)).not.toContain('Not mine');
  });

  it('should not be asked for from another channel, nor show there what it is about', async ({ room, w }) => {
    const theirs = await story(openRoom(w), '--reasons The secret plan');
    await theirs.click(theirs.bo, '5');
    await story(room);
    await room.click(room.bo, '5');
    const value = `${theirs.sessionId()}.1.1.5`;
    accepted(await alteredClick(room, room.bo, 'Add why', { value }, line(room.bo)));
    expect(room.bo.views).toEqual([]);
    expect(await room.lastTold(room.bo)).toContain('not connected');
    // In its own channel it is.
    accepted(await alteredClick(theirs, theirs.bo, 'Add why', { value }, line(theirs.bo)));
    expect(theirs.modal(theirs.bo)).toContain('The secret plan');
  });
});
