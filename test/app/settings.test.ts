import { describe, expect } from 'vitest';
import type { Person } from '../../stand-ins/slack/person.ts';
import { it } from './it.ts';
import { accepted, openRoom, type Room } from './room.ts';

type Entries = Parameters<Person['submit']>[0];

async function open(person: Person): Promise<void> {
  accepted(await person.command('/groom settings'));
}

/** Opens the settings, fills in some fields and saves. */
async function save(person: Person, entries: Entries): Promise<void> {
  await open(person);
  accepted(await person.submit(entries));
}

/** What stands in each field of the open window. */
function filledIn(person: Person): Record<string, unknown> {
  const states = Object.entries(person.view.values).flatMap(([block, elements]) =>
    Object.values(elements).map((state) => [block, state] as const),
  );
  const nameOf = (option: unknown) => (option as { value: string } | null)?.value ?? '';
  return Object.fromEntries(
    states.map(([block, state]) => {
      if ('selected_options' in state) return [block, (state.selected_options as unknown[]).map(nameOf)];
      return [block, 'selected_option' in state ? nameOf(state.selected_option) : (state.value ?? '')];
    }),
  );
}

const DEFAULTS = {
  deck: 'fibonacci',
  decks: '',
  options: ['references'],
  time_limit: '',
  language: 'en',
  time_zone: '',
  pattern: '',
  url: '',
};

const ALL = {
  deck: 'powers',
  decks: 'days: 1, 2, 3, 5, ?\nRisk: low, high',
  options: ['lobby', 'autoReveal', 'anyoneReveals', 'anonymous', 'reasons'],
  time_limit: '1d2h',
  language: 'en',
  time_zone: 'Europe/Berlin',
  pattern: 'PROJ-(\\d+)',
  url: 'https://tracker.example/browse/PROJ-$1',
};

describe.concurrent('/groom settings', () => {
  it('should begin with the defaults', async ({ w }) => {
    const { ada, sent } = openRoom(w);
    await open(ada);
    expect(ada.view.view.title.text).toBe('Channel settings');
    expect(filledIn(ada)).toEqual(DEFAULTS);
    expect(sent()).toEqual([]);
  });

  it('should say that they are saved, and which cards of a new deck are never counted', async ({ room }) => {
    await save(room.ada, { deck: 'tshirt' });
    expect(await room.lastTold(room.ada)).toMatch(
      /^The settings of this channel are saved\..*as they are\.$/,
    );
    await save(room.ada, { decks: 'mixed: 1, 2, big' });
    expect(await room.lastTold(room.ada)).toMatch(/ are saved\..* `big` is a card that is never counted/);
    await save(room.ada, { language: 'es' });
    expect(await room.lastTold(room.ada)).not.toContain('big');
  });

  it('should keep what is saved, for everybody in this channel and no other', async ({ room, w }) => {
    await save(room.ada, ALL);
    expect(room.ada.views).toEqual([]);
    expect(room.told(room.ada)).toEqual([]);
    expect(room.sent()).toEqual([]);
    await open(room.bo);
    expect(filledIn(room.bo)).toEqual(ALL);
    const other = openRoom(w);
    await open(other.bo);
    expect(filledIn(other.bo)).toEqual(DEFAULTS);
  });

  it('should forget what is emptied', async ({ w }) => {
    const { ada } = openRoom(w);
    await save(ada, ALL);
    const empty = { decks: '', options: [], time_limit: '', time_zone: '', pattern: '', url: '' };
    await save(ada, empty);
    await open(ada);
    expect(filledIn(ada)).toEqual({ ...ALL, ...empty });
  });

  it('should change nothing when it is closed', async ({ w }) => {
    const { ada } = openRoom(w);
    await open(ada);
    ada.fill(ALL);
    await ada.closeView();
    await open(ada);
    expect(filledIn(ada)).toEqual(DEFAULTS);
  });

  it('should be in the language of the channel', async ({ w }) => {
    const { ada } = openRoom(w);
    await save(ada, { language: 'Deutsch' });
    await open(ada);
    expect(ada.view.view.title.text).toBe('Channel-Einstellungen');
    expect(filledIn(ada).language).toBe('de');
  });
});

