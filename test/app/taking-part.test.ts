import { describe, expect } from 'vitest';
import { alteredViewClick } from './altered.ts';
import { crowd, crowdedWorkspace } from './crowd.ts';
import { inWorkspace } from './it.ts';
import { accepted, type Room } from './room.ts';

const it = inWorkspace({ slack: { workspace: crowdedWorkspace(60) } });

async function story(room: Room): Promise<Room> {
  await room.groom('Add SSO login');
  return room;
}

describe.concurrent('Joining', () => {
  it('should make the others wait for one', async ({ room }) => {
    await story(room);
    await room.click(room.bo, 'Join');
    expect(await room.shows()).toContain('waiting for <@U0BO>');
    expect(room.told(room.bo)).toEqual([]);
  });

  it('should be harmless twice', async ({ room }) => {
    await story(room);
    await room.click(room.bo, 'Join');
    const once = await room.shows();
    await room.click(room.bo, 'Join');
    expect(await room.shows()).toBe(once);
    expect(await room.lastTold(room.bo)).toContain('You are in already');
  });

  it('should happen by itself with a card, and last for the next round', async ({ room }) => {
    await story(room);
    await room.vote({ bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    expect(await room.shows()).toContain('waiting for <@U0BO>');
  });

  it('should keep the card of somebody who joins after voting', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5', 'Join');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('<@U0BO>');
  });
});

describe.concurrent('Leaving', () => {
  it('should withdraw one’s vote of the running round, and say so', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    await room.click(room.bo, 'Leave');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0ADA>');
    expect(await room.lastTold(room.bo)).toMatch(/You have left.*withdrawn/);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
    expect(await room.shows()).not.toContain('U0BO');
  });

  it('should be harmless without having joined', async ({ room }) => {
    await story(room);
    const before = await room.shows();
    await room.click(room.bo, 'Leave');
    expect(await room.shows()).toBe(before);
    expect(await room.lastTold(room.bo)).toContain('You were not taking part');
    await room.click(room.bo, 'Join', 'Leave', 'Leave');
    expect(room.told(room.bo).slice(-2)).toEqual([
      expect.stringContaining('You have left'),
      expect.stringContaining('You were not taking part'),
    ]);
  });

  it('should leave the last vote withdrawn: no reveal then', async ({ room }) => {
    await story(room);
    await room.vote({ bo: '5' });
    await room.click(room.bo, 'Leave');
    await room.click(room.ada, 'Reveal');
    expect(await room.lastTold(room.ada)).toContain('Nobody has voted yet');
    expect(await room.shows()).toContain('No votes yet');
  });

  it('should not stop anybody from coming back with a card', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5', 'Leave', '8');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`8` █  <@U0BO>');
  });

  it('should be possible for the creator, who stays the creator', async ({ room }) => {
    await story(room);
    await room.click(room.ada, 'Join');
    await room.vote({ bo: '5' });
    await room.click(room.ada, 'Leave');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should take nothing out of earlier results, and not be awaited any more', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    await room.click(room.bo, 'Leave');
    expect(await room.shows()).toContain('waiting for <@U0ADA>');
    expect(await room.shows()).toContain('Round 1: 3–5');
    expect(await room.shows()).not.toContain('U0BO');
  });

  it('should leave a revealed vote in the result, when the tap came late', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    const stale = room.message();
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    accepted(await room.bo.clickStale(stale, 'Leave'));
    expect(await room.shows()).toBe(result);
    expect(await room.lastTold(room.bo)).toMatch(/\*5\*.*stays in the result/);
  });
});

describe.concurrent('Just watching', () => {
  it('should make an observer, who is never awaited', async ({ room }) => {
    await story(room);
    await room.click(room.bo, 'Join');
    await room.choose(room.bo, 'Just watching');
    expect(await room.shows()).toContain('watching: <@U0BO>');
    expect(await room.shows()).not.toContain('waiting for');
    expect(await room.lastTold(room.bo)).toContain('just watching');
    await room.vote({ ada: '3', cy: '5' });
    expect(await room.shows()).toContain('2 voted');
  });

  it('should withdraw one’s vote', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    await room.choose(room.bo, 'Just watching');
    expect(await room.lastTold(room.bo)).toContain('withdrawn');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
  });

  it('should end with a card, which says so', async ({ room }) => {
    await story(room);
    await room.choose(room.bo, 'Just watching');
    await room.vote({ bo: '5' });
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    expect(await room.shows()).not.toContain('watching');
    expect(await room.lastTold(room.bo)).toMatch(/\*5\*.*voter again/);
    await room.vote({ bo: '8' });
    expect(await room.lastTold(room.bo)).not.toContain('voter again');
  });

  it('should end with Join, too', async ({ room }) => {
    await story(room);
    await room.choose(room.bo, 'Just watching');
    await room.click(room.bo, 'Join');
    expect(await room.shows()).toContain('waiting for <@U0BO>');
    expect(await room.shows()).not.toContain('watching');
  });

  it('should last for the next round', async ({ room }) => {
    await story(room);
    await room.choose(room.bo, 'Just watching');
    await room.vote({ ada: '3' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    expect(await room.shows()).toContain('waiting for <@U0ADA> · watching: <@U0BO>');
  });
});

describe.concurrent('My vote', () => {
  it('should repeat one’s own card, and nobody else’s', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '13' });
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toMatch(/Your vote on Add SSO login.*\*13\*/);
    await room.choose(room.cy, 'My vote');
    expect(await room.lastTold(room.cy)).toContain('not voted');
    await room.click(room.ada, 'Reveal');
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toContain('*13*');
    expect(room.told(room.ada)).toEqual([expect.stringContaining('You voted *3*')]);
  });

  it('should have nothing to repeat once one has left', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5', 'Leave');
    await room.choose(room.bo, 'My vote');
    expect(await room.lastTold(room.bo)).toContain('not voted');
  });
});

