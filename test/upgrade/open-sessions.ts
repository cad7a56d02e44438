import { expect } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { lists } from '../app/lists.ts';
import { accepted, gather, type Room } from '../app/room.ts';

/** What the message says of these votes: the version before took a first story's for everyone's. */
export const allVotes = (names: string): RegExp => new RegExp(`(\\d voted · ✓|Everyone has voted:) ${names}`);

/** A session that is open while other code is deployed. */
export interface OpenSession {
  title: string;
  /** The app is no member of its channel. */
  unattended?: boolean;
  /** What happens before. */
  begin(room: Room): Promise<void>;
  /** What people do in the very moment. */
  meanwhile?(room: Room): Promise<void>;
  /** What happens three hours later, and what people must then see. */
  carryOn(room: Room): Promise<void>;
}

export const OPEN_SESSIONS: readonly OpenSession[] = [
  {
    title: 'a lobby',
    async begin(room) {
      await room.groom('--lobby Add SSO login');
      await room.click(room.bo, 'Join');
    },
    async carryOn(room) {
      await room.click(room.cy, 'Join');
      expect(await room.shows()).toContain('2 joined · <@U0BO> <@U0CY>');
      await room.click(room.ada, 'Start voting');
      await room.vote({ bo: '5', cy: '8' });
      expect(await room.shows()).toContain('Everyone has voted: <@U0BO> <@U0CY>');
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('`8` █  <@U0CY>\n`5` █  <@U0BO>');
    },
  },
  {
    title: 'a vote',
    async begin(room) {
      await room.groom('Add SSO login');
      await room.vote({ bo: '5', cy: '8' });
    },
    async carryOn(room) {
      await room.vote({ bo: '3', dee: '8' });
      expect(await room.shows()).toMatch(allVotes('<@U0BO> <@U0CY> <@U0DEE>'));
      expect(voted(room, room.bo)).toEqual(['5', '3']);
      expect(voted(room, room.cy)).toEqual(['8']);
      expect(voted(room, room.dee)).toEqual(['8']);
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('`8` ██  <@U0CY> <@U0DEE>\n`3` █  <@U0BO>');
      await room.click(room.ada, 'Agree on 8');
      await room.click(room.ada, 'End');
      expect(await room.shows()).toContain('8 Add SSO login');
      expect(room.w.slack.messages(room.channelId)).toHaveLength(1);
    },
  },
  {
    title: 'votes that people cast in the very moment',
    async begin(room) {
      await room.groom('Add SSO login');
    },
    async meanwhile(room) {
      const people = [room.ada, room.bo, room.cy, room.dee, room.eve];
      for (const tap of await Promise.all(people.map((person) => person.click(room.message(), '5')))) {
        accepted(tap);
      }
    },
    async carryOn(room) {
      expect(await room.shows()).toMatch(allVotes('<@U0ADA> <@U0BO> <@U0CY> <@U0DEE> <@U0EVE>'));
      for (const person of [room.ada, room.bo, room.cy, room.dee, room.eve]) {
        expect(voted(room, person)).toEqual(['5']);
      }
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('Consensus: 5');
    },
  },
  {
    title: 'a result',
    async begin(room) {
      await room.groom('Add SSO login');
      await room.vote({ bo: '5', cy: '8' });
      await room.click(room.ada, 'Reveal');
    },
    async carryOn(room) {
      await room.click(room.ada, 'Vote again');
      await room.vote({ bo: '8', cy: '8' });
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('Consensus: 8');
      expect((await lists(room, room.bo, 'history')).shows).toMatch(/^8 Add SSO login · 2 rounds/m);
    },
  },
  {
    title: 'a deadline that passes',
    async begin(room) {
      await room.groom('--until 2h Add SSO login');
      await room.vote({ bo: '5' });
    },
    async carryOn(room) {
      expect(await room.shows()).toContain('`5` █  <@U0BO>');
      const lines = room.w.slack.core.messages.list('D0ADA').map(({ text }) => text);
      const message = room.message().ts.replace('.', '');
      expect(lines.filter((text) => text.includes('is over') && text.includes(message))).toHaveLength(1);
      await room.click(room.ada, 'Vote again');
      expect(await room.shows()).toContain('<!date');
    },
  },
  {
    title: 'a countdown that runs out',
    async begin(room) {
      await gather(room, '--auto-reveal Add SSO login', room.bo);
      await room.vote({ bo: '5', cy: '5' });
    },
    async carryOn(room) {
      expect(await room.shows()).toContain('Consensus: 5');
    },
  },
  {
    title: 'a first story that would be revealed by itself',
    async begin(room) {
      await room.groom('--auto-reveal Add SSO login');
      await room.vote({ bo: '5' });
    },
    async carryOn(room) {
      await room.vote({ cy: '5' });
      expect(await room.shows()).toMatch(allVotes('<@U0BO> <@U0CY>'));
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('Consensus: 5');
    },
  },
  {
    title: 'reasons',
    async begin(room) {
      await room.groom('--reasons Add SSO login');
      await room.vote({ bo: '5', cy: '8' });
      accepted(await room.bo.click(privateLine(room.bo), 'Add why'));
      accepted(await room.bo.submit({ reason: 'We have done this before' }));
    },
    async carryOn(room) {
      accepted(await room.cy.click(privateLine(room.cy), 'Add why'));
      accepted(await room.cy.submit({ reason: 'The tests are slow' }));
      expect(await room.lastTold(room.cy)).toContain('Your reason goes with your *8*');
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('“We have done this before”');
      expect(await room.shows()).toContain('“The tests are slow”');
    },
  },
  {
    title: 'a modal that somebody has open',
    async begin(room) {
      await room.groom('Add SSO login');
      await room.vote({ bo: '5' });
      await room.choose(room.ada, 'Manage…');
    },
    async carryOn(room) {
      accepted(await room.ada.submit({ 'Add stories': 'Audit log' }));
      expect(room.ada.views).toEqual([]);
      expect(await room.shows()).toContain('Story 1 of 2');
      await room.click(room.ada, 'Reveal');
      await room.click(room.ada, 'Next story');
      expect(await room.shows()).toContain('Audit log');
    },
  },
  {
    title: 'a session where the app is no member',
    unattended: true,
    async begin(room) {
      await room.groom('Add SSO login');
      await room.vote({ bo: '5' });
    },
    async carryOn(room) {
      await room.click(room.cy, '8');
      expect(await room.shows()).toMatch(allVotes('<@U0BO> <@U0CY>'));
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('`8` █  <@U0CY>\n`5` █  <@U0BO>');
      expect(room.w.slack.messages(room.channelId)).toHaveLength(1);
    },
  },
  {
    title: 'the settings of a channel',
    async begin(room) {
      accepted(await room.ada.command('/groom settings'));
      accepted(await room.ada.submit({ pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/$1' }));
    },
    async carryOn(room) {
      await room.groom('PROJ-12 Add SSO login');
      expect(JSON.stringify(room.message().blocks)).toContain('https://tracker.example/12');
    },
  },
];

/** The cards that somebody was told they had voted, in this order. */
function voted(room: Room, person: Person): string[] {
  return room.told(person).flatMap((line) => /You voted \*(\w+)\*/.exec(line)?.[1] ?? []);
}

/** The private line that somebody got last in their channel. */
function privateLine(person: Person): Message {
  const line = person.sees().findLast(({ channelId }) => channelId === person.channelId);
  if (!line) throw new Error(`${person.id} has no private line`);
  return line;
}