describe.concurrent('What is wrong with settings', () => {
  it('should be said beside each field, and nothing typed is lost', async ({ w }) => {
    const { ada, sent } = openRoom(w);
    const wrong = {
      decks: 'days: 1, 2\nrisk',
      time_limit: '17:00',
      time_zone: 'Berlin',
      pattern: '(a+)+',
      url: 'https://tracker.example/$1',
    };
    await save(ada, wrong);
    expect(ada.view.errors).toEqual({
      decks: expect.stringContaining('“risk”'),
      time_limit: expect.stringMatching(/“17:00”.*2h/),
      time_zone: expect.stringContaining('Europe/Berlin'),
      pattern: expect.stringMatching(/names no issue keys/),
    });
    for (const said of Object.values(ada.view.errors ?? {})) expect(said).not.toMatch(/[`*<]/);
    expect(filledIn(ada)).toEqual({ ...DEFAULTS, ...wrong });
    expect(ada.warnings()).toEqual([]);
    await ada.closeView();
    await open(ada);
    expect(filledIn(ada)).toEqual(DEFAULTS);
    expect(sent()).toEqual([]);
  });

  it.for<[Entries, string]>([
    [{ decks: 'days: 1' }, 'decks'],
    [{ decks: 'fib: 1, 2' }, 'decks'],
    [{ decks: 'days: 1, 2\nDAYS: 1, 3' }, 'decks'],
    [{ decks: Array.from({ length: 11 }, (_, n) => `deck-${n}: 1, 2`).join('\n') }, 'decks'],
    [{ decks: 'days: 1, <!channel>' }, 'decks'],
    [{ time_limit: '15d' }, 'time_limit'],
    [{ time_limit: 'soon' }, 'time_limit'],
    [{ time_zone: 'Mars/Olympus' }, 'time_zone'],
    [{ pattern: 'PROJ-(\\d+)' }, 'url'],
    [{ url: 'https://tracker.example/$1' }, 'pattern'],
    [{ pattern: 'PROJ-(\\d+)', url: 'javascript:alert($1)' }, 'url'],
  ])('should be said beside the field: %j', async ([entries, field], { w }) => {
    const { ada } = openRoom(w);
    await save(ada, entries);
    expect(Object.keys(ada.view.errors ?? {})).toEqual([field]);
  });
});

describe.concurrent('A new session', () => {
  it('should begin as the channel has settled it', async ({ room }) => {
    await save(room.ada, { deck: 'tshirt', options: ['lobby'] });
    await room.groom('Add SSO');
    expect(await room.shows()).toMatch(/^Add SSO\nT-shirt/);
    expect(await room.shows()).toContain('[Start voting]');
  });

  it('should speak the language of the channel', async ({ room }) => {
    await save(room.ada, { language: 'de' });
    await room.groom('SSO einbauen');
    expect(await room.shows()).toContain('[Aufdecken]');
  });

  it('should turn issue keys into links', async ({ room }) => {
    await save(room.ada, { pattern: ALL.pattern, url: ALL.url });
    await room.groom('PROJ-12 Add SSO');
    expect(JSON.stringify(room.message().blocks)).toContain('https://tracker.example/browse/PROJ-12');
    expect(await room.shows()).toMatch(/^PROJ-12 Add SSO\n/);
  });

  it('should reveal by anyone who joined, where that is settled', async ({ room }) => {
    await save(room.ada, { options: ['anyoneReveals'] });
    await room.groom('Add SSO');
    await room.vote({ bo: '5', cy: '5' });
    await room.click(room.bo, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });

  it('should go on as it began when the settings change', async ({ room }) => {
    await room.groom('Add SSO');
    await save(room.ada, { deck: 'tshirt', language: 'ja' });
    await room.vote({ ada: '5', bo: '5' });
    await room.click(room.ada, 'Reveal');
    expect(await room.shows()).toContain('Consensus: 5');
  });
});

describe.concurrent('The form', () => {
  async function form(room: Room): Promise<void> {
    accepted(await room.ada.command('/groom'));
  }

  it('should be filled in as the channel has settled it', async ({ room }) => {
    await save(room.ada, { decks: ALL.decks, options: ALL.options, time_limit: '2h' });
    await save(room.ada, { deck: 'Risk' });
    await form(room);
    expect(filledIn(room.ada)).toEqual({
      stories: '',
      deck: 'Risk',
      cards: '',
      until: '2h',
      options: ALL.options,
    });
  });

  it('should lead to the settings and back, with what was typed in it', async ({ room }) => {
    await form(room);
    room.ada.fill({ Stories: 'Add SSO', Deck: 'powers' });
    accepted(await room.ada.clickInView('Channel settings…'));
    expect(room.ada.views).toHaveLength(2);
    expect(filledIn(room.ada)).toEqual(DEFAULTS);
    accepted(await room.ada.submit({ deck: 'tshirt', language: 'es', decks: 'days: 1, 2, 3' }));
    await room.rest();
    expect(room.ada.views).toHaveLength(1);
    // It offers what the channel has now, in its language, and what was changed there is chosen.
    expect(room.modal(room.ada)).toContain('days');
    expect(room.ada.view.view.title.text).toBe('Nueva estimación');
    accepted(await room.ada.submit());
    expect(room.ada.views).toEqual([]);
    expect(await room.shows()).toContain('[XS] [S] [M]');
    expect(await room.shows()).toContain('[Revelar]');
  });

  it('should keep what was chosen in it where the settings stay as they were', async ({ room }) => {
    await form(room);
    room.ada.fill({ Stories: 'Add SSO', Deck: 'powers' });
    accepted(await room.ada.clickInView('Channel settings…'));
    accepted(await room.ada.submit({ decks: 'days: 1, 2, 3' }));
    await room.rest();
    accepted(await room.ada.submit());
    expect(await room.shows()).toContain('[1] [2] [4] [8]');
  });
});

describe.concurrent('A deck of the channel’s own, as the default', () => {
  async function settled(room: Room): Promise<Room> {
    await save(room.ada, { decks: 'days: 1, 2, 3\nrisk: low, high' });
    await save(room.ada, { deck: 'days' });
    return room;
  }

  it('should be dealt', async ({ room }) => {
    await settled(room);
    await room.groom('Add SSO');
    expect(await room.shows()).toMatch(/^Add SSO\ndays .*\n\[1\] \[2\] \[3\]\n/);
  });

  it('should change with its cards', async ({ room }) => {
    await settled(room);
    await save(room.ada, { decks: 'days: 1, 2, 3, 5\nrisk: low, high' });
    await room.groom('Add SSO');
    expect(await room.shows()).toContain('[1] [2] [3] [5]');
  });

  it('should keep its cards under another name', async ({ room }) => {
    await settled(room);
    await save(room.ada, { decks: 'efforts: 1, 2, 3\nrisk: low, high' });
    await room.groom('Add SSO');
    expect(await room.shows()).toMatch(/^Add SSO\nefforts/);
  });

  it('should not be removed unless another one is chosen', async ({ room }) => {
    const { ada } = await settled(room);
    await save(ada, { decks: 'risk: low, high' });
    expect(ada.view.errors).toEqual({ deck: expect.stringContaining('“days”') });
    expect(filledIn(ada).decks).toBe('risk: low, high');
    accepted(await ada.submit({ deck: 'risk' }));
    expect(ada.views).toEqual([]);
    await room.groom('Add SSO');
    expect(await room.shows()).toContain('[low] [high]');
  });
});
