import { describe, expect } from 'vitest';
import { HOUR, MINUTE } from '../../src/time.ts';
import { alone, it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import type { TestWorkspace } from './workspace.ts';

const KINDS = ['public', 'private', 'dm'] as const;

/** What the app has asked of Slack about a room, by method. */
function calls({ channelId, w: { slack } }: Room): string[] {
  const about = slack.traffic.filter(
    ({ direction, request }) => direction === 'to Slack' && JSON.stringify(request).includes(channelId),
  );
  return about.map(({ name }) => name);
}

/** A session in a conversation that the app is no member of. */
async function unattended(
  w: TestWorkspace,
  kind: (typeof KINDS)[number] = 'private',
  text = 'Add SSO login',
): Promise<Room> {
  const room = openRoom(w, { kind, app: false });
  await room.groom(text);
  return room;
}

describe.concurrent('/groom where the app is no member', () => {
  it.for(KINDS)('should post one message, and say privately what that means: %s', async (kind, { w }) => {
    const room = await unattended(w, kind);
    expect(await room.shows()).toMatch(/^Add SSO login\nFibonacci · hosted by ada\n\[0\] \[1\]/);
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
    expect(room.told(room.ada)).toEqual([expect.stringMatching(/next tap.*\/invite @Groom/)]);
    expect(room.ada.warnings()).toEqual([]);
  });

  it.for(KINDS)('should take votes, and show each of them as it comes: %s', async (kind, { w }) => {
    const room = await unattended(w, kind);
    const { ts } = room.message();
    await room.click(room.bo, '5');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
    expect(room.told(room.bo)).toEqual([expect.stringContaining('You voted *5* on Add SSO login')]);
    await room.click(room.ada, '8');
    expect(await room.shows()).toContain('2 voted');
    await room.click(room.bo, 'Reveal');
    expect(await room.lastTold(room.bo)).toContain('Only <@U0ADA> can');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('`8` █  <@U0ADA>\n`5` █  <@U0BO>');
    expect(await room.shows()).toContain('[Agree on 8]!');
    await room.click(room.ada, 'Agree on 8');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('8 Add SSO login');
    expect(room.message().ts).toBe(ts);
    expect(w.slack.messages(room.channelId)).toHaveLength(1);
    expect(calls(room)).not.toContain('chat.update');
    // It is enough to say once how it works there.
    expect(room.told(room.ada).filter((line) => line.includes('/invite'))).toHaveLength(1);
  });

  it('should have the form’s stories in one message, too', async ({ w }) => {
    const room = openRoom(w, { kind: 'private', app: false });
    accepted(await room.ada.command('/groom'));
    accepted(await room.ada.submit({ Stories: 'One\nTwo' }));
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toMatch(/^One\nStory 1 of 2/);
    expect(room.told(room.ada)).toEqual([expect.stringContaining('/invite @Groom')]);
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Next story');
    expect(await room.shows()).toMatch(/^Two\nStory 2 of 2/);
  });

  it('should count votes that come at once, and show all of them', async ({ w }) => {
    const room = await unattended(w);
    await room.vote({ ada: '5', bo: '8', cy: '8', dee: '5', eve: '5' });
    expect(await room.shows()).toContain('5 voted');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('3 of 5 agree');
  });

  it('should be changed by many clicks in a row', async ({ w }) => {
    const room = await unattended(w);
    for (let turn = 0; turn < 6; turn++) await room.click(room.bo, '5', 'Leave');
    expect(await room.shows()).toContain('No votes yet');
    await room.click(room.bo, '8');
    expect(await room.shows()).toContain('1 voted · ✓ <@U0BO>');
  });

  it('should tell cards to nobody before the reveal', async ({ w }) => {
    const room = await unattended(w);
    await room.vote({ bo: '13', cy: '13' });
    expect(JSON.stringify(room.sent())).not.toContain('*13*');
    expect(JSON.stringify(room.told(room.ada))).not.toContain('13');
  });

  it('should not be painted over a private line, from where somebody says why', async ({ w }) => {
    const room = await unattended(w, 'private', '--reasons Add SSO login');
    await room.click(room.ada, '8');
    await room.click(room.bo, '5');
    await room.choose(room.ada, 'Manage…');
    const line = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
    if (!line) throw new Error('There is no private line');
    accepted(await room.bo.click(line, 'Add why'));
    accepted(await room.bo.submit({ reason: 'We have done this before' }));
    await room.rest();
    // From a modal: it has no response_url of its own.
    accepted(await room.ada.submit({ 'Add stories': 'Audit log' }));
    expect(await room.shows()).toContain('Story 1 of 2');
    expect(JSON.stringify(room.told(room.bo))).not.toContain('Story 1 of 2');
  });

  it('should not be revealed by itself, whatever was wished for', async ({ w }) => {
    const room = await unattended(w, 'private', '--auto-reveal Add SSO login');
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.shows()).not.toContain('Revealing');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });
});

describe('A message that can be changed by taps alone', () => {
  alone(
    'should stay as it is when the last tap is long ago, and be right after the next one',
    async ({ w }) => {
      const room = openRoom(w, { kind: 'private', app: false });
      await room.groom('--until 2h Add SSO login');
      expect(await room.shows()).not.toContain('<!date');
      await room.click(room.bo, '5');
      await room.choose(room.ada, 'Manage…');
      await w.later(31 * MINUTE);
      const before = await room.shows();
      accepted(await room.ada.submit({ 'Add stories': 'Audit log' }));
      expect(await room.shows()).toBe(before);
      await room.click(room.cy, '8');
      expect(await room.shows()).toContain('Story 1 of 2');
      expect(await room.shows()).toContain('2 voted · ✓ <@U0BO> <@U0CY>');

      await w.later(3 * HOUR);
      expect(await room.shows()).toContain('[Reveal]');
      await room.click(room.ada, 'Reveal');
      expect(await room.shows()).toContain('2 votes');
    },
  );

  alone('should become one like any other with /invite and Move to bottom', async ({ w }) => {
    const room = openRoom(w, { kind: 'private', app: false });
    await room.groom('Add SSO login');
    await room.vote({ ada: '5', bo: '8' });
    await room.choose(room.ada, 'Move to bottom');
    expect(await room.lastTold(room.ada)).toContain('/invite @Groom');
    expect(w.slack.messages(room.channelId)).toHaveLength(1);

    w.slack.invite(room.channelId);
    const old = room.message();
    await room.choose(room.ada, 'Move to bottom');
    expect(room.message().ts).not.toBe(old.ts);
    expect(await room.shows()).toContain('2 voted');
    // Without a tap: from the modal.
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.submit({ 'Add stories': 'Audit log' }));
    expect(await room.shows()).toContain('Story 1 of 2');
    expect(calls(room)).toContain('chat.update');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('2 votes');
    expect(w.slack.messages(room.channelId)).toHaveLength(2);
  });
});
