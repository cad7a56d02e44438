import { describe, expect } from 'vitest';
import { inOwnWorkspace } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { shown } from './shown.ts';
import type { TestWorkspace } from './workspace.ts';

const slackTakes = (burst: number) =>
  inOwnWorkspace({
    slack: { limits: { 'chat.update': { perMinute: 50, burst } } },
    groom: { env: { UPDATES_PER_MINUTE: '50' }, containers: 5 },
  });

const asMuchAsBelieved = slackTakes(20);
const less = slackTakes(3);

async function sessions(w: TestWorkspace, count: number): Promise<Room[]> {
  const rooms = Array.from({ length: count }, () => openRoom(w));
  for (const room of rooms) await room.groom('Add SSO login');
  return rooms;
}

const allVote = async (rooms: readonly Room[]) => {
  for (const tap of await Promise.all(rooms.map((room) => room.bo.click(room.message(), '5')))) accepted(tap);
};

const allReveal = async (rooms: readonly Room[]) => {
  const clicks = rooms.map((room) => room.ada.click(room.message(), 'Reveal'));
  for (const click of await Promise.all(clicks)) accepted(click);
};

const isRevealed = (room: Room) => shown(room.message().blocks).includes('1 vote');
const refused = ({ slack }: TestWorkspace) =>
  slack.traffic.filter(({ name, outcome }) => name === 'chat.update' && outcome === 'ratelimited');

describe.concurrent('Many sessions at once', () => {
  asMuchAsBelieved(
    'should all be revealed at once, whatever else is to be shown',
    {
      timeout: 60_000,
    },
    async ({ w }) => {
      const rooms = await sessions(w, 10);
      await allVote(rooms);
      await allReveal(rooms);
      await w.slack.until(() => rooms.every(isRevealed), 20_000);
      expect(refused(w)).toEqual([]);
    },
  );

  less(
    'should be shown one after the other where Slack takes less than is believed',
    {
      timeout: 60_000,
    },
    async ({ w }) => {
      const rooms = await sessions(w, 6);
      await allVote(rooms);
      await w.slack.until(() => refused(w).length > 0);
      await allReveal(rooms);
      await w.slack.until(() => rooms.every(isRevealed), 40_000);
      expect(refused(w).length).toBeLessThan(12);
    },
  );
});
