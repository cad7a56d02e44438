import type { KnownBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { type Translate, translator } from '../../blocks/language/translate.ts';
import { settingsModal } from '../../blocks/modals/channel-settings.ts';
import { editStoryModal } from '../../blocks/modals/edit-story.ts';
import { manageModal } from '../../blocks/modals/manage.ts';
import { newSessionModal } from '../../blocks/modals/new-session.ts';
import { noticeModal } from '../../blocks/modals/notice.ts';
import { type Person, peopleModal } from '../../blocks/modals/people.ts';
import { takeOverModal } from '../../blocks/modals/take-over.ts';
import { type WhyContext, whyModal } from '../../blocks/modals/why.ts';
import { LANGUAGES } from '../../src/game/language.ts';
import type { Session } from '../../src/game/session.ts';
import { type ChannelSettings, DEFAULT_SETTINGS } from '../../src/game/settings.ts';
import { MAX_TITLE } from '../../src/game/story/title.ts';
import { HOUR } from '../../src/time.ts';
import { validateView } from '../../stand-ins/slack/blockkit/validate.ts';
import { ADA, aSession, BO } from '../game/a-session.ts';
import { people } from './boards.ts';
import { liveParts, textsIn } from './texts.ts';

const english = translator('en');
const context = { sessionId: '01JD0000000000000000000000', teamId: 'T0', channelId: 'C0', page: 0 };
const hostile = (n: number) =>
  `<!channel> *${n}* & <@U0ADA> ${'דx🃏'.repeat(MAX_TITLE)}`.slice(0, MAX_TITLE - 1);

const crowd = (count: number): Person[] => people(count).map((userId) => ({ userId, state: 'voted' }));

function manage(count: number, changes: Partial<Session> = {}, t = english): ModalView {
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const session = aSession({ order: numbers, lastStory: count, ...changes });
  return manageModal(
    t,
    context,
    session,
    numbers.map((number) => ({ number, title: hostile(number) })),
    { missing: 2, againIn: 0 },
  );
}

const settings: ChannelSettings = {
  ...DEFAULT_SETTINGS,
  decks: [{ title: 'größen', cards: ['klein', 'mittel', 'groß'] }],
  timeLimit: 2 * HOUR,
  timeZone: 'America/Argentina/Buenos_Aires',
  issueLinks: { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/browse/PROJ-$1' },
};

const why: WhyContext = {
  sessionId: context.sessionId,
  teamId: 'T0ACME',
  channelId: 'C0',
  story: 3,
  round: 2,
  card: '13',
  responseUrl: 'https://hooks.slack.example/1',
};

function modals(t: Translate): [string, ModalView][] {
  return [
    ['a new session', newSessionModal(t, { teamId: 'T0ACME', channelId: 'C0' }, settings)],
    ['the settings', settingsModal(t, { teamId: 'T0ACME', channelId: 'C0' }, settings)],
    [
      'the settings of a new channel',
      settingsModal(t, { teamId: 'T0ACME', channelId: 'C0' }, DEFAULT_SETTINGS),
    ],
    ...[0, 1, 40, 41, 300].map((count): [string, ModalView] => [
      `${count} people`,
      peopleModal(t, context, crowd(count), ADA, true),
    ]),
    ['the last page of 300 people', peopleModal(t, { ...context, page: 7 }, crowd(300), ADA, true)],
    ['a page that is not there', peopleModal(t, { ...context, page: 99 }, crowd(300), ADA, false)],
    ['one hostile story', manage(1, {}, t)],
    ['30 hostile stories', manage(30, {}, t)],
    ['30 hostile stories, revealed', manage(30, { status: 'revealed' }, t)],
    ['the last of 30 stories', manage(30, { story: 30 }, t)],
    ['stories without titles', manageModal(t, context, aSession(), [], { missing: 1, againIn: 3 })],
    ['somebody else’s session', takeOverModal(t, context, ADA, 9, true)],
    ['a silent creator’s session', takeOverModal(t, context, ADA, 0, true)],
    ['a silent creator’s session, not joined', takeOverModal(t, context, ADA, 0, false)],
    ['a hostile title', editStoryModal(t, { ...context, story: 30 }, { number: 30, title: hostile(1) })],
    ['a hostile title’s reason', whyModal(t, why, hostile(1))],
    ['a notice', noticeModal(t, t('manage.title'), t('refusal.session_over'))],
  ];
}

const MODALS = LANGUAGES.flatMap((language) =>
  modals(translator(language)).map(([name, view]): [string, ModalView] => [`${name} (${language})`, view]),
);

describe.each(MODALS)('The modal with %s', (_, view) => {
  it('should be what Slack takes', () => {
    expect(validateView(view)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
  });

  it('should have nothing live in it, and no holes', () => {
    const { mrkdwn, literal } = textsIn(view);
    for (const text of mrkdwn) expect(liveParts(text)).toEqual([]);
    for (const text of [...mrkdwn, ...literal]) expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    expect(JSON.stringify(view).isWellFormed()).toBe(true);
  });
});

const everything = (view: ModalView) => JSON.stringify(view);

describe('People…', () => {
  const shown = (view: ModalView) => everything(view).match(/person_U\d+/g) ?? [];

  it('should turn pages of forty, and miss nobody', () => {
    const pages = Array.from({ length: 8 }, (_, page) =>
      peopleModal(english, { ...context, page }, crowd(300), ADA, true),
    );
    expect(pages.map((page) => shown(page).length)).toEqual([40, 40, 40, 40, 40, 40, 40, 20]);
    expect(new Set(pages.flatMap(shown)).size).toBe(300);
  });

  it.each([
    ['the creator may remove others', BO, true, true],
    ['the creator stays', ADA, true, false],
    ['others may remove nobody', BO, false, false],
  ])('%s', (_, userId, mayRemove, offered) => {
    const view = peopleModal(english, context, [{ userId, state: 'voted' }], ADA, mayRemove);
    expect(everything(view).includes('"Remove"')).toBe(offered);
  });
});

describe('Manage…', () => {
  /** What the menu beside each story offers. */
  const items = (view: ModalView) =>
    (view.blocks as KnownBlock[])
      .flatMap((block) => (block.type === 'section' && block.accessory ? [block.accessory] : []))
      .flatMap((accessory) => (accessory.type === 'overflow' ? [accessory.options] : []))
      .map((options) => options.map(({ value }) => value?.split('.').at(-1)).join(' '));

  it('should offer for each story what can be done with it', () => {
    const view = manage(5, { story: 2 });
    expect(items(view)).toEqual([
      'edit skip',
      'edit later skip',
      'edit earlier later skip',
      'edit next earlier skip',
    ]);
  });

  it('should not offer to skip what is revealed', () => {
    expect(items(manage(2, { status: 'revealed' }))).toEqual(['edit', 'edit skip']);
  });

  it.each([
    [3, {}, true],
    [30, {}, false],
    [28, { skipped: [29, 30] }, false],
  ])('with %d stories and %j: room for more is %s', (count, changes, room) => {
    expect(everything(manage(count, changes)).includes('Add stories')).toBe(room);
  });

  it('should have an empty field for stories once some were added', () => {
    const field = (view: ModalView) =>
      view.blocks.find(({ block_id }) => block_id?.startsWith('add_'))?.block_id;
    expect(field(manage(3))).not.toBe(field(manage(4)));
  });

  it.each([
    ['before ten minutes of silence', 3, true, false],
    ['after that', 0, true, true],
    ['without having joined', 0, false, false],
  ])('taking over is offered %s: %s', (_, minutes, takesPart, offered) => {
    expect(everything(takeOverModal(english, context, ADA, minutes, takesPart)).includes('"Take over"')).toBe(
      offered,
    );
  });
});
