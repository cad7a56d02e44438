import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoom } from './room.ts';
import { shown } from './shown.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

let w: TestWorkspace;
beforeAll(async () => {
  w = await startWorkspace();
});
afterAll(() => w.close());

describe.concurrent('Emoji', () => {
  it('should be drawn in a title from the first post to the summary, and in what people are told of it', async () => {
    const room = openRoom(w);
    await room.groom('🚀 Ship it 👍🏽 by 10:30:45');
    expect(await room.shows()).toMatch(/^🚀 Ship it 👍🏽 by 10:30:45\n/);
    await room.vote({ ada: '5', bo: '5' });
    expect(await room.lastTold(room.bo)).toContain(
      'on :rocket: Ship it :thumbsup::skin-tone-4: by 10:30:45.',
    );
    const told = w.slack.ephemeralsOf('bo').filter(({ channelId }) => channelId === room.channelId);
    expect(shown(told.at(-1)?.blocks)).toContain('You voted 5 on 🚀 Ship it 👍🏽 by 10:30:45.');
    await room.choose(room.ada, 'Manage…');
    expect(JSON.stringify(room.ada.view.view)).toContain('1. :rocket: Ship it');
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'End');
    expect(await room.shows()).toContain('5 🚀 Ship it 👍🏽 by 10:30:45');
  });

  it('should be cards, dealt and named in a command', async () => {
    const room = openRoom(w);
    await room.groom('--deck "🚀,🐢,👍🏽" Ship it');
    expect(await room.shows()).toContain('\n[🚀] [🐢] [👍🏽]\n');
    await room.vote({ ada: '🐢' });
    await room.bo.command('/groom vote 👍🏽');
    await room.rest();
    await room.click(room.bo, 'Join');
    await room.bo.command('/groom vote 👍🏽');
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toMatch(/`👍🏽`.*<@U0BO>/);
    expect(await room.shows()).toMatch(/`🐢`.*<@U0ADA>/);
  });

  it('should count as one character each in a reason, and be drawn', async () => {
    const room = openRoom(w);
    await room.groom('--reasons Ship it');
    await room.vote({ ada: '5', bo: '8' });
    const asked = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
    if (!asked) throw new Error('Bo was not asked why');
    await room.bo.click(asked, 'Add why');
    await room.bo.submit({ reason: `${'x'.repeat(130)} 🔥🔥🔥` });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain(`“${'x'.repeat(130)} 🔥🔥🔥”`);
  });
});

describe.concurrent('What was pasted into a command', () => {
  it('should lose its marks', async () => {
    const room = openRoom(w);
    await room.groom('--lobby *Add SSO* and `audit_log`');
    expect(await room.shows()).toMatch(/^Add SSO and audit_log\n/);
  });

  it('should have its links by their labels, but for one before the title', async () => {
    const links = { 'PROJ-12': 'https://tracker.example/PROJ-12' };
    const room = openRoom(w);
    await room.ada.command('/groom See PROJ-12 & co', { links });
    expect(await room.shows()).toMatch(/^See PROJ-12 & co\n/);
    const other = openRoom(w);
    await other.ada.command('/groom --lobby PROJ-12 Add SSO', { links });
    expect(await other.shows()).toMatch(/^Add SSO\n/);
    expect(JSON.stringify(other.message().blocks)).toContain('"url":"https://tracker.example/PROJ-12"');
  });
});
