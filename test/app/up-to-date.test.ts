import { describe, expect } from 'vitest';
import { crowd, crowdedWorkspace } from './crowd.ts';
import { inWorkspace } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';

/** "Within about a second", on a computer that has other things to do. */
const ABOUT_A_SECOND = 2000;

const it = inWorkspace({ slack: { workspace: crowdedWorkspace(30) } });

/** Does something, then waits for the message to show it. */
async function shownSoon(room: Room, act: Promise<unknown>, expected: RegExp): Promise<void> {
  await act;
  await room.w.slack.until(() => expected.test(shown(room.message().blocks)), ABOUT_A_SECOND);
}

describe.concurrent('The message', () => {
  it('should show everything within about a second, and be the only one', { retry: 2 }, async ({
    room,
    w,
  }) => {
    const { ada, bo, cy } = room;
    await ada.command('/groom');
    await ada.submit({ Stories: 'One\nTwo', Options: 'lobby' });
    const tap = (person: typeof ada, label: string) => person.click(room.message(), label).then(accepted);
    await shownSoon(room, tap(bo, 'Join'), /1 joined/);
    await shownSoon(room, tap(cy, 'Join'), /2 joined/);
    await shownSoon(room, tap(ada, 'Start voting'), /\[5\]/);
    await shownSoon(room, tap(bo, '5'), /1 of 2 voted/);
    await shownSoon(room, tap(cy, 'Leave'), /✓ <@U0BO>$/);
    await shownSoon(room, tap(ada, '8'), /Everyone has voted/);
    await shownSoon(room, tap(bo, 'Leave'), /✓ <@U0ADA>$/);
    await shownSoon(room, tap(bo, '3'), /2 voted/);
    await shownSoon(room, tap(ada, 'Reveal'), /2 votes/);
    await shownSoon(room, tap(ada, 'Agree on 5'), /Estimate: \*5\*/);
    await shownSoon(room, tap(ada, 'Vote again'), /round 2/);
    await shownSoon(room, tap(ada, '8'), /1 of 2 voted/);
    await shownSoon(room, tap(ada, 'Reveal'), /1 vote/);
    await shownSoon(room, tap(ada, 'Next story'), /Two\n/);
    await shownSoon(room, tap(bo, '3'), /1 of 2 voted/);
    await shownSoon(room, tap(ada, 'Reveal'), /1 vote/);
    await shownSoon(room, tap(ada, 'End'), /Estimation done/);
    await room.rest();
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
  });

  it('should be right after 30 clicks at once, with few updates', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote(Object.fromEntries(crowd(30).map((name) => [name, '5'])));
    expect(await room.shows()).toContain('30 voted');
    expect(await room.shows()).toContain('and 22 more');
    expect(room.sent().length).toBeLessThan(8);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('all 30 agree');
  });

  it('should be right after all kinds of clicks at once', async ({ room }) => {
    await room.groom('Add SSO login');
    const picture = room.message();
    const people = crowd(30).map((name) => room.as(name));
    const taps = people.flatMap((person, index) => {
      const first = person.clickStale(picture, '5');
      if (index % 3 === 0) return [first, person.clickStale(picture, '8')];
      return index % 3 === 1 ? [first, person.clickStale(picture, 'Leave')] : [first];
    });
    for (const tap of await Promise.all(taps)) accepted(tap);
    expect(await room.shows()).toMatch(/20 voted/);
    expect(await room.shows()).toContain('and 12 more');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('20 votes');
    expect(await room.shows()).toContain('10 of 20 agree');
  });

  it('should show a reveal at once in the middle of a burst', { retry: 2 }, async ({ room }) => {
    await room.groom('Add SSO login');
    const taps = crowd(12).map((name) => room.as(name).click(room.message(), '5'));
    for (const tap of await Promise.all(taps)) accepted(tap);
    await shownSoon(room, room.ada.click(room.message(), 'Reveal').then(accepted), /all 12 agree/);
  });

  it('should not wait for another session’s burst', { retry: 2 }, async ({ w }) => {
    const [busy, calm] = [openRoom(w), openRoom(w)];
    await busy.groom('Busy');
    await calm.groom('Calm');
    let going = true;
    const burst = (async () => {
      for (let index = 0; going; index++) {
        const person = busy.as(crowd(30)[index % 30] ?? '');
        accepted(await person.click(busy.message(), index % 60 < 30 ? '5' : 'Leave'));
      }
    })();
    try {
      await w.slack.until(() => busy.sent().length > 5, 15_000);
      for (const card of ['5', 'Leave', '8']) {
        const expected = card === 'Leave' ? /No votes yet/ : /✓ <@U0BO>/;
        await shownSoon(calm, calm.bo.click(calm.message(), card).then(accepted), expected);
      }
    } finally {
      going = false;
      await burst;
    }
  });
});
