import { describe, expect } from 'vitest';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

const numbered = (count: number): string => Array.from({ length: count }, (_, index) => index).join();

/** A session of its own deck, estimated by two. */
async function revealed(room: Room, text: string, ada: string, bo: string): Promise<Room> {
  await room.groom(text);
  await room.vote({ ada, bo });
  await room.click(room.ada, 'Reveal');
  return room;
}

describe.concurrent('/groom --deck with cards', () => {
  it.for<[text: string, cards: string]>([
    ['--deck "1,2,4,8,?" Add SSO', '[1] [2] [4] [8] [?]'],
    ['--deck “1, 2, 4” Add SSO', '[1] [2] [4]'],
    ['--deck=S,M,L Add SSO', '[S] [M] [L]'],
    ['--deck "low; high" Add SSO', '[low] [high]'],
    ['--deck "½, 1, 🦔, not sure" Add SSO', '[½] [1] [🦔] [not sure]'],
  ])('should deal them: %s', async ([text, cards], { room }) => {
    await room.groom(text);
    expect(await room.shows()).toMatch(/^Add SSO\nCustom deck/);
    expect(await room.shows()).toContain(`\n${cards}\n`);
  });

  it('should deal 25 cards', async ({ room }) => {
    await room.groom(`--deck ${numbered(25)} Add SSO`);
    await room.vote({ ada: '24', bo: '0' });
    expect(await room.shows()).toContain('2 voted');
  });

  it.for([
    ['--deck 1, Add SSO', /Where do the cards end/],
    ['--deck 1 Add SSO', /don’t know the deck/],
    [`--deck ${numbered(26)} Add SSO`, /26.*25/],
    ['--deck 1,elevenchars Add SSO', /elevenchars.*10/],
    ['--deck 1,2,1 Add SSO', /twice/],
    ['--deck 1,*2* Add SSO', /Slack would format/],
    ['--deck ?,☕ Add SSO', /alone/],
  ] as const)('should say what is wrong with them: %s', async ([text, says], { room }) => {
    accepted(await room.ada.command(`/groom ${text}`));
    expect(await room.lastTold(room.ada)).toMatch(says);
    expect(room.sent()).toEqual([]);
  });

  it('should count numbers, ½ as a half, and nothing else', async ({ room, w }) => {
    await revealed(room, '--deck "½, 1, 3, maybe" Add SSO', '½', '3');
    expect(await room.shows()).toContain('average 1.8 · spread ½–3');
    const other = await revealed(openRoom(w), '--deck "½, 1, 3, maybe" Add SSO', 'maybe', '3');
    expect(await other.shows()).toContain('*1 of 2 votes counts* · no median');
  });

  it('should go by its own order where nothing is a number', async ({ room }) => {
    await revealed(room, '--deck "low, mid, high" Add SSO', 'low', 'high');
    expect(await room.shows()).toContain('spread low–high');
  });
});

describe.concurrent('The form’s own cards', () => {
  async function form(room: Room): Promise<Room> {
    accepted(await room.ada.command('/groom'));
    return room;
  }

  it('should win over the deck that is chosen', async ({ room }) => {
    await form(room);
    accepted(await room.ada.submit({ stories: 'Add SSO', deck: 'tshirt', cards: '1, 2, 4, 8, ?' }));
    expect(await room.shows()).toContain('[1] [2] [4] [8] [?]');
  });

  it('should be found fault with beside their field', async ({ room }) => {
    await form(room);
    accepted(await room.ada.submit({ stories: 'Add SSO', cards: '1, 2, 2' }));
    expect(room.ada.view.errors).toEqual({ cards: expect.stringContaining('“2”') });
    expect(room.ada.view.values.cards?.cards?.value).toBe('1, 2, 2');
    expect(room.sent()).toEqual([]);
  });
});

describe.concurrent('A channel’s own decks', () => {
  async function withDecks(room: Room): Promise<Room> {
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ decks: 'days: 1, 2, 3\nリスク: 低, 高' }));
    return room;
  }

  it.for<[name: string, cards: string]>([
    ['days', '[1] [2] [3]'],
    ['DAYS', '[1] [2] [3]'],
    ['リスク', '[低] [高]'],
  ])('should be dealt by name: %s', async ([name, cards], { room }) => {
    await withDecks(room);
    await room.groom(`--deck ${name} Add SSO`);
    expect(await room.shows()).toContain(`\n${cards}\n`);
  });

  it('should be named where somebody asks for another one', async ({ room }) => {
    await withDecks(room);
    accepted(await room.ada.command('/groom --deck hours Add SSO'));
    const told = await room.lastTold(room.ada);
    for (const word of ['hours', 'fibonacci', 'days', 'リスク']) expect(told).toContain(word);
  });

  it('should be offered in the form, until they are removed', async ({ room }) => {
    await withDecks(room);
    accepted(await room.bo.command('/groom'));
    room.bo.fill({ stories: 'Add SSO', deck: 'days' });
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ decks: '' }));
    accepted(await room.bo.submit());
    expect(room.bo.view.errors).toEqual({ deck: expect.stringContaining('“days”') });
    accepted(await room.bo.submit({ deck: 'powers' }));
    expect(await room.shows()).toMatch(/^Add SSO\nPowers of two/);
  });

  it('should stay with sessions that began with them', async ({ room }) => {
    await withDecks(room);
    await room.groom('--deck days Add SSO');
    accepted(await room.ada.command('/groom settings'));
    accepted(await room.ada.submit({ decks: '' }));
    await room.vote({ ada: '3', bo: '3' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 3');
  });
});
