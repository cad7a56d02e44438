import { describe, expect } from 'vitest';
import { MINUTE } from '../../src/time.ts';
import { alteredViewClick } from './altered.ts';
import { alone as it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

const REMIND = 'Remind missing voters';

/** Ada's session: Bo has voted; Cy and Dee have joined and have not; Eve watches. */
async function waiting(room: Room, flags = ''): Promise<void> {
  await room.groom(`${flags} Add SSO login`);
  await room.click(room.bo, '5');
  await room.click(room.cy, 'Join');
  await room.click(room.dee, 'Join');
  await room.choose(room.eve, 'Just watching');
}

/** What the app has told somebody in its own conversation with them. */
const direct = ({ w }: Room, name: string): string[] =>
  w.slack.core.messages.list(`D0${name.toUpperCase()}`).map(({ text }) => text);

async function remind(room: Room): Promise<void> {
  await room.choose(room.ada, 'Manage…');
  accepted(await room.ada.clickInView(REMIND));
  await room.w.groom.settled();
}

describe('Remind missing voters', () => {
  it('should tell each of them in private, where to go, and nobody else', async ({ room }) => {
    await waiting(room);
    await room.click(room.ada, 'Join');
    const before = await room.shows();
    await remind(room);
    for (const name of ['cy', 'dee']) {
      const [line, ...more] = direct(room, name);
      expect(line).toContain('<@U0ADA> is waiting for your card on Add SSO login');
      expect(line).toContain(`/archives/${room.channelId}/p${room.message().ts.replace('.', '')}`);
      expect(more).toEqual([]);
    }
    for (const name of ['ada', 'bo', 'eve']) expect(direct(room, name)).toEqual([]);
    expect(await room.shows()).toBe(before);
  });

  it('should be possible again after five minutes only, and say so', async ({ room, w }) => {
    await waiting(room);
    await remind(room);
    expect(room.modal(room.ada)).toMatch(/were reminded\. .* again in 5 minutes/);
    expect(room.modal(room.ada)).not.toContain(REMIND);
    await w.later(4.5 * MINUTE);
    accepted(await alteredViewClick(room, room.ada, { action_id: 'nudge', value: 'x' }));
    await w.groom.settled();
    expect(room.modal(room.ada)).toContain('again in a minute');
    expect(direct(room, 'cy')).toHaveLength(1);
    await room.click(room.dee, '8');
    await w.later(MINUTE);
    await remind(room);
    expect(direct(room, 'cy')).toHaveLength(2);
    expect(direct(room, 'dee')).toHaveLength(1);
  });

  it('should not be offered where nobody is missing but the creator', async ({ room }) => {
    await waiting(room);
    await room.click(room.ada, 'Join');
    await room.vote({ cy: '3', dee: '8' });
    await room.choose(room.ada, 'Manage…');
    expect(room.modal(room.ada)).not.toContain(REMIND);
  });

  it('should be once for two taps at once', async ({ room }) => {
    await waiting(room);
    await room.choose(room.ada, 'Manage…');
    const taps = await Promise.all([room.ada.clickInView(REMIND), room.ada.clickInView(REMIND)]);
    for (const tap of taps) accepted(tap);
    await room.w.groom.settled();
    expect(direct(room, 'cy')).toHaveLength(1);
  });

  it('should be the creator’s alone', async ({ room }) => {
    await waiting(room, '--anyone');
    await room.choose(room.bo, 'Manage…');
    expect(room.modal(room.bo)).not.toContain(REMIND);
    accepted(await alteredViewClick(room, room.bo, { action_id: 'nudge', value: 'x' }));
    await room.w.groom.settled();
    expect(direct(room, 'cy')).toEqual([]);
  });

  it('should not be offered once the votes are revealed, nor in a lobby', async ({ room, w }) => {
    await waiting(room);
    await room.choose(room.ada, 'Manage…');
    const open = room.ada.view;
    await w.slack.as('ada', room.channelId, 'elsewhere').click(room.message(), 'Reveal');
    await room.rest();
    expect(room.ada.view).toBe(open);
    accepted(await room.ada.clickInView(REMIND));
    await w.groom.settled();
    expect(room.modal(room.ada)).not.toContain(REMIND);
    for (const name of ['cy', 'dee']) expect(direct(room, name)).toEqual([]);
    const lobby = openRoom(w);
    await lobby.groom('--lobby Add SSO login');
    await lobby.click(lobby.bo, 'Join');
    await lobby.choose(lobby.ada, 'Manage…');
    expect(lobby.modal(lobby.ada)).not.toContain(REMIND);
  });

  it('should speak each one’s language', async ({ room, w }) => {
    await waiting(room);
    w.slack.grant('users:read');
    w.slack.setLocale('cy', 'fr-FR');
    // Slack was asked already, and said no: it is asked again after a while.
    await w.later(16 * MINUTE);
    await remind(room);
    expect(direct(room, 'cy')).toEqual([expect.stringContaining('attend votre carte')]);
    expect(direct(room, 'dee')).toEqual([expect.stringContaining('is waiting for your card')]);
  });
});
