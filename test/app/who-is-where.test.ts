import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { startSlack } from '../../stand-ins/slack/start.ts';
import { gridWorkspace, otherWorkspace } from '../../stand-ins/slack/workspace.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

/** The private line after a vote, with its button. */
function votedLine(person: Person): Message {
  const line = person.sees().findLast(({ blocks }) => JSON.stringify(blocks)?.includes('Add why'));
  if (!line) throw new Error('nothing was voted');
  return line;
}

const GUESTS = 'People of another workspace can join, vote and say why.';

describe('Slack Connect', () => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace();
  });
  afterAll(() => w.close());

  /** A room that Fay of another company is in. */
  async function shared(text: string): Promise<Room & { fay: Person }> {
    const room = openRoom(w);
    w.slack.connect('fay', room.channelId);
    await room.groom(text);
    return { ...room, fay: room.as('fay') };
  }

  it('should let an external member vote, explain, watch and leave', async () => {
    const room = await shared('--reasons Add SSO');
    await room.vote({ ada: '5', fay: '8' });
    accepted(await room.fay.click(votedLine(room.fay), 'Add why'));
    accepted(await room.fay.submit({ 'Your reason for 8': 'Two identity providers' }));
    expect(await room.lastTold(room.fay)).toContain('Your reason goes with your *8*');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Two identity providers');
    await room.click(room.ada, 'Vote again');
    await room.choose(room.fay, 'Just watching');
    expect(await room.lastTold(room.fay)).toContain('You are just watching');
    await room.click(room.fay, 'Join', 'Leave');
    expect(await room.lastTold(room.fay)).toContain('You have left');
  });

  it.for(['Reveal', 'Manage…', 'People…', 'Move to bottom'])(
    'should not give %s to an external member, even where anyone reveals',
    async (label) => {
      const room = await shared('--anyone Add SSO');
      await room.vote({ ada: '5', fay: '8' });
      const before = await room.shows();
      if (label === 'Reveal') await room.click(room.fay, label);
      else await room.choose(room.fay, label);
      expect(await room.lastTold(room.fay)).toContain(GUESTS);
      expect(room.fay.views).toEqual([]);
      expect(await room.shows()).toBe(before);
      expect(w.slack.messages(room.channelId)).toHaveLength(1);
    },
  );

  it('should not let the session be handed to an external member', async () => {
    const room = await shared('Add SSO');
    await room.vote({ fay: '8' });
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Hand over to …': 'fay' }));
    expect(JSON.stringify(room.ada.view.errors)).toContain(GUESTS);
    await room.ada.closeView();
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('1 vote');
  });
});

describe.each([
  ['a workspace of an organization', false],
  ['an organization', true],
])('Installed in %s', (_, isOrgWide) => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace({ slack: { workspace: gridWorkspace(isOrgWide) } });
  });
  afterAll(() => w.close());

  it('should know its own people by either id', async () => {
    const room = openRoom(w);
    await room.groom('--reasons --anyone Add SSO');
    await room.vote({ ada: '5', cy: '8' });
    for (const person of [room.ada, room.cy]) {
      accepted(await person.click(votedLine(person), 'Add why'));
      accepted(await person.submit({ [`Your reason for ${person === room.ada ? 5 : 8}`]: 'Because' }));
      expect(await room.lastTold(person)).toContain('Your reason goes with');
    }
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Add stories': 'Audit log', 'Hand over to …': 'cy' }));
    await room.click(room.bo, 'Join', 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    await room.click(room.cy, 'Next story');
    expect(await room.shows()).toContain('Audit log');
  });

  it('should estimate what somebody chose Estimate this on', async () => {
    const room = openRoom(w);
    for (const person of [room.ada, room.cy]) {
      accepted(await person.shortcut(room.bo.talk(`Fix the login for ${person.id}`), 'estimate_this'));
      accepted(await person.submit());
      await room.vote({ ada: '5', cy: '5' });
      expect(await room.shows()).toContain('2 voted');
      await room.click(person, 'Reveal');
      expect(await room.shows()).toContain('Consensus');
    }
    accepted(await room.bo.command('/groom history'));
    expect(await room.lastTold(room.bo)).toMatch(/Fix the login for U0CY[\s\S]*Fix the login for U0ADA/);
  });

  it('should let a guest say why', async () => {
    const room = openRoom(w);
    w.slack.connect('fay', room.channelId);
    const fay = room.as('fay');
    await room.groom('--reasons Add SSO');
    await room.vote({ fay: '8' });
    accepted(await fay.click(votedLine(fay), 'Add why'));
    accepted(await fay.submit({ 'Your reason for 8': 'Two identity providers' }));
    expect(await room.lastTold(fay)).toContain('Your reason goes with');
  });

  it('should open its Home and its forms', async () => {
    const room = openRoom(w);
    await room.groom('Add SSO');
    await room.ada.openHome();
    await w.groom.settled();
    expect(JSON.stringify(room.ada.home.view)).toContain('Add SSO');
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'Dark mode' }));
    expect(await room.shows()).toContain('Dark mode');
  });
});

describe('Another installation of the same app', () => {
  let w: TestWorkspace;
  let other: Slack;
  beforeAll(async () => {
    w = await startWorkspace();
    // Whoever is here first: from then on it is known whose the token is.
    await openRoom(w).groom('Add SSO');
    const { signingSecret, botToken } = w.slack.core.options;
    other = await startSlack({
      signingSecret,
      botToken: `${botToken}-of-another`,
      workspace: otherWorkspace(),
    });
    other.deliverTo = w.groom.url;
  });
  afterAll(async () => {
    await w.close();
    await other.close();
  });

  it.for(['Add SSO', '', 'help', 'settings', 'mine', 'history', 'export', 'vote 5', 'reveal'])(
    'should be told that it is not served: /groom %s',
    async (text) => {
      const ada = other.as('ada', '#planning', text);
      const before = w.slack.traffic.filter(({ direction }) => direction === 'to Slack').length;
      accepted(await ada.command(`/groom ${text}`));
      await w.groom.settled();
      expect(ada.sees().map((line) => line.text)).toEqual([
        'I’m set up for another workspace, so I can’t do anything here. Please ask whoever installed me.',
      ]);
      expect(other.messages()).toEqual([]);
      const calls = w.slack.traffic.filter(({ direction }) => direction === 'to Slack').slice(before);
      expect(calls.map(({ name }) => name).filter((name) => name !== 'auth.test')).toEqual([]);
    },
  );

  it('should get no Home drawn with another’s token', async () => {
    const before = w.slack.traffic.length;
    await other.as('bo').openHome();
    const message = other.as('bo').talk('Fix the login');
    accepted(await other.as('bo').shortcut(message, 'estimate_this'));
    await w.groom.settled();
    expect(w.slack.traffic.slice(before)).toEqual([]);
    expect(other.ephemeralsOf('bo').at(-1)?.text).toContain('set up for another workspace');
  });
});
