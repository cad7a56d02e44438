import { describe, expect } from 'vitest';
import { alteredClick, alteredViewClick } from './altered.ts';
import { letCreatorBeSilent } from './backdate.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

/** Ada's session with two stories, in which she and Bo have voted 3 and 8. */
async function voted(room: Room): Promise<Room> {
  await room.ada.command('/groom');
  await room.ada.submit({ Stories: 'One\nTwo' });
  await room.rest();
  await room.vote({ ada: '3', bo: '8' });
  return room;
}

async function revealed(room: Room): Promise<Room> {
  await voted(room);
  await room.click(room.ada, 'Reveal');
  return room;
}

async function lobby(room: Room): Promise<Room> {
  await room.groom('--lobby One');
  await room.click(room.bo, 'Join');
  return room;
}

describe.concurrent('What only the creator may do', () => {
  const buttons: [label: string, before: (room: Room) => Promise<Room>, then: RegExp][] = [
    ['Start voting', lobby, /\[Reveal\]/],
    ['Reveal', voted, /median 5.5/i],
    ['Agree on 5', revealed, /Estimate: \*5\*/],
    ['Vote again', revealed, /round 2/],
    ['Next story', revealed, /Story 2 of 2/],
    ['End', revealed, /Estimation done/],
  ];

  it.for(buttons)(
    'should refuse %s to others, with a line that says who can',
    async ([label, before, then], { room }) => {
      await before(room);
      const unchanged = await room.shows();
      for (const person of [room.bo, room.cy]) {
        await room.click(person, label);
        expect(await room.lastTold(person)).toContain('Only <@U0ADA> can');
      }
      expect(await room.shows()).toBe(unchanged);
      expect(room.told(room.ada).join()).not.toContain('Only');
      await room.click(room.ada, label);
      expect(await room.shows()).toMatch(then);
    },
  );

  it('should refuse another estimate to others, with a line that says who can', async ({ room }) => {
    await revealed(room);
    const unchanged = await room.shows();
    await room.choose(room.bo, '13');
    expect(await room.shows()).toBe(unchanged);
    expect(await room.lastTold(room.bo)).toContain('Only <@U0ADA> can');
  });

  it('should refuse a change to others', async ({ room }) => {
    await revealed(room);
    await room.click(room.ada, 'Agree on 5');
    await room.choose(room.bo, '13');
    expect(await room.shows()).toContain('Estimate: *5*');
    expect(await room.lastTold(room.bo)).toContain('Only <@U0ADA> can');
  });

  it('should show others in Manage… who can, and nothing to manage', async ({ room }) => {
    await voted(room);
    await room.choose(room.bo, 'Manage…');
    expect(room.modal(room.bo)).toContain('Only <@U0ADA> can manage this session');
    expect(room.modal(room.bo)).not.toMatch(/\[|:/);
    expect(room.bo.view.view.submit).toBeUndefined();
  });

  it.for([
    ['manage_end', 'x'],
    ['cancel', 'x'],
    // Somebody who could be removed: to remove the creator is refused for another reason.
    ['remove', 'U0CY'],
  ])('should not be had by a made-up %s in the modal', async ([action_id = '', value = ''], { room }) => {
    await voted(room);
    await room.vote({ cy: '5' });
    const unchanged = await room.shows();
    await room.choose(room.bo, 'Manage…');
    accepted(await alteredViewClick(room, room.bo, { action_id, value }));
    expect(await room.shows()).toBe(unchanged);
    expect(room.modal(room.bo)).toContain('Only <@U0ADA> can');
  });

  it.for(['people', 'manage'])(
    'should not be seen in %s by somebody in another channel',
    async (view, { room, w }) => {
      await voted(room);
      const elsewhere = await openRoom(w);
      const value = `${room.sessionId()}.1.1.${view}`;
      const lie = { actionId: 'menu', value, channelId: elsewhere.channelId };
      accepted(await alteredClick(room, room.cy, '5', lie));
      await room.rest();
      expect(room.modal(room.cy)).toContain('not connected to a session');
      expect(room.modal(room.cy)).not.toMatch(/U0ADA|U0BO/);
    },
  );

  it.for(['edit', 'next', 'earlier', 'later', 'skip'])(
    'should not be had by a made-up %s of a story',
    async (item, { room }) => {
      await voted(room);
      const unchanged = await room.shows();
      await room.choose(room.bo, 'Manage…');
      const value = `${room.sessionId()}.2.1.${item}`;
      accepted(await alteredViewClick(room, room.bo, { action_id: 'story_menu', value, type: 'overflow' }));
      expect(await room.shows()).toBe(unchanged);
      expect(room.bo.views).toHaveLength(1);
      await room.choose(room.ada, 'Manage…');
      expect(room.modal(room.ada)).toContain('2. Two');
    },
  );

  it('should stay the creator’s for a guest of another workspace, who may vote all the same', async ({
    room,
  }) => {
    await voted(room);
    const guest = { homeTeamId: 'T0OTHER' };
    accepted(await alteredClick(room, room.dee, '5', guest));
    expect(await room.shows()).toContain('<@U0DEE>');
    expect(await room.lastTold(room.dee)).toContain('*5*');
    const before = await room.shows();
    accepted(await alteredClick(room, room.ada, 'Reveal', guest));
    expect(await room.shows()).toBe(before);
  });
});

describe.concurrent('Hand over to …', () => {
  async function handOver(room: Room, to: string): Promise<void> {
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Hand over to …': to }));
    await room.rest();
  }

  it('should make somebody else the creator, and the former one a participant like any other', async ({
    room,
  }) => {
    await voted(room);
    await handOver(room, 'bo');
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toContain('hosted by <@U0BO>');
    expect(await room.text()).toContain('<@U0BO> can reveal');
    expect(await room.lastTold(room.bo)).toContain('<@U0ADA> has handed One over to you');
    expect(await room.lastTold(room.ada)).toContain('<@U0BO> hosts One now');
    const before = await room.shows();
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toBe(before);
    expect(await room.lastTold(room.ada)).toContain('Only <@U0BO> can');
    await room.click(room.bo, 'Reveal');
    expect(await room.shows()).toMatch(/median 5.5/i);
  });

  it('should need somebody who has joined; nothing is lost in the modal', async ({ room }) => {
    await voted(room);
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Hand over to …': 'cy', 'Add stories': 'Three' }));
    expect(room.ada.view.errors?.hand_over).toMatch(/joined/);
    expect(JSON.stringify(room.ada.view.values)).toContain('Three');
    expect(await room.shows()).toContain('1 of 2');
    await room.click(room.cy, 'Join');
    accepted(await room.ada.submit());
    expect(await room.shows()).toContain('hosted by <@U0CY>');
    expect(await room.shows()).toContain('1 of 3');
  });

  it('should refuse the former creator in the modals that are still open', async ({ room, w }) => {
    await voted(room);
    const elsewhere = w.slack.as('ada', room.channelId, `${room.ada.windowId}, second`);
    await elsewhere.choose(room.message(), 'Manage…');
    const people = w.slack.as('ada', room.channelId, `${room.ada.windowId}, third`);
    await people.choose(room.message(), 'People…');
    await handOver(room, 'bo');
    const before = await room.shows();

    accepted(await people.clickInView({ label: 'Remove', value: room.bo.id }));
    expect(await room.shows()).toBe(before);
    expect(room.modal(people)).not.toContain('[Remove]');

    accepted(await elsewhere.submit({ 'Add stories': 'Three' }));
    expect(JSON.stringify(elsewhere.view.errors)).toContain('Only the creator can');
    expect(JSON.stringify(elsewhere.view.values)).toContain('Three');
    accepted(await elsewhere.clickInView('Cancel session'));
    expect(await room.shows()).toBe(before);
    expect(room.modal(elsewhere)).toContain('Only <@U0BO> can');
  });

  it('should refuse the former creator who hands over once more', async ({ room, w }) => {
    await voted(room);
    const elsewhere = w.slack.as('ada', room.channelId, `${room.ada.windowId}, second`);
    await elsewhere.choose(room.message(), 'Manage…');
    await handOver(room, 'bo');
    const before = await room.shows();
    accepted(await elsewhere.submit({ 'Hand over to …': 'ada' }));
    expect(await room.shows()).toBe(before);
    expect(elsewhere.view.errors?.hand_over).toContain('Only the creator can');
  });
});

describe.concurrent('Take over', () => {
  it('should not be offered while the creator is around', async ({ room }) => {
    await voted(room);
    await letCreatorBeSilent(room, 8);
    await room.choose(room.bo, 'Manage…');
    expect(room.modal(room.bo)).toContain('2 minutes');
    expect(room.modal(room.bo)).not.toContain('[Take over]');
    const before = await room.shows();
    accepted(await alteredViewClick(room, room.bo, { action_id: 'take_over', value: 'x' }));
    expect(await room.shows()).toBe(before);
  });

  it('should make any participant the creator after ten minutes of silence', async ({ room }) => {
    await voted(room);
    await letCreatorBeSilent(room, 11);
    await room.choose(room.bo, 'Manage…');
    expect(room.modal(room.bo)).toContain('[Take over]!');
    accepted(await room.bo.clickInView('Take over'));
    expect(await room.shows()).toContain('hosted by <@U0BO>');
    expect(room.modal(room.bo)).toContain('Add stories');
    expect(await room.lastTold(room.bo)).toContain('You host One now');
    expect(await room.lastTold(room.ada)).toMatch(/<@U0BO> has taken .*over/);

    const before = await room.shows();
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toBe(before);
    expect(await room.lastTold(room.ada)).toContain('Only <@U0BO> can');
    await room.choose(room.ada, 'Manage…');
    expect(room.modal(room.ada)).toContain('Only <@U0BO> can');
    await room.click(room.bo, 'Reveal');
    expect(await room.shows()).toMatch(/median 5.5/i);
  });

  it('should be for participants only', async ({ room }) => {
    await voted(room);
    await letCreatorBeSilent(room, 11);
    await room.choose(room.cy, 'Manage…');
    expect(room.modal(room.cy)).toContain('Join first');
    expect(room.modal(room.cy)).not.toContain('[Take over]');
    const before = await room.shows();
    accepted(await alteredViewClick(room, room.cy, { action_id: 'take_over', value: 'x' }));
    expect(await room.shows()).toBe(before);
    expect(room.modal(room.cy)).toContain('Only <@U0ADA> can');
  });

  it('should be for observers, too', async ({ room }) => {
    await voted(room);
    await room.choose(room.cy, 'Just watching');
    await letCreatorBeSilent(room, 11);
    await room.choose(room.cy, 'Manage…');
    accepted(await room.cy.clickInView('Take over'));
    expect(await room.shows()).toContain('hosted by <@U0CY>');
  });

  it('should come too late when the creator is back, if only with a vote', async ({ room }) => {
    await voted(room);
    await letCreatorBeSilent(room, 11);
    await room.choose(room.bo, 'Manage…');
    await room.vote({ ada: '5' });
    const before = await room.shows();
    accepted(await room.bo.clickInView('Take over'));
    expect(await room.shows()).toBe(before);
    expect(room.modal(room.bo)).toContain('10 minutes');
    expect(room.modal(room.bo)).not.toContain('[Take over]');
  });

  it('should go to one of two who try at once', async ({ room }) => {
    await voted(room);
    await room.click(room.cy, 'Join');
    await letCreatorBeSilent(room, 11);
    await Promise.all([room.choose(room.bo, 'Manage…'), room.choose(room.cy, 'Manage…')]);
    const taken = await Promise.all([room.bo.clickInView('Take over'), room.cy.clickInView('Take over')]);
    for (const delivery of taken) accepted(delivery);
    const [, host = ''] = /hosted by <@(\w+)>/.exec(await room.shows()) ?? [];
    expect(['U0BO', 'U0CY']).toContain(host);
    const [winner, loser] = host === 'U0BO' ? [room.bo, room.cy] : [room.cy, room.bo];
    expect(room.modal(winner)).toContain('Add stories');
    expect(room.modal(loser)).toContain(`Only <@${host}> can`);
  });
});
