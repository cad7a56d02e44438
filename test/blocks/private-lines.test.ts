import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { plainProblem, problemText } from '../../blocks/private/problems.ts';
import { plainRefusal, refusalText } from '../../blocks/private/refusals.ts';
import { LANGUAGES } from '../../src/game/language.ts';
import { type Notice, WISHES } from '../../src/game/notice.ts';
import type { Problem } from '../../src/game/problem.ts';
import type { Refusal } from '../../src/game/refusal.ts';
import { SESSION_STATUSES } from '../../src/game/session.ts';
import { ADA } from '../game/a-session.ts';
import { liveParts } from './texts.ts';

const t = translator('en');
const HOSTILE = '`<!channel>` *x* & <@U0ADA>';

const REFUSALS: Refusal[] = [
  { code: 'session_over' },
  ...SESSION_STATUSES.map((status) => ({ code: 'session_over', status }) as const),
  ...SESSION_STATUSES.map((status) => ({ code: 'not_now', status }) as const),
  { code: 'not_this_message' },
  { code: 'not_creator', creatorId: ADA },
  { code: 'round_over' },
  { code: 'no_votes' },
  { code: 'card_not_in_deck' },
  { code: 'too_many_stories', most: 0 },
  { code: 'too_many_stories', most: 1 },
  { code: 'too_many_stories', most: 7 },
  { code: 'no_such_story' },
  { code: 'no_next_story' },
  { code: 'not_participant', userId: ADA },
  { code: 'creator_stays' },
  { code: 'creator_active', creatorId: ADA, minutes: 1 },
  { code: 'join_to_reveal' },
  { code: 'nudged_already', minutes: 1 },
  { code: 'nudged_already', minutes: 5 },
  { code: 'no_vote_to_explain' },
  { code: 'reason_too_late' },
  { code: 'join_to_move' },
  { code: 'being_moved' },
  { code: 'no_session' },
  { code: 'no_such_card', card: HOSTILE, cards: ['1', '2', '☕'] },
  { code: 'asked_too_often' },
  { code: 'try_again' },
];

const PROBLEMS: Problem[] = [
  { code: 'unknown_flag', flag: HOSTILE },
  { code: 'unknown_deck', deck: HOSTILE, known: [] },
  { code: 'unknown_deck', deck: 'x'.repeat(200), known: ['days', 'größen', 'サイズ'] },
  { code: 'no_deck' },
  { code: 'no_title' },
  { code: 'no_stories' },
  { code: 'title_too_long' },
  { code: 'title_too_long', line: 3 },
  { code: 'too_many_stories', given: 31 },
  { code: 'too_few_cards', given: 1 },
  { code: 'too_many_cards', given: 26 },
  { code: 'card_too_long', card: HOSTILE },
  { code: 'card_twice', card: HOSTILE },
  { code: 'card_not_allowed', card: HOSTILE },
  { code: 'card_not_allowed', card: '' },
  { code: 'no_estimates' },
  { code: 'deck_line', line: HOSTILE },
  { code: 'deck_name', name: HOSTILE },
  { code: 'deck_name_taken', name: HOSTILE },
  { code: 'too_many_decks', given: 11 },
  { code: 'no_until' },
  { code: 'bad_until', until: HOSTILE },
  { code: 'until_too_soon' },
  { code: 'until_too_far' },
  { code: 'bad_page', page: HOSTILE },
  { code: 'unknown_format', format: HOSTILE },
  { code: 'bad_pattern', pattern: HOSTILE },
  { code: 'bad_pattern_url', url: HOSTILE },
  { code: 'half_pattern' },
  { code: 'unknown_time_zone', zone: HOSTILE },
  { code: 'no_card' },
];

const ERRORS = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'ratelimited',
  'fatal_error',
];
const OUT = { kind: 'out', out: 'left', withdrawn: false } as const;
const title = 'SSO';
const of = { sessionId: '01JD0000000000000000000000', story: 1, round: 1 };

const NOTICES: Notice[] = [
  ...REFUSALS.map((refusal) => ({ kind: 'refusal', refusal }) as const),
  ...WISHES.map((wish) => {
    const refusal = { code: 'not_creator', creatorId: ADA } as const;
    return { kind: 'refusal', refusal, wish } as const;
  }),
  ...PROBLEMS.map((problem) => ({ kind: 'problem', problem }) as const),
  ...ERRORS.map((error) => ({ kind: 'postRefused', error }) as const),
  ...ERRORS.map((error) => ({ kind: 'farewell', error, title }) as const),
  ...SESSION_STATUSES.map((status) => ({ kind: 'myVote', title, card: '5', status }) as const),
  ...SESSION_STATUSES.map((status) => ({ kind: 'myVote', title, status }) as const),
  {
    kind: 'vote',
    title,
    of,
    answer: { kind: 'counts', card: '5', story: 1, votingAgain: false, reasons: false },
  },
  {
    kind: 'vote',
    title: '',
    of,
    answer: { kind: 'counts', card: '5', story: 1, votingAgain: true, reasons: true },
  },
  { kind: 'vote', title, of, answer: { kind: 'counted', card: '5' } },
  { kind: 'vote', title, of, answer: { kind: 'too_late' } },
  { kind: 'vote', title, of, answer: { kind: 'too_late', card: '5' } },
  { kind: 'takePart', answer: { kind: 'joined', already: true } },
  { kind: 'takePart', answer: OUT },
  { kind: 'takePart', answer: { ...OUT, withdrawn: true } },
  { kind: 'takePart', answer: { ...OUT, counted: '5' } },
  { kind: 'takePart', answer: { ...OUT, out: 'observer' } },
  { kind: 'windowNotOpened' },
  { kind: 'formNotOpened' },
  { kind: 'postUnknown' },
  { kind: 'everyoneVoted', title },
  { kind: 'deadlineRevealed', title },
  { kind: 'deadlinePassed', title },
  { kind: 'nudge', title, creatorId: ADA },
  { kind: 'reasonKept', card: '5' },
  { kind: 'unattended' },
];

