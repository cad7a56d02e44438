import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { readCsv } from '../export/read-csv.ts';
import { lists } from './lists.ts';
import { estimatedBefore } from './past.ts';
import { openRoom, type Room } from './room.ts';
import { startWorkspace, type TestWorkspace } from './workspace.ts';

/** Ada has Bo and Cy estimate a story: 3 and 8, and she records 8. */
async function estimate(room: Room, text: string): Promise<void> {
  await room.groom(text);
  await room.vote({ bo: '5', cy: '8' });
  await room.click(room.ada, 'Reveal');
  await room.click(room.ada, 'Agree on 8');
}

/** The conversation between the app and somebody. */
function direct({ w }: Room, memberId: string) {
  const { id } = w.slack.core.channels.directMessage(memberId);
  return { channelId: id, files: () => w.slack.files(id), messages: () => w.slack.messages(id) };
}

describe('An export where files are allowed', () => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace();
    w.slack.grant('files:write');
  });
  afterAll(() => w.close());

  it('should be a file in one’s own conversation with the app', async () => {
    const room = openRoom(w);
    await estimate(room, 'https://tracker.example/PROJ-12 Add "SSO", login');
    const before = room.sent().length;
    const { shows } = await lists(room, room.bo, 'export');
    expect(shows).toBe('The file is in your direct messages with me.');
    expect(room.sent()).toHaveLength(before);
    const { files, messages } = direct(room, room.bo.id);
    const [file, ...more] = files();
    expect(more).toEqual([]);
    expect(file?.name).toMatch(new RegExp(`^estimates-${room.channelId}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    expect(messages()[0]?.text).toBe(`What was estimated in <#${room.channelId}>: 1 story · 8 points`);
    // Excel takes it for UTF-8 then.
    expect(file?.content).toMatch(/^\ufefffinished,/);
    const [header = [], cells = []] = readCsv((file?.content ?? '').slice(1));
    const row = Object.fromEntries(header.map((name, index) => [name, cells[index]]));
    expect(row).toMatchObject({
      title: 'Add "SSO", login',
      link: 'https://tracker.example/PROJ-12',
      estimate: '8',
      points: '8',
      rounds: '1',
      votes: '2',
      cards: '5 8',
      median: '6.5',
      average: '6.5',
      lowest: '5',
      highest: '8',
      deck: 'fibonacci',
      session: room.sessionId(),
    });
    expect(file?.content).not.toMatch(/U0BO|U0CY|U0ADA/);
  });

  it('should be a table in Markdown for whoever asks for that', async () => {
    const room = openRoom(w);
    await estimatedBefore(room, 1, { title: 'a|b', link: 'https://tracker.example/1' });
    await lists(room, room.cy, 'export markdown');
    const [file] = direct(room, room.cy.id).files();
    expect(file?.name).toMatch(/\.md$/);
    expect(file?.content).toContain('| [a\\|b](https://tracker.example/1) | 5 |');
  });

  it('should hold the whole history', async () => {
    const room = openRoom(w);
    await estimatedBefore(room, 60);
    await lists(room, room.dee, 'export csv');
    const [file] = direct(room, room.dee.id).files();
    expect(readCsv((file?.content ?? '').slice(1))).toHaveLength(61);
  });

  it('should hold no formulas', async () => {
    const room = openRoom(w);
    await estimatedBefore(room, 1, { title: '=HYPERLINK("https://evil.example")' });
    await lists(room, room.eve, 'export');
    const [file] = direct(room, room.eve.id).files();
    expect(file?.content).toContain(`"'=HYPERLINK(`);
  });

  it.each([
    ['the upload', 'files.getUploadURLExternal', 0],
    ['the message', 'chat.postMessage', 0],
    ['the end of the upload', 'files.completeUploadExternal', 1],
  ])('should be text where Slack fails at %s', async (_, method, direct_) => {
    const room = openRoom(w);
    await estimatedBefore(room, 2);
    const { messages } = direct(room, room.ada.id);
    const before = messages().length;
    w.slack.failNext(method, { error: 'internal_error' });
    const { shows } = await lists(room, room.ada, 'export');
    expect(shows).toContain('Slack did not take the file (internal_error)');
    expect(shows).toContain('Story 2');
    expect(messages()).toHaveLength(before + direct_);
  });
});

describe('An export where files are not allowed', () => {
  let w: TestWorkspace;
  beforeAll(async () => {
    w = await startWorkspace();
  });
  afterAll(() => w.close());

  it('should be text, with nothing posted anywhere', async () => {
    const room = openRoom(w);
    await estimatedBefore(room, 3);
    const before = w.slack.messages().length;
    const { shows, blocks } = await lists(room, room.bo, 'export');
    const [why, ...csv] = shows.split('\n');
    expect(why).toContain('`files:write`');
    expect(why).not.toContain('latest');
    expect(readCsv(csv.map((line) => `${line}\r\n`).join(''))).toHaveLength(4);
    expect(validateBlocks(blocks)).toEqual([]);
    expect(w.slack.messages()).toHaveLength(before);
  });

  it('should be what fits of a long history, and say so', async () => {
    const room = openRoom(w);
    await estimatedBefore(room, 120);
    const { shows, blocks, text = '' } = await lists(room, room.bo, 'export');
    const shown = shows.match(/,Story \d+,/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(30);
    expect(shown).toBeLessThan(120);
    expect(shows).toContain(`The latest ${shown} of 120 stories are in it`);
    expect(shows).toContain(',Story 120,');
    expect(text).toContain(`The latest ${shown} of 120`);
    expect(JSON.stringify(blocks).length).toBeLessThan(12_000);
  });

  it('should say so when there is nothing', async () => {
    const room = openRoom(w);
    expect((await lists(room, room.bo, 'export')).shows).toContain('Nothing has been estimated');
  });
});