describe.concurrent('People…', () => {
  it('should show everybody who takes part, and what is known of them', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    await room.click(room.cy, 'Join');
    await room.choose(room.dee, 'Just watching');
    await room.choose(room.eve, 'People…');
    const people = room.modal(room.eve);
    expect(people).toContain('4 people');
    expect(people).toContain('<@U0ADA> · voted · host');
    expect(people).toContain('<@U0BO> · voted');
    expect(people).toContain('<@U0CY> · not voted yet');
    expect(people).toContain('<@U0DEE> · watching');
    expect(people).not.toContain('[Remove]');
  });

  it('should let the creator remove a participant, with the vote; the others see it in the message', async ({
    room,
  }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5', cy: '8' });
    await room.choose(room.ada, 'People…');
    expect(room.modal(room.ada)).toContain('<@U0BO> · voted [Remove]');
    // Each asks, and says whom it would remove.
    const buttons = JSON.stringify(room.ada.view.view.blocks);
    expect(buttons.match(/"confirm":\{"title"/g)).toHaveLength(2);
    expect(buttons.match(/"accessibility_label":"Remove [^"]+"/g)).toEqual([
      '"accessibility_label":"Remove person 2"',
      '"accessibility_label":"Remove person 3"',
    ]);
    accepted(await room.ada.clickInView({ label: 'Remove', value: room.bo.id }));
    expect(await room.shows()).not.toContain('U0BO');
    expect(room.modal(room.ada)).toContain('2 people');
    expect(room.modal(room.ada)).not.toContain('U0BO');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    expect(await room.shows()).not.toContain('U0BO');
  });

  it('should tell whoever was removed, and what became of their vote', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5', cy: '8' });
    await room.choose(room.ada, 'People…');
    accepted(await room.ada.clickInView({ label: 'Remove', value: room.bo.id }));
    expect(await room.lastTold(room.bo)).toMatch(/<@U0ADA> has removed you from .*withdrawn/);
    await room.click(room.ada, 'Reveal');
    await room.choose(room.ada, 'People…');
    accepted(await room.ada.clickInView({ label: 'Remove', value: room.cy.id }));
    expect(await room.lastTold(room.cy)).toMatch(/<@U0ADA> has removed you from .*8/);
    expect(room.told(room.ada).join()).not.toContain('removed');
  });

  it('should not let the creator be removed', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5' });
    const before = await room.shows();
    await room.choose(room.ada, 'People…');
    expect(room.modal(room.ada)).toContain('<@U0ADA> · voted · host\n');
    accepted(await alteredViewClick(room, room.ada, { action_id: 'remove', value: room.ada.id }));
    expect(await room.shows()).toBe(before);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('<@U0ADA>');
  });

  it('should let nobody else remove anybody', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '3', bo: '5', cy: '8' });
    const before = await room.shows();
    await room.choose(room.bo, 'People…');
    accepted(await alteredViewClick(room, room.bo, { action_id: 'remove', value: room.cy.id }));
    expect(await room.shows()).toBe(before);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('<@U0CY>');
  });

  it('should say so when nobody has joined yet', async ({ room }) => {
    await story(room);
    await room.choose(room.bo, 'People…');
    expect(room.modal(room.bo)).toContain('Nobody has joined yet');
  });

  it('should turn pages with many people', async ({ room }) => {
    await story(room);
    await room.vote({ bo: '5', ...Object.fromEntries(crowd(60).map((name) => [name, '3'])) });
    await room.choose(room.ada, 'People…');
    const rows = () => room.modal(room.ada).match(/^<@\w+>/gm) ?? [];
    const first = rows();
    expect(room.modal(room.ada)).toContain('61 people');
    expect(first).toHaveLength(40);
    expect(room.modal(room.ada)).toMatch(/\n\[Next →\]$/);

    accepted(await room.ada.clickInView('Next →'));
    await room.rest();
    const second = rows();
    expect(second).toHaveLength(21);
    expect(new Set([...first, ...second]).size).toBe(61);
    expect(room.modal(room.ada)).toMatch(/\n\[← Previous\]$/);

    const [victim = ''] = second;
    accepted(await room.ada.clickInView({ label: 'Remove', value: victim.slice(2, -1) }));
    await room.rest();
    expect(room.modal(room.ada)).toContain('60 people');
    expect(rows()).toEqual(second.slice(1));
    expect(await room.shows()).toContain('and 52 more');
    accepted(await room.ada.clickInView('← Previous'));
    await room.rest();
    expect(rows()).toEqual(first);
  });
});
