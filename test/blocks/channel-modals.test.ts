import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { settingsModal } from '../../blocks/modals/channel-settings.ts';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { denseDecksText } from '../../src/game/deck/custom-deck.ts';
import type { NamedDeck } from '../../src/game/deck/deck.ts';
import { LANGUAGES } from '../../src/game/language.ts';
import { MAX_DECKS_TEXT } from '../../src/game/read-settings.ts';
import { type ChannelSettings, DEFAULT_SETTINGS } from '../../src/game/settings.ts';
import { DAY, HOUR, MINUTE } from '../../src/time.ts';
import { validateView } from '../../stand-ins/slack/blockkit/validate.ts';

const context = { teamId: 'T0ACME', channelId: 'C0', responseUrl: 'https://hooks.slack.com/x' };

const decks = (count: number, cards: number, card: (n: number) => string): NamedDeck[] =>
  Array.from({ length: count }, (_, n) => ({
    title: `deck-with-a-name-${n}xxx`.slice(0, 20),
    cards: Array.from({ length: cards }, (_, n) => card(n)),
  }));

const most = decks(10, 25, (n) => `card-${n}xxxxx`.slice(0, 10));
const first = most[0] as NamedDeck;

const full: ChannelSettings = {
  deck: { name: 'custom', ...first },
  decks: most,
  lobby: true,
  autoReveal: true,
  anyoneReveals: true,
  anonymous: true,
  reasons: true,
  references: true,
  timeLimit: 13 * DAY + 23 * HOUR + 59 * MINUTE,
  language: 'ja',
  timeZone: 'America/Argentina/Buenos_Aires',
  issueLinks: { pattern: `${'x'.repeat(98)}\\d`, url: `https://x.example/$&${'y'.repeat(480)}` },
};

const emoji = decks(5, 25, (n) => `${'👩‍👩‍👧‍👦'}${n}`);

const SETTINGS: [string, ChannelSettings][] = [
  ['the defaults', DEFAULT_SETTINGS],
  ['everything', full],
  ['nothing ticked', { ...DEFAULT_SETTINGS, references: false }],
  [
    'a default that is gone',
    { ...DEFAULT_SETTINGS, deck: { name: 'custom', title: 'gone', cards: ['1', '2'] } },
  ],
  ['long emoji', { ...DEFAULT_SETTINGS, decks: emoji }],
];

const MODALS = LANGUAGES.flatMap((language) => {
  const t = translator(language);
  return SETTINGS.flatMap(([what, settings]): [string, ModalView][] => [
    [`${language}: settings with ${what}`, settingsModal(t, context, settings)],
    [`${language}: a form with ${what}`, newSessionModal(t, context, settings)],
    [
      `${language}: a filled form with ${what}`,
      newSessionModal(t, context, settings, { stories: 'x'.repeat(3000) }),
    ],
  ]);
});

it.each(MODALS)('%s is what Slack takes', (_, view) => {
  expect(validateView(view)).toEqual([]);
  expect(JSON.stringify(view)).not.toMatch(/undefined|NaN|\[object/);
  expect(JSON.stringify(view).isWellFormed()).toBe(true);
});

const t = translator('en');
const input = (view: ModalView, id: string) =>
  view.blocks.find(({ block_id }) => block_id === id) as InputBlock;

describe('The channel’s own decks', () => {
  it('should be written with spaces as long as they fit', () => {
    const text = (settings: ChannelSettings) =>
      (input(settingsModal(t, context, settings), 'decks').element as { initial_value?: string })
        .initial_value ?? '';
    expect(text({ ...full, decks: [first] })).toMatch(/^deck-with-a-name-0xx: card-0xxxx, card-1xxxx, /);
    expect(text(full)).toBe(denseDecksText(most));
    expect(text(full).length).toBeLessThanOrEqual(MAX_DECKS_TEXT);
    expect(text(DEFAULT_SETTINGS)).toBe('');
  });

  it('should stand before those that every channel has, the default chosen', () => {
    const { element } = input(newSessionModal(t, context, full), 'deck');
    if (element.type !== 'static_select') throw new Error('no select');
    const values = element.options?.map(({ value }) => value);
    expect(values?.slice(9)).toEqual([most[9]?.title, 'fibonacci', 'modified', 'tshirt', 'powers']);
    expect(element.initial_option).toMatchObject({ value: first.title });
  });
});

describe('The form', () => {
  it('should be short, but say when what is ticked will not happen', () => {
    const { element } = input(newSessionModal(t, context, full), 'options');
    if (element.type !== 'checkboxes') throw new Error('no boxes');
    expect(element.options).toHaveLength(5);
    const explained = element.options.flatMap(({ value, description }) => (description ? [value] : []));
    expect(explained).toEqual(['autoReveal', 'anonymous']);
    expect(element.initial_options).toEqual(element.options);
  });
});
