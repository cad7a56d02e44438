import { describe, expect } from 'vitest';
import { SECOND } from '../../src/time.ts';
import { inOwnWorkspace } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

/** Slack takes one update, and then none for a minute or a few seconds. */
const limited = (env: Record<string, string>, perMinute: number, replacementDelay?: () => number) =>
  inOwnWorkspace({
    slack: {
      limits: { 'chat.update': { perMinute, burst: 1 } },
      ...(replacementDelay && { replacementDelay }),
    },
    groom: { env },
  });
const ON = { PAINT_THROUGH_CLICKS: 'on' };
const on = limited(ON, 1);
let delays: number[] = [];
const late = limited(ON, 20, () => delays.shift() ?? 0);
const plenty = inOwnWorkspace({ groom: { env: { ...ON, UPDATES_PER_MINUTE: '50' } } });
const off = limited({}, 1);

/** Everybody votes at once, and sees what comes of it. */
async function vote(room: Room): Promise<void> {
  await room.groom('Add SSO login');
  for (const person of [room.ada, room.bo, room.cy]) {
    accepted(await person.click(room.message(), '5'));
    await room.rest();
  }
}

const through = ({ w: { slack } }: Room) =>
  slack.traffic.filter(({ name, outcome }) => name === 'response_url' && outcome === '200').length;

describe('A message that Slack takes no more updates of for a while', () => {
  on('should be painted through clicks', { timeout: 60_000 }, async ({ w }) => {
    const room = openRoom(w);
    await vote(room);
    expect(await room.shows()).toContain('<@U0ADA> <@U0BO> <@U0CY>');
    accepted(await room.ada.click(room.message(), 'Reveal'));
    // Within the minute in which Slack takes no other.
    await w.slack.until(() => JSON.stringify(room.message().blocks).includes('Consensus'), 20 * SECOND);
  });

  late('should be right in the end, whatever lands when', { timeout: 90_000 }, async ({ w }) => {
    const room = openRoom(w);
    delays = [9000, 1000, 6000, 100];
    await vote(room);
    await room.click(room.ada, 'Reveal');
    await w.slack.until(() => JSON.stringify(room.message().blocks).includes('Consensus'), 20 * SECOND);
    // Past the last picture that may be late, and the one that is painted over it.
    await new Promise((resolve) => setTimeout(resolve, 25 * SECOND));
    await room.rest();
    expect(await room.shows()).toContain('Consensus: 5');
  });

  plenty('should be updated the usual way as long as Slack takes it', { timeout: 60_000 }, async ({ w }) => {
    const room = openRoom(w);
    await vote(room);
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
    const toChannel = room.sent().filter(({ by, to }) => by === 'response_url' && to === undefined);
    expect(toChannel).toEqual([]);
  });

  off('should wait where the operator has not said otherwise', { timeout: 60_000 }, async ({ w }) => {
    const room = openRoom(w);
    const before = through(room);
    await vote(room);
    // Private lines only.
    expect(through(room) - before).toBe(3);
  });
});