const LINES = LANGUAGES.flatMap((language) =>
  NOTICES.map((notice): [string, string, string] => {
    const line = noticeLine(notice, translator(language));
    return [language, JSON.stringify(notice), line.text];
  }),
);

it.each(LINES)('%s: %s is one friendly line', (_, __, line) => {
  expect(line.trim()).toMatch(/^.{6,320}$/u);
  expect(line).toMatch(/[.…?。？]$/);
  expect(line).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  expect(liveParts(line)).toEqual([]);
});

/** What is a refusal now was a notice of its own in version 0.1.0, which may still send it during an upgrade. */
it.each<[object, Refusal]>([
  [{ kind: 'notYoursToMove' }, { code: 'join_to_move' }],
  [{ kind: 'beingMoved' }, { code: 'being_moved' }],
  [{ kind: 'reasonTooLate' }, { code: 'reason_too_late' }],
  [{ kind: 'noSession' }, { code: 'no_session' }],
  [
    { kind: 'noSuchCard', card: '7', cards: ['5', '8'] },
    { code: 'no_such_card', card: '7', cards: ['5', '8'] },
  ],
])('%j of an earlier version is put into words', (notice, refusal) => {
  for (const language of LANGUAGES) {
    const words = translator(language);
    expect(noticeLine(notice as Notice, words)).toEqual(noticeLine({ kind: 'refusal', refusal }, words));
  }
});

/** Beside a field Slack shows everything as it is. */
const PLAIN_LINES = LANGUAGES.flatMap((language) => {
  const words = translator(language);
  return [
    ...REFUSALS.map((refusal) => plainRefusal(refusal, words)),
    ...PROBLEMS.map((problem) => plainProblem(problem, words)),
  ];
});

it.each(PLAIN_LINES)('%s: has no marks that would be shown as they are', (line) => {
  const own = line.replaceAll(HOSTILE, '');
  expect(own).not.toMatch(/[`*<>]|&(amp|lt|gt);/);
  expect(own).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
});

describe('A private line', () => {
  const vote = (answer: Extract<Notice, { kind: 'vote' }>['answer']) =>
    noticeLine({ kind: 'vote', title, of, answer }, t);

  it('should say who can', () => {
    expect(refusalText({ code: 'not_creator', creatorId: ADA }, t, 'reveal')).toMatch(
      /<@U0ADA>.*reveal this one/,
    );
    expect(plainRefusal({ code: 'not_creator', creatorId: ADA }, t)).toMatch(/^Only the creator/);
  });

  it.each([
    ['that counts', vote({ kind: 'counts', card: '13', story: 1, votingAgain: false, reasons: false })],
    ['that was counted', vote({ kind: 'counted', card: '13' })],
    ['that an earlier one counts for', vote({ kind: 'too_late', card: '13' })],
    ['that one has', noticeLine({ kind: 'myVote', title, card: '13', status: 'voting' }, t)],
  ])('should name the card %s', (_, { text, blocks }) => {
    expect(text).toContain('*13*');
    expect(JSON.stringify(blocks)).toContain('"13"');
  });

  it('should tell an observer that they vote again', () => {
    const [again, as] = [true, false].map((votingAgain) => {
      return vote({ kind: 'counts', card: '5', story: 1, votingAgain, reasons: false }).text;
    });
    expect(again).toContain('voter again');
    expect(as).not.toContain('again');
  });

  it('should lead to the message', () => {
    const link = 'https://acme.slack.com/archives/C1/p1';
    const { text, blocks } = noticeLine({ kind: 'everyoneVoted', title, link }, t);
    expect(text).toContain(`<${link}|`);
    expect(JSON.stringify(blocks)).toContain(`"url":"${link}"`);
  });

  it('should show what was mistyped, harmlessly', () => {
    expect(problemText({ code: 'unknown_flag', flag: '--lobyb' }, t)).toContain('`--lobyb`');
    expect(problemText({ code: 'unknown_deck', deck: '`*x*`', known: [] }, t)).not.toContain('``');
    expect(plainProblem({ code: 'card_twice', card: '<5>*' }, t)).toContain('“<5>*”');
  });

  it('should name a channel’s own decks, too', () => {
    expect(problemText({ code: 'unknown_deck', deck: 'x', known: ['days'] }, t)).toContain('`days`');
  });
});
