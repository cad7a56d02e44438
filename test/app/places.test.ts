import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../playground/slack/person.ts';
import { accepted, openRoom } from './room.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await startWorkspace();
});
afterAll(() => w.close());

const privately = (person: Person): string[] =>
  person
    .sees()
    .filter(({ channelId }) => channelId === person.channelId)
    .map(({ text }) => text);

describe.concurrent('Where the app cannot write', () => {
  const places: [place: string, says: RegExp][] = [
    ['#random', /\/invite @Groom/],
    ['C0LEADS', /\/invite @Groom/],
    ['D0ADABO', /use a channel/],
  ];

  it.for(places)('/groom should say privately what to do: %s', async ([place, says]) => {
    const bo = w.slack.as('bo', place, `bo types in ${place}`);
    accepted(await bo.command('/groom Add SSO login'));
    expect(privately(bo)).toEqual([expect.stringMatching(says)]);
    expect(bo.warnings()).toEqual([]);
    expect(w.slack.messages(place)).toEqual([]);
  });

  it.for(places)('/groom help should work all the same: %s', async ([place]) => {
    const ada = w.slack.as('ada', place, `ada asks in ${place}`);
    accepted(await ada.command('/groom help'));
    expect(privately(ada).join()).toContain('/groom');
  });

  it.for(places)('the form should keep what was typed and say what to do: %s', async ([place, says]) => {
    const ada = w.slack.as('ada', place, `ada fills in ${place}`);
    accepted(await ada.command('/groom'));
    accepted(await ada.submit({ Stories: 'Add SSO login\nAudit log', Deck: 'tshirt' }));
    expect(ada.view.errors?.stories).toMatch(says);
    expect(ada.view.errors?.stories).not.toMatch(/[`*]/);
    expect(ada.view.values.stories?.stories?.value).toBe('Add SSO login\nAudit log');
    expect(ada.warnings()).toEqual([]);
    expect(w.slack.messages(place)).toEqual([]);
  });

  it.for(['public', 'private'] as const)(
    'it should work once the app was invited: a %s channel',
    async (kind) => {
      const room = openRoom(w, { kind, app: false });
      accepted(await room.ada.command('/groom'));
      accepted(await room.ada.submit({ Stories: 'Add SSO login' }));
      expect(room.ada.view.errors?.stories).toContain('/invite @Groom');
      w.slack.invite(room.channelId);
      accepted(await room.ada.submit());
      expect(room.ada.views).toEqual([]);
      expect(await room.shows()).toMatch(/^Add SSO login\n/);
    },
  );

  it('the form should say that the channel was archived meanwhile', async () => {
    const room = openRoom(w);
    accepted(await room.ada.command('/groom'));
    w.slack.archive(room.channelId);
    accepted(await room.ada.submit({ Stories: 'Add SSO login' }));
    expect(room.ada.view.errors?.stories).toContain('archived');
    expect(room.ada.view.values.stories?.stories?.value).toBe('Add SSO login');
  });

  it('somebody in a private channel should have a session like any other', async () => {
    const room = openRoom(w, { kind: 'private' });
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });
});
