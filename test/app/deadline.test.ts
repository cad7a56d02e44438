import { describe, expect } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/time.ts';
// Every test has a clock of its own.
import { inOwnWorkspace, alone as it } from './it.ts';
import { accepted, gather, type Room } from './room.ts';
import type { TimeTravel } from './time-travel.ts';
import type { TestWorkspace } from './workspace.ts';

const allowed = inOwnWorkspace({ slack: { scopes: ['commands', 'chat:write', 'users:read'] } });
const manyContainers = inOwnWorkspace({ groom: { containers: 12 } });

/** The moment until which the message says that the round is open; both for eyes and for ears. */
async function openUntil(room: Room): Promise<number> {
  const dates = [await room.shows(), await room.text()].map(
    (words) => /<!date\^(\d+)\^[^|>]+\|[^>]+ UTC>/.exec(words)?.[1],
  );
  expect(dates[0]).toBe(dates[1]);
  return Number(dates[0]) * SECOND;
}

/** What the app has told somebody in its own conversation with them. */
const direct = (w: TestWorkspace, name: string): string[] =>
  w.slack.core.messages.list(`D0${name.toUpperCase()}`).map(({ text }) => text);

/** What is scheduled, without the looks at whether a session has expired, which are weeks away. */
const soon = (w: TimeTravel) => w.groom.scheduler.waiting.filter(({ at }) => at < w.now() + DAY);

/** A time of day in a time zone, as people write it. */
const clockIn = (timeZone: string, at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });

