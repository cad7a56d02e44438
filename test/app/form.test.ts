import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';
import { labels } from './shown.ts';

/** A room where Ada has the form open. */
async function form(room: Room): Promise<Room> {
  accepted(await room.ada.command('/groom'));
  return room;
}

const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Story ${index + 1}`).join('\n');

describe.concurrent('/groom alone', () => {
  it('should open a form for stories, deck, deadline and options, and post nothing yet', async ({ room }) => {
    await form(room);
    const lines = room.modal(room.ada).split('\n');
    expect(lines.map((line) => line.split(': ')[0])).toEqual([
      'Stories',
      'Deck',
      'Or cards of your own',
      'Open until',
      'Options',
      '[Channel settings…]',
    ]);
    expect(JSON.stringify(room.ada.view.view)).toContain('Gather people first');
    const element = JSON.parse(JSON.stringify(room.ada.view.view.blocks[1])).element;
    expect(labels(element).map((label) => label.split('  ')[0])).toEqual([
      'Fibonacci',
      'Modified Fibonacci',
      'T-shirt',
      'Powers of two',
    ]);
    expect(room.sent()).toEqual([]);
  });

  it('should leave nothing behind when it is closed', async ({ room }) => {
    await form(room);
    room.ada.fill({ Stories: 'Add SSO' });
    await room.ada.closeView();
    expect(room.ada.views).toEqual([]);
    expect(room.sent()).toEqual([]);
  });

  it('should start 30 stories in their order, with the deck and the lobby that were chosen', async ({
    room,
  }) => {
    await form(room);
    accepted(await room.ada.submit({ Stories: lines(30), Deck: 'powers', Options: 'lobby' }));
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toMatch(/^Story 1\nStory 1 of 30 · Powers of two/);
    expect(await room.shows()).toContain('[Start voting]');
    await room.choose(room.ada, 'Manage…');
    const listed = room.modal(room.ada).match(/\d+\. Story \d+/g);
    expect(listed).toEqual(Array.from({ length: 30 }, (_, index) => `${index + 1}. Story ${index + 1}`));
  });

  it('should open voting at once, on Fibonacci, if nothing else is chosen', async ({ room }) => {
    await form(room);
    await room.ada.submit({ Stories: 'Add SSO\r\n\r\n   \r\nAudit log  ' });
    expect(await room.shows()).toMatch(/^Add SSO\nStory 1 of 2 · Fibonacci/);
    expect(await room.shows()).toContain('[Reveal]');
  });

  it('should pass over lines on which nothing can be seen', async ({ room }) => {
    await form(room);
    await room.ada.submit({ Stories: 'Add SSO\n\u200b\n\u2028\n\t\nAudit log' });
    expect(await room.shows()).toContain('Story 1 of 2');
  });
});

describe.concurrent('A session from the form', () => {
  it('should keep the link before a title', async ({ room }) => {
    await form(room);
    await room.ada.submit({ Stories: 'https://tracker.example/PROJ-12 Add SSO\nAudit log' });
    expect(await room.shows()).toMatch(/^Add SSO\nStory 1 of 2/);
    expect(JSON.stringify(room.message().blocks?.[0])).toContain('https://tracker.example/PROJ-12');
  });

  it('should be played with the options that are ticked, and no others', async ({ room, w }) => {
    await form(room);
    await room.ada.submit({ Stories: 'Add SSO', Options: ['anyoneReveals', 'anonymous'] });
    await room.vote({ bo: '5', cy: '8', dee: '8' });
    await room.click(room.bo, 'Reveal');
    expect(await room.shows()).toContain('spread 5–8');
    expect(await room.shows()).not.toContain('<@U0BO>');
    await room.click(room.ada, 'End');
    const other = await form(openRoom(w));
    await other.ada.submit({ Stories: 'Add SSO' });
    await other.vote({ bo: '5', cy: '8' });
    await other.click(other.bo, 'Reveal');
    expect(await other.lastTold(other.bo)).toContain('Only <@U0ADA>');
  });

  it.for(['2h', '1d 30m', '17:00', '5pm'])('should be open until %s', async (until, { room }) => {
    await form(room);
    await room.ada.submit({ Stories: 'Add SSO', 'Open until': until });
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toContain('<!date^');
  });

  it('should be open without end where the channel’s time limit is emptied', async ({ room }) => {
    accepted(await room.ada.command('/groom settings'));
    await room.ada.submit({ time_limit: '2h' });
    accepted(await room.ada.command('/groom'));
    await room.ada.submit({ Stories: 'Add SSO' });
    expect(await room.shows()).toContain('<!date^');
    accepted(await room.ada.command('/groom'));
    await room.ada.submit({ Stories: 'Add SSO', 'Open until': '' });
    expect(await room.shows()).not.toContain('<!date^');
  });
});

describe.concurrent('What is wrong with the form', () => {
  it('should be said beside every field at once', async ({ room }) => {
    await form(room);
    await room.ada.submit({ Stories: lines(31), 'Or cards of your own': '5', 'Open until': 'noonish' });
    expect(room.ada.view.errors).toEqual({
      stories: expect.stringContaining('31'),
      cards: expect.stringContaining('2 cards'),
      until: expect.stringMatching(/“noonish”.*17:00/),
    });
    expect(room.ada.view.values.until?.until?.value).toBe('noonish');
    expect(room.sent()).toEqual([]);
  });

  it.for(['0m', '15d'])('should be said of a deadline: %s', async (until, { room }) => {
    await form(room);
    await room.ada.submit({ Stories: 'Add SSO', 'Open until': until });
    expect(Object.keys(room.ada.view.errors ?? {})).toEqual(['until']);
  });

  const cases: [what: string, typed: string, says: RegExp][] = [
    ['31 stories', lines(31), /31.*30/],
    ['only invisible characters', '\u200b\n\u200b', /at least one/],
    ['a title of more than 3,000 characters', `Add SSO\n${'x'.repeat(3001)}`, /line 2.*3000/],
  ];

  it.for(cases)(
    'should be said beside the field, and nothing typed is lost: %s',
    async ([, typed, says], { room }) => {
      await form(room);
      accepted(await room.ada.submit({ Stories: typed, Deck: 'tshirt' }));
      expect(room.ada.view.errors?.stories).toMatch(says);
      expect(room.ada.view.errors?.stories).not.toMatch(/[`*<]/);
      expect(room.ada.view.values.stories?.stories?.value).toBe(typed);
      expect(room.ada.warnings()).toEqual([]);
      expect(room.sent()).toEqual([]);
      await room.ada.submit({ Stories: 'Add SSO' });
      expect(room.ada.views).toEqual([]);
      expect(await room.shows()).toMatch(/^Add SSO\nT-shirt/);
    },
  );
});
