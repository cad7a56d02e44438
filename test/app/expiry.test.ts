import { describe, expect } from 'vitest';
import { DAY, HOUR } from '../../src/time.ts';
// Every test has a clock of its own.
import { alone as it } from './it.ts';
import type { TimeTravel } from './time-travel.ts';

/** In days. */
const LIFE = 30;

/** What the app has told Ada, who hosts, in its own conversation with her. */
const toldAda = (w: TimeTravel): string[] => w.slack.core.messages.list('D0ADA').map(({ text }) => text);

/** Days pass, and an hour before them: what is due brings what is due next. */
async function pass(w: TimeTravel, days: number): Promise<void> {
  await w.later(HOUR);
  for (let day = 0; day < days; day++) await w.later(DAY);
}

describe('A session that nobody touches', () => {
  it('should say in the end that it has expired, drop its votes, and have told its host a day before', async ({
    room,
    w,
  }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '5', cy: '8' });
    await pass(w, LIFE - 2);
    expect(toldAda(w)).toEqual([]);
    expect(await room.shows()).toContain('2 voted');
    await pass(w, 1);
    expect(toldAda(w)).toEqual([expect.stringMatching(/Add SSO login.*within a day/s)]);
    await pass(w, 1);
    expect(await room.shows()).toMatch(/Session expired.*Nobody had touched it/s);
    expect(await room.shows()).not.toMatch(/[58]|Reveal/);
    expect(toldAda(w)).toHaveLength(1);
    expect(w.groom.scheduler.waiting).toEqual([]);
  });

  it('should end quietly with its result, once that is revealed', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '5', cy: '5' });
    await room.click(room.ada, 'Reveal');
    await pass(w, LIFE);
    expect(await room.shows()).toMatch(/Estimation done.*5/s);
    expect(toldAda(w)).toEqual([]);
  });

  it('should live as long again after every change', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '5' });
    await pass(w, LIFE - 1);
    await room.vote({ cy: '8' });
    await pass(w, 10);
    expect(await room.shows()).toContain('2 voted');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    expect(toldAda(w)).toHaveLength(1);
  });

  it('should be over after ninety days, whoever comes by', async ({ room, w }) => {
    await room.groom('Add SSO login');
    for (let days = 0; days < 90; days += 15) {
      await room.click(room.bo, days % 2 ? '5' : '8');
      await pass(w, 15);
    }
    await w.later(HOUR);
    expect(await room.shows()).toMatch(/Session expired.*90 days/s);
  });

  it('should end in a lobby as well, without a word to its host', async ({ room, w }) => {
    await room.groom('--lobby Add SSO login');
    await room.click(room.bo, 'Join');
    await pass(w, LIFE);
    expect(await room.shows()).toContain('Session expired');
    expect(toldAda(w)).toEqual([]);
  });
});

describe('A session whose message is lost', () => {
  it('should keep time all the same', async ({ room, w }) => {
    await room.groom('--until 2d Add SSO login');
    await room.vote({ bo: '5', cy: '8' });
    w.slack.failNext('chat.update', { error: 'is_inactive' });
    await room.click(room.dee, '8');
    await w.later(2 * DAY + HOUR);
    // The first tap after that brings the message back; it is too late to count.
    await room.click(room.bo, '3');
    expect(await room.lastTold(room.bo)).toMatch(/revealed/);
    expect(await room.shows()).toContain('3 votes');
    expect(await room.shows()).not.toContain('`3`');
  });
});
