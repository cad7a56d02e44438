import { describe, expect } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { alone, it } from './it.ts';
import { lists } from './lists.ts';
import { estimatedBefore } from './past.ts';
import { accepted, openRoom } from './room.ts';

describe('The history', () => {
  it('should say so when nothing has been estimated yet', async ({ room }) => {
    expect((await lists(room, room.bo, 'history')).shows).toContain('Nothing has been estimated');
  });

  it('should list what the channel has estimated, and nobody else sees it', async ({ room }) => {
    await room.groom('https://tracker.example/PROJ-12 Add *SSO login');
    await room.vote({ bo: '5', cy: '5' });
    await room.click(room.ada, 'Reveal');
    await room.groom('Audit log');
    await room.vote({ bo: '3', cy: '8' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    await room.vote({ bo: '8', cy: '8' });
    await room.click(room.ada, 'Reveal');
    const before = room.sent().length;
    const { shows, text, blocks } = await lists(room, room.bo, 'history');
    expect(shows.split('\n')[0]).toBe('*Estimated in this channel* · 2 stories · 13 points');
    expect(shows).toMatch(/^8 Audit log · 2 rounds · \d{4}-\d\d-\d\d$/m);
    expect(shows).toMatch(/^5 Add \*SSO login · \d{4}-\d\d-\d\d$/m);
    expect(JSON.stringify(blocks)).toContain(
      '{"type":"link","url":"https://tracker.example/PROJ-12","text":"Add *SSO login"}',
    );
    expect(text).toBe('Estimated in this channel: 2 stories, 13 points. Audit log 8, Add *SSO login 5.');
    expect(room.sent()).toHaveLength(before);
  });

  it('should have links where the channel’s titles have issue keys', async ({ room }) => {
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/$1' }));
    await room.groom('PROJ-12 Add SSO login');
    await room.vote({ bo: '5', cy: '5' });
    await room.click(room.ada, 'Reveal');
    const { blocks } = await lists(room, room.bo, 'history');
    expect(JSON.stringify(blocks)).toContain(
      '{"type":"link","url":"https://tracker.example/12","text":"PROJ-12"}',
    );
    const mine = await lists(room, room.bo, 'mine');
    expect(JSON.stringify(mine.blocks)).toContain('"url":"https://tracker.example/12","text":"PROJ-12"');
  });

  it('should leave out what was taken back', async ({ room }) => {
    await room.groom('Add SSO login');
    await room.vote({ bo: '5', cy: '5' });
    await room.click(room.ada, 'Reveal');
    await room.click(room.ada, 'Vote again');
    await room.vote({ bo: '5', cy: '8' });
    await room.click(room.ada, 'Reveal');
    expect((await lists(room, room.bo, 'history')).shows).toContain('Nothing has been estimated');
  });

  it('should turn its pages', async ({ room }) => {
    await estimatedBefore(room, 40);
    const pages = [];
    for (const page of ['', ' 2', ' 3']) pages.push(await lists(room, room.bo, `history${page}`));
    const [first, second, last] = pages.map(({ shows }) => shows);
    for (const shows of [first, second, last]) expect(shows).toContain('40 stories · 200 points');
    expect(first).toContain('Story 40');
    expect(first).toContain('Page 1 of 3 · `/groom history 2`');
    expect(pages[0]?.text).toMatch(/Page 1 of 3 · `\/groom history 2` shows what is older$/);
    expect(second).toContain('Page 2 of 3 · `/groom history 3`');
    expect(last?.split('\n').at(-1)).toBe('Page 3 of 3');
    const stories = [first, second, last].flatMap((shows) => shows?.match(/Story \d+/g) ?? []);
    expect(stories).toEqual(Array.from({ length: 40 }, (_, n) => `Story ${40 - n}`));
    for (const { blocks } of pages) expect(validateBlocks(blocks)).toEqual([]);
  });

  it('should say how many pages there are to whoever asks for more', async ({ room }) => {
    await estimatedBefore(room, 16);
    const { shows } = await lists(room, room.bo, 'history 7');
    expect(shows).toBe('There is no page 7: the history has 2 pages. `/groom history 2` shows the last one.');
  });

  it('should have no total of sizes', async ({ room }) => {
    await estimatedBefore(room, 2, { estimate: 'XL' });
    const { shows } = await lists(room, room.bo, 'history');
    expect(shows).toContain('2 stories');
    expect(shows).not.toContain('point');
  });

  it('should be each channel’s own', async ({ w }) => {
    const [here, there] = [openRoom(w), openRoom(w)];
    await estimatedBefore(here, 2);
    expect((await lists(there, there.bo, 'history')).shows).toContain('Nothing has been estimated');
  });

  it('should come within Slack’s limits, whatever titles hold', async ({ room }) => {
    const title = `<!channel> & *${'&'.repeat(400)}*`;
    await estimatedBefore(room, 15, { title, link: 'https://tracker.example/1' });
    const { blocks, text = '' } = await lists(room, room.bo, 'history');
    expect(validateBlocks(blocks)).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).not.toContain('<!channel>');
  });

  alone('should be in the reader’s language', async ({ room, w }) => {
    w.slack.grant('users:read');
    w.slack.setLocale('bo', 'de-DE');
    await estimatedBefore(room, 2);
    expect((await lists(room, room.bo, 'history')).shows).toContain(
      '*In diesem Channel geschätzt* · 2 Storys',
    );
    expect((await lists(room, room.cy, 'history')).shows).toContain('*Estimated in this channel*');
  });
});