describe('--until', () => {
  it.for([
    ['2h', 2 * HOUR],
    ['90m', 90 * MINUTE],
    ['1d', DAY],
    ['"1d 2h"', DAY + 2 * HOUR],
  ] as const)(
    'should say until when the round is open, in each reader’s own time: %s',
    async ([until, ms], { room, w }) => {
      await room.groom(`--until ${until} Add SSO login`);
      expect(Math.abs((await openUntil(room)) - (w.now() + ms))).toBeLessThan(20 * SECOND);
      expect(await room.shows()).toMatch(/^Add SSO login\nFibonacci · hosted by ada until <!date/);
      expect(room.told(room.ada)).toEqual([]);
    },
  );

  it('should reveal by itself, then tell the creator in a direct message, with a link', async ({
    room,
    w,
  }) => {
    await room.groom('--until 2h Add SSO login');
    await room.vote({ bo: '5', cy: '8' });
    await room.click(room.dee, 'Join');
    const { ts } = room.message();
    await w.later(1.9 * HOUR);
    expect(await room.shows()).toContain('[Reveal]');
    await w.later(HOUR);
    expect(await room.shows()).toContain('`8` █  <@U0CY>\n`5` █  <@U0BO>');
    expect(await room.shows()).not.toContain('<!date');
    expect(room.message().ts).toBe(ts);
    const [line, ...more] = direct(w, 'ada').filter((text) => text.includes('is over'));
    expect(line).toContain('The time for Add SSO login is over: the votes are revealed.');
    expect(line).toContain(`/archives/${room.channelId}/p${ts.replace('.', '')}`);
    expect(more).toEqual([]);
    for (const name of ['bo', 'cy', 'dee']) expect(direct(w, name)).toEqual([]);
    expect(room.told(room.ada)).toEqual([]);
  });

  it('should leave a round open in which nobody has voted, and say so to the creator', async ({
    room,
    w,
  }) => {
    await room.groom('--until 2h Add SSO login');
    await room.click(room.bo, 'Join');
    await w.later(3 * HOUR);
    expect(await room.shows()).toContain('[Reveal] [Join]');
    expect(await room.shows()).not.toContain('<!date');
    expect(direct(w, 'ada')).toEqual([expect.stringMatching(/nobody has voted. The round stays open/)]);
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted');
    await w.later(3 * HOUR);
    expect(await room.shows()).toContain('[Reveal]');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
    expect(direct(w, 'ada')).toHaveLength(1);
  });

  it('should do nothing to a round that was revealed before', async ({ room, w }) => {
    await room.groom('--until 2h Add SSO login');
    await room.vote({ ada: '5', bo: '8' });
    await room.click(room.ada, 'Reveal');
    const result = await room.shows();
    await w.later(3 * HOUR);
    expect(await room.shows()).toBe(result);
    expect(direct(w, 'ada').join()).not.toContain('is over');
  });

  it('should do nothing to a session that was cancelled, or has ended', async ({ room, w }) => {
    for (const end of ['Cancel session', 'End session']) {
      await room.groom('--until 2h Add SSO login');
      await room.click(room.bo, '5');
      await room.choose(room.ada, 'Manage…');
      accepted(await room.ada.clickInView(end));
      const last = await room.shows();
      await w.later(3 * HOUR);
      expect(await room.shows()).toBe(last);
    }
    expect(direct(w, 'ada')).toEqual([]);
  });

  it('should give every round as much time, and do nothing to one that came after', async ({ room, w }) => {
    await room.groom('--until 2h Add SSO login');
    const first = await openUntil(room);
    await room.vote({ ada: '5', bo: '8' });
    await w.later(1.5 * HOUR);
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    const second = await openUntil(room);
    expect(second - first).toBeGreaterThanOrEqual(1.5 * HOUR);
    await room.click(room.bo, '8');
    // The first round's time is over by then.
    await w.later(HOUR);
    expect(await room.shows()).toContain('[Reveal]');
    expect(await room.shows()).toContain('1 of 2 voted');
    await w.later(1.5 * HOUR);
    expect(await room.shows()).toContain('1 vote');
    expect(await room.shows()).toContain('[Vote again]');
    expect(direct(w, 'ada').filter((text) => text.includes('is over'))).toHaveLength(1);
  });

  it('should begin when voting does, where people gather first', async ({ room, w }) => {
    await room.groom('--lobby --until 2h Add SSO login');
    await room.click(room.bo, 'Join');
    await w.later(3 * HOUR);
    expect(await room.shows()).toContain('[Start voting]');
    await room.click(room.ada, 'Start voting');
    expect(Math.abs((await openUntil(room)) - (w.now() + 2 * HOUR))).toBeLessThan(20 * SECOND);
    await room.click(room.bo, '5');
    await w.later(2.1 * HOUR);
    expect(await room.shows()).toContain('1 vote');
    expect(await room.shows()).toContain('[Vote again]');
  });

  it('should not keep a lobby open, which has nothing to reveal', async ({ room, w }) => {
    await room.groom(`--lobby --until ${clockIn('UTC', w.now() + 2 * HOUR)} Add SSO login`);
    await openUntil(room);
    await w.later(3 * HOUR);
    expect(await room.shows()).toContain('[Start voting]');
    await room.click(room.ada, 'Start voting');
    expect(await room.shows()).not.toContain('<!date');
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted');
  });

  it('should keep a session that lives for a week for as long as it needs', async ({ room, w }) => {
    await room.groom('--until 12d Add SSO login');
    await room.vote({ bo: '5', cy: '8' });
    await w.later(11 * DAY);
    await room.click(room.dee, '8');
    expect(await room.shows()).toContain('3 voted');
    await w.later(2 * DAY);
    expect(await room.shows()).toContain('3 votes');
    expect(direct(w, 'ada').at(-1)).toContain('is over');
  });

  manyContainers('should be kept by containers that were started after it was set', async ({ room, w }) => {
    // Requests and jobs take turns among so many that those at the end have seen nothing of the session.
    await room.groom('--until 2h Add SSO login');
    await room.click(room.bo, '5');
    expect(soon(w)).toHaveLength(1);
    await w.later(3 * HOUR);
    expect(await room.shows()).toContain('`5` █  <@U0BO>');
    expect(soon(w)).toEqual([]);
  });

  it('should tell whoever is the creator by then', async ({ room, w }) => {
    await room.groom('--until 2h Add SSO login');
    await room.click(room.bo, '5');
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Hand over to …': 'bo' }));
    await w.later(3 * HOUR);
    // People need not be there at the moment: of the host, too, they hear in a direct message.
    const handedOver = expect.stringContaining('has handed Add SSO login over to you');
    expect(direct(w, 'bo')).toEqual([handedOver, expect.stringContaining('the votes are revealed')]);
    expect(direct(w, 'ada')).toEqual([expect.stringContaining('<@U0BO> hosts Add SSO login now')]);
  });

  it('should be cut short by --auto-reveal once everyone has voted', async ({ room, w }) => {
    await gather(room, '--auto-reveal --until 2h Add SSO login', room.bo);
    await room.vote({ ada: '5', bo: '8' });
    expect(await room.shows()).toContain('Revealing in a moment');
    await w.slack.until(() => room.message().text.includes('median'), 9000);
    const result = await room.shows();
    await w.later(3 * HOUR);
    expect(await room.shows()).toBe(result);
  });
});

