import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, gather, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';

/** The countdown, and what a busy computer adds to it. */
const SOON = 9000;

/** A story for which Bo has come before the cards. */
async function story(room: Room, text = '--auto-reveal Add SSO login'): Promise<Room> {
  await gather(room, text, room.bo);
  return room;
}

const looks = (room: Room): string => shown(room.message().blocks);

/** Resolves when the votes are there for all to see; answers when that was shown first. */
async function revealedAt(room: Room): Promise<number> {
  await room.w.slack.until(() => looks(room).includes('[Vote again]'), SOON);
  await room.rest();
  return room.sent().find(({ blocks }) => shown(blocks).includes('[Vote again]'))?.at ?? 0;
}

/** When the message first said that the reveal is near. */
const announcedAt = (room: Room): number =>
  room.sent().find(({ blocks }) => shown(blocks).includes('Revealing in a moment'))?.at ?? Number.NaN;

describe.concurrent('--auto-reveal', () => {
  it('should say that the reveal is near once all have voted, and reveal after five seconds', async ({
    room,
  }) => {
    await story(room);
    await room.click(room.cy, 'Join');
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).toContain('2 of 3 voted');
    await room.click(room.cy, '8');
    expect(await room.shows()).toMatch(/Everyone has voted: .*Revealing in a moment/);
    expect(await room.text()).toContain('Everyone has voted');
    expect(await room.text()).toContain('Revealing in a moment');
    const countdown = (await revealedAt(room)) - announcedAt(room);
    expect(countdown).toBeGreaterThan(4000);
    expect(await room.shows()).toContain('`8` █  <@U0CY>\n`5` ██  <@U0ADA> <@U0BO>');
    // The creator need not be told: there is nothing for them to do.
    expect(room.told(room.ada).join()).not.toContain('Everyone has voted');
  });

  it('should wait for the host where nobody has gathered, up to the second story', async ({ room }) => {
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo', Options: 'autoReveal' }));
    expect(await room.shows()).toContain('secret until the reveal');
    await room.vote({ ada: '5', bo: '5' });
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect(await room.shows()).toContain('2 voted · ✓ <@U0ADA> <@U0BO>');
    expect(room.told(room.ada).join()).not.toContain('You can reveal');
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Next story');
    await room.vote({ ada: '5', bo: '5' });
    await revealedAt(room);
    expect(await room.shows()).toContain('Consensus: 5');
  });

  it('should be told before the first vote, in words for all', async ({ room }) => {
    await story(room);
    expect(await room.shows()).toContain('secret until everyone has voted');
    expect(await room.text()).toContain('revealed once everyone has voted');
  });

  it('should not begin anew when somebody changes their card, which would tell that they did', async ({
    w,
  }) => {
    const [still, changing] = [await story(openRoom(w)), await story(openRoom(w))];
    for (const room of [still, changing]) await room.vote({ ada: '5', bo: '5' });
    const announced = announcedAt(changing);
    const before = looks(changing);
    const sent = changing.sent().length;
    for (const card of ['8', '13', '8']) await changing.click(changing.bo, card);
    expect(looks(changing)).toBe(before);
    expect(changing.sent()).toHaveLength(sent);
    const countdowns = [
      (await revealedAt(still)) - announcedAt(still),
      (await revealedAt(changing)) - announced,
    ] as const;
    expect(Math.abs(countdowns[0] - countdowns[1])).toBeLessThan(2500);
    expect(await changing.shows()).toContain('`8` █  <@U0BO>\n`5` █  <@U0ADA>');
  });

  it('should not reveal a single vote: the others are still on their way', async ({ room }) => {
    await story(room);
    await room.click(room.bo, '5');
    expect(await room.shows()).not.toContain('Revealing');
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect(await room.shows()).toContain('1 voted');
    expect(await room.shows()).toContain('[Reveal]');
  });

  it('should not be waited for by the creator who reveals', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    expect(await room.shows()).toContain('Revealing in a moment');
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    expect(result).toContain('2 votes');
    await room.click(room.ada, 'Vote again');
    // The countdown of the first round ends in the second one, and does nothing.
    await room.click(room.ada, '5');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(await room.shows()).toContain('round 2');
    expect(await room.shows()).toContain('1 of 2 voted');
  });

  it('should count whoever joins meanwhile, and not wait for who only joins', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.dee, 'Join');
    await room.click(room.cy, '8');
    expect(await room.shows()).toContain('Revealing in a moment');
    await revealedAt(room);
    expect(await room.shows()).toContain('3 votes');
    expect(await room.shows()).toContain('`8` █  <@U0CY>');
  });

  it('should leave those who only watch alone', async ({ room }) => {
    await story(room);
    await room.choose(room.cy, 'Just watching');
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).toContain('Revealing in a moment');
    await revealedAt(room);
    expect(await room.shows()).toContain('both agree');
  });

  it('should stay open if everyone takes their card back', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Leave');
    await room.click(room.bo, 'Leave');
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect(await room.shows()).toContain('No votes yet');
    // Nobody is left of those who had gathered: whether two are all, only the host can tell.
    await room.vote({ ada: '8', bo: '8' });
    await new Promise((resolve) => setTimeout(resolve, 6500));
    expect(await room.shows()).toContain('2 voted');
  });

  it('should be off by default, and with --no-auto-reveal', async ({ room }) => {
    for (const text of ['Add SSO login', '--no-auto-reveal Add SSO login']) {
      await story(room, text);
      await room.vote({ ada: '5', bo: '5' });
      expect(await room.shows()).toContain('<@U0ADA> can reveal');
      expect(await room.shows()).not.toContain('Revealing');
    }
  });

  it('should go on in the next round and the next story', async ({ room }) => {
    await story(room);
    await room.vote({ ada: '5', bo: '8' });
    await revealedAt(room);
    await room.click(room.ada, 'Vote again');
    await room.vote({ ada: '8', bo: '8' });
    expect(await room.shows()).toContain('Revealing in a moment');
    await room.w.slack.until(() => looks(room).includes('Consensus: 8'), SOON);
  });
});
