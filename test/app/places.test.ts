import { describe, expect } from 'vitest';
import { MINUTE } from '../../src/time.ts';
import { alone, it } from './it.ts';
import { accepted, openRoom } from './room.ts';

const KINDS = ['public', 'private', 'dm'] as const;

describe.concurrent('Where the app is no member', () => {
  it.for(KINDS)('should have /groom help all the same: %s', async (kind, { w }) => {
    const room = openRoom(w, { kind, app: false });
    accepted(await room.bo.command('/groom help'));
    expect(await room.lastTold(room.bo)).toContain('/groom');
    expect(room.sent()).toEqual([]);
  });

  it.for(KINDS)('should say what is wrong with a command all the same: %s', async (kind, { w }) => {
    const room = openRoom(w, { kind, app: false });
    accepted(await room.bo.command('/groom --deck planets Add SSO'));
    expect(await room.lastTold(room.bo)).toContain('planets');
    expect(room.sent()).toEqual([]);
  });
});

describe('A form that was open for longer than Slack takes answers to it', () => {
  alone.for(['public', 'private'] as const)(
    'should keep what was typed, say what to do, and work once that is done: a %s channel',
    async (kind, { w }) => {
      const room = openRoom(w, { kind, app: false });
      const { ada } = room;
      accepted(await ada.command('/groom'));
      await w.later(31 * MINUTE);
      accepted(await ada.submit({ Stories: 'Add SSO login\nAudit log', Deck: 'tshirt' }));
      expect(ada.view.errors?.stories).toContain('/invite @Groom');
      expect(ada.view.errors?.stories).not.toMatch(/[`*]/);
      expect(ada.view.values.stories?.stories?.value).toBe('Add SSO login\nAudit log');
      expect(ada.warnings()).toEqual([]);
      expect(room.sent()).toEqual([]);

      w.slack.invite(room.channelId);
      accepted(await ada.submit());
      expect(ada.views).toEqual([]);
      expect(await room.shows()).toMatch(/^Add SSO login\nStory 1 of 2 · T-shirt/);
    },
  );
});

describe.concurrent('Other places', () => {
  it('should say in the form that the channel was archived meanwhile', async ({ room, w }) => {
    accepted(await room.ada.command('/groom'));
    w.slack.archive(room.channelId);
    accepted(await room.ada.submit({ Stories: 'Add SSO login' }));
    expect(room.ada.view.errors?.stories).toContain('archived');
    expect(room.ada.view.values.stories?.stories?.value).toBe('Add SSO login');
  });

  it('should have sessions like any other where the app was invited', async ({ w }) => {
    const room = openRoom(w, { kind: 'private' });
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });
});