describe('--until with a time of day', () => {
  it('should be in UTC where nobody’s time zone is known, and say so privately', async ({ room, w }) => {
    const time = clockIn('UTC', w.now() + 3 * HOUR);
    await room.groom(`--until ${time} Add SSO login`);
    expect(clockIn('UTC', await openUntil(room))).toBe(time);
    expect(room.told(room.ada)).toEqual([expect.stringMatching(/UTC.*\/groom settings/)]);
  });

  it('should be in the channel’s time zone, without a word', async ({ room, w }) => {
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ 'Time zone': 'Asia/Tokyo' }));
    const time = clockIn('Asia/Tokyo', w.now() + 3 * HOUR);
    await room.groom(`--until ${time} Add SSO login`);
    expect(clockIn('Asia/Tokyo', await openUntil(room))).toBe(time);
    expect(room.told(room.ada).join()).not.toContain('UTC');
  });

  allowed('should be in one’s own time zone where Slack tells it', async ({ room, w }) => {
    w.slack.setTimeZone('ada', 'Europe/Berlin');
    // Groom gets to know somebody when it first tells them something.
    await room.groom('Audit log');
    await room.click(room.ada, '5');
    const time = clockIn('Europe/Berlin', w.now() + 3 * HOUR);
    await room.groom(`--until ${time} Add SSO login`);
    expect(clockIn('Europe/Berlin', await openUntil(room))).toBe(time);
    expect(room.told(room.ada).join()).not.toContain('UTC');
  });

  allowed('should be put right as soon as it is known where its author is', async ({ room, w }) => {
    w.slack.setTimeZone('ada', 'Asia/Tokyo');
    // It is the first that Groom hears of her.
    const time = clockIn('Asia/Tokyo', w.now() + 3 * HOUR);
    await room.groom(`--until ${time} Add SSO login`);
    expect(clockIn('Asia/Tokyo', await openUntil(room))).toBe(time);
    expect((await openUntil(room)) - w.now()).toBeLessThan(4 * HOUR);
    expect(room.told(room.ada)).toEqual(['That is Asia/Tokyo time, which is yours.']);
    await room.vote({ bo: '5' });
    await w.later(4 * HOUR);
    expect(await room.shows()).toContain('1 vote');
  });

  it('should be the next such time, for one round only', async ({ room, w }) => {
    const time = clockIn('UTC', w.now() - HOUR);
    await room.groom(`--until ${time} Add SSO login`);
    const until = await openUntil(room);
    expect(until).toBeGreaterThan(w.now() + 22 * HOUR);
    expect(until).toBeLessThan(w.now() + 24 * HOUR);
    await room.click(room.bo, '5');
    await w.later(24 * HOUR);
    expect(await room.shows()).toContain('1 vote');
    await room.click(room.ada, 'Vote again');
    expect(await room.shows()).not.toContain('<!date');
  });
});

describe('A time that is none', () => {
  it.for([
    ['--until soon Add SSO', /soon.*`2h`.*`17:00`/],
    ['--until 25:00 Add SSO', /25:00.*`17:00`/],
    ['--until -2h Add SSO', /-2h.*`2h`/],
    ['--until 0m Add SSO', /at least a minute/],
    ['--until 15d Add SSO', /14 days/],
    ['--until 99999999h Add SSO', /14 days/],
    ['--until', /--until 2h/],
    ['--until --lobby Add SSO', /--until 2h/],
    ['--until= Add SSO', /--until 2h/],
    ['--until 2h', /\/groom Add SSO login/],
    ['--until <!channel> Add SSO', /I don’t understand/],
  ] as const)(
    'should be said, with what would be right, and nothing is posted: %s',
    async ([text, says], { room }) => {
      accepted(await room.ada.command(`/groom ${text}`));
      const told = await room.lastTold(room.ada);
      expect(told).toMatch(says);
      expect(told).not.toContain('<!channel>');
      expect(room.told(room.ada)).toHaveLength(1);
      expect(room.sent()).toEqual([]);
    },
  );
});
