import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

/** The channel estimates a story, and agrees at once. */
async function estimate(room: Room, title: string, card: string, flags = ''): Promise<void> {
  await room.groom(`${flags} ${title}`);
  await room.vote({ ada: card, bo: card });
  await room.click(room.ada, 'Reveal');
  await room.click(room.ada, 'End');
}

const COMPARISON = /For comparison: (.*)/;

const references = async (room: Room): Promise<string | undefined> =>
  COMPARISON.exec(await room.shows())?.[1];

describe.concurrent('Reference stories', () => {
  it('should not be there before anything was estimated', async ({ room }) => {
    await room.groom('Add SSO login');
    expect(await references(room)).toBeUndefined();
  });

  it('should be up to three, nearest to the deck’s middle, lowest first; a quiet last line until the reveal', async ({
    room,
  }) => {
    for (const [title, card] of [
      ['Typo', '1'],
      ['Dark mode', '3'],
      ['Audit log', '5'],
      ['Search', '8'],
      ['Rewrite', '21'],
    ] as const)
      await estimate(room, title, card);
    await room.groom('Add SSO login');
    expect(await references(room)).toBe('Dark mode (3) · Audit log (5) · Search (8)');
    expect(await room.text()).toContain('For comparison: Dark mode (3) · Audit log (5) · Search (8).');
    expect((await room.shows()).split('\n').at(-1)).toMatch(COMPARISON);
    await room.vote({ ada: '5', bo: '8' });
    expect(await references(room)).toBe('Dark mode (3) · Audit log (5) · Search (8)');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).not.toMatch(COMPARISON);
  });

  it('should be the latest of the same estimate', async ({ room }) => {
    await estimate(room, 'Older', '5');
    await estimate(room, 'Newer', '5');
    await room.groom('Add SSO login');
    expect(await references(room)).toBe('Newer (5)');
  });

  it('should leave out what has no estimate, was cancelled, or is of another deck', async ({ room }) => {
    await estimate(room, 'Unknown', '?');
    await estimate(room, 'Sized', 'M', '--deck tshirt');
    await room.groom('Cancelled');
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    await room.choose(room.ada, 'Manage…');
    accepted(await room.ada.clickInView('Cancel session'));
    await room.rest();
    await room.groom('Add SSO login');
    expect(await references(room)).toBeUndefined();
    await room.groom('--deck tshirt Audit log');
    expect(await references(room)).toBe('Sized (M)');
  });

  it('should be what the channel itself has estimated', async ({ w }) => {
    const [here, there] = [openRoom(w), openRoom(w)];
    await estimate(here, 'Secret plan', '5');
    await there.groom('Add SSO login');
    expect(await references(there)).toBeUndefined();
  });

  it('should be off where the channel has settled so', async ({ room }) => {
    await estimate(room, 'Audit log', '5');
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ options: [] }));
    await room.groom('Add SSO login');
    expect(await references(room)).toBeUndefined();
  });

  it('should show titles as they were typed', async ({ room }) => {
    await estimate(room, '*Bold <!channel> & <https://evil.example|free>', '5');
    await room.groom('Add SSO login');
    expect(await references(room)).toContain('*Bold <!channel> & <https://e');
    const line = JSON.stringify(room.message().blocks?.find(({ block_id }) => block_id === 'references'));
    expect(line).toContain('plain_text');
    expect(line).not.toContain('mrkdwn');
    expect(await room.text()).not.toContain('<!channel>');
  });
});
