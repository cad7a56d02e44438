import { describe, expect } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
// Whatever somebody takes part in anywhere is theirs: each test has a workspace of its own.
import { alone as it } from './it.ts';
import { lists } from './lists.ts';

describe('/groom mine', () => {
  it('should say what waits for one’s card, and lead there', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, 'Join');
    const { shows, text, blocks } = await lists(room, room.bo, 'mine');
    expect(shows).toContain(`*Waiting for your card*\n• Add SSO login · <#${room.channelId}>`);
    expect(text).toBe('Waiting for your card: Add SSO login.');
    expect(JSON.stringify(blocks)).toContain(`"type":"link","url":"https://`);
    expect(JSON.stringify(blocks)).toContain(`/archives/${room.channelId}/p`);
    expect(validateBlocks(blocks)).toEqual([]);
    await room.click(room.bo, '5');
    expect((await lists(room, room.bo, 'mine')).shows).toContain('Nothing is waiting for your card.');
  });

  it('should say how far one’s own sessions are, and no card', async ({ room }) => {
    await room.groom('Add SSO login');
    expect((await lists(room, room.ada, 'mine')).shows).toContain('Add SSO login · ');
    await room.click(room.bo, 'Join');
    await room.click(room.cy, '13');
    const waiting = await lists(room, room.ada, 'mine');
    expect(waiting.shows).toMatch(/\*Started by you\*\n• Add SSO login · <#\w+> · waiting for 1 card/);
    expect(JSON.stringify(waiting)).not.toContain('"13"');
    await room.click(room.bo, '5');
    expect((await lists(room, room.ada, 'mine')).text).toContain('Add SSO login (2 voted)');
    await room.click(room.ada, 'Reveal');
    expect((await lists(room, room.ada, 'mine')).text).toContain('Add SSO login (revealed)');
    await room.click(room.ada, 'End');
    expect((await lists(room, room.ada, 'mine')).shows).not.toContain('Started by you');
  });

  it('should say what came of the sessions that one took part in', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '8', cy: '8' });
    await room.click(room.ada, 'Reveal');
    expect((await lists(room, room.bo, 'mine')).shows).toContain('*Recent results*\n• 8 Add SSO login');
    expect((await lists(room, room.dee, 'mine')).shows).not.toContain('Add SSO login ·');
  });

  it('should not lead to a message that was deleted', async ({ room, w }) => {
    await room.groom('Add SSO login');
    await room.click(room.bo, 'Join');
    w.slack.deleteMessage(room.message());
    const { shows, blocks } = await lists(room, room.bo, 'mine');
    expect(shows).toContain('Add SSO login');
    expect(JSON.stringify(blocks)).not.toContain('/archives/');
  });

  it('should be in its reader’s language', async ({ room, w }) => {
    w.slack.grant('users:read');
    w.slack.setLocale('bo', 'fr-FR');
    const [french, english] = [await lists(room, room.bo, 'mine'), await lists(room, room.cy, 'mine')];
    expect(english.shows).toContain('Nothing is waiting for your card.');
    expect(french.shows).not.toContain('Nothing');
    expect(french.shows).toContain('/groom help');
  });
});
