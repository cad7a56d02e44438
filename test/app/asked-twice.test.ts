import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accepted, openRoom, type Room } from './room.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await startWorkspace();
});
afterAll(() => w.close());

/** The estimations that people see in a channel. */
const started = (room: Room): number => w.slack.messages(room.channelId).length;

describe.concurrent('The same /groom typed twice', () => {
  it('should post once, and say where that is', async () => {
    const room = openRoom(w);
    await room.groom('Add SSO');
    accepted(await room.ada.command('/groom Add SSO'));
    expect(await room.lastTold(room.ada)).toMatch(
      /^You have just started this one\. <https:.*\|Go to the message>$/,
    );
    expect(started(room)).toBe(1);
  });

  it('should post once when both come at the same moment', async () => {
    const room = openRoom(w);
    const both = ['/groom Add SSO', '/groom  Add SSO '].map((text) => room.ada.command(text));
    for (const delivery of await Promise.all(both)) accepted(delivery);
    await room.rest();
    expect(started(room)).toBe(1);
    expect(room.told(room.ada)).toEqual([expect.stringMatching(/this one/i)]);
    await room.vote({ ada: '5', bo: '8' });
    expect(await room.shows()).toContain('2 voted');
  });

  it('should say to look above while the message is not there for all that is known', async () => {
    const room = openRoom(w, { app: false });
    await room.groom('Add SSO');
    accepted(await room.ada.command('/groom Add SSO'));
    expect(await room.lastTold(room.ada)).toMatch(/^This one is still starting; look above\./);
    expect(started(room)).toBe(1);
  });

  it('should start another session for somebody else, elsewhere, or with other words', async () => {
    const room = openRoom(w);
    const other = openRoom(w);
    await room.groom('Add SSO');
    accepted(await room.bo.command('/groom Add SSO'));
    accepted(await room.ada.command('/groom --lobby Add SSO'));
    await other.groom('Add SSO');
    await room.rest();
    expect(started(room)).toBe(3);
    expect(started(other)).toBe(1);
  });

  it('should start after all what Slack has refused the first time', async () => {
    const room = openRoom(w);
    const stop = w.slack.intercept((method, { channel }) =>
      method === 'chat.postMessage' && channel === room.channelId
        ? { body: { ok: false, error: 'restricted_action' } }
        : undefined,
    );
    accepted(await room.ada.command('/groom Add SSO'));
    expect(await room.lastTold(room.ada)).toContain('Posting is restricted');
    stop();
    await room.groom('Add SSO');
    expect(started(room)).toBe(1);
  });
});

describe.concurrent('A form submitted twice', () => {
  it('should start one session', async () => {
    const room = openRoom(w);
    accepted(await room.ada.command('/groom'));
    room.ada.fill({ Stories: 'Add SSO' });
    for (const delivery of await Promise.all([room.ada.submit(), room.ada.submit()])) accepted(delivery);
    await room.rest();
    expect(started(room)).toBe(1);
    expect(room.ada.warnings()).toEqual([]);
  });

  it('should start two if the form was opened twice', async () => {
    const room = openRoom(w);
    for (const _ of [1, 2]) {
      accepted(await room.ada.command('/groom'));
      accepted(await room.ada.submit({ Stories: 'Add SSO' }));
    }
    await room.rest();
    expect(started(room)).toBe(2);
  });
});
