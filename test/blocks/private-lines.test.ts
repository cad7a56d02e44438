import { describe, expect, it, test } from 'vitest';
import { type Problem, problemText } from '../../blocks/problems.ts';
import {
  farewellLine,
  myVoteLine,
  POST_UNKNOWN,
  postRefusedText,
  refusalText,
  takePartText,
  voteLine,
} from '../../blocks/replies.ts';
import type { Refusal } from '../../src/session/refusal.ts';
import { SESSION_STATUSES } from '../../src/session/session.ts';
import { ADA } from '../session/a-session.ts';
import { liveParts } from './texts.ts';

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
  { code: 'not_participant', userId: ADA },
  { code: 'creator_stays' },
  { code: 'creator_active', creatorId: ADA, minutes: 1 },
  { code: 'try_again' },
];

const PROBLEMS: Problem[] = [
  { code: 'unknown_flag', flag: '--`<!channel>`' },
  { code: 'unknown_deck', deck: `<@U0ADA>&${'x'.repeat(200)}` },
  { code: 'no_deck' },
  { code: 'no_title' },
  { code: 'no_stories' },
  { code: 'title_too_long' },
  { code: 'title_too_long', line: 3 },
  { code: 'too_many_stories', given: 31 },
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

const LINES: [string, string][] = [
  ...REFUSALS.map((refusal): [string, string] => [JSON.stringify(refusal), refusalText(refusal)]),
  ...PROBLEMS.map((problem): [string, string] => [JSON.stringify(problem), problemText(problem)]),
  ...ERRORS.map((error): [string, string] => [`not posted: ${error}`, postRefusedText(error)]),
  ...ERRORS.map((error): [string, string] => [`detached: ${error}`, farewellLine(error, 'Add SSO').text]),
  ...SESSION_STATUSES.map((status): [string, string] => [
    `my vote, ${status}`,
    myVoteLine('SSO', '5', status).text,
  ]),
  ...SESSION_STATUSES.map((status): [string, string] => [
    `no vote, ${status}`,
    myVoteLine('SSO', undefined, status).text,
  ]),
  ['counts', voteLine({ kind: 'counts', card: '5', story: 1, votingAgain: false }, 'SSO').text],
  ['counted', voteLine({ kind: 'counted', card: '5' }, 'SSO').text],
  ['too late', voteLine({ kind: 'too_late' }, 'SSO').text],
  ['too late, with a card', voteLine({ kind: 'too_late', card: '5' }, 'SSO').text],
  ['joined twice', takePartText({ kind: 'joined', already: true }) ?? ''],
  ['left', takePartText(OUT) ?? ''],
  ['left, vote withdrawn', takePartText({ ...OUT, withdrawn: true }) ?? ''],
  ['left, vote counted', takePartText({ ...OUT, counted: '5' }) ?? ''],
  ['watching', takePartText({ ...OUT, out: 'observer' }) ?? ''],
  ['no answer from Slack', POST_UNKNOWN],
];

test.each(LINES)('%s: one friendly line', (_, line) => {
  expect(line.trim()).toMatch(/^.{10,300}$/u);
  expect(line).toMatch(/[.…?]$/);
  expect(line).not.toMatch(/undefined|null|NaN|\[object/);
  expect(liveParts(line)).toEqual([]);
});

describe('A private line', () => {
  it('should say who can', () => {
    expect(refusalText({ code: 'not_creator', creatorId: ADA }, 'reveal this one')).toMatch(
      /<@U0ADA>.*reveal this one/,
    );
  });

  test.each([
    ['that counts', voteLine({ kind: 'counts', card: '13', story: 1, votingAgain: false }, 'SSO')],
    ['that was counted', voteLine({ kind: 'counted', card: '13' }, 'SSO')],
    ['that an earlier one counts for', voteLine({ kind: 'too_late', card: '13' }, 'SSO')],
    ['that one has', myVoteLine('SSO', '13', 'voting')],
  ])('should name the card %s', (_, { text, blocks }) => {
    expect(text).toContain('*13*');
    expect(JSON.stringify(blocks)).toContain('"13"');
  });

  it('should tell an observer that they vote again', () => {
    const [again, as] = [true, false].map((votingAgain) => {
      return voteLine({ kind: 'counts', card: '5', story: 1, votingAgain }, 'SSO').text;
    });
    expect(again).toContain('voter again');
    expect(as).not.toContain('again');
  });

  it('should not be needed by those who join: the message says it', () => {
    expect(takePartText({ kind: 'joined', already: false })).toBeUndefined();
  });

  it('should show what was mistyped, harmlessly', () => {
    expect(problemText({ code: 'unknown_flag', flag: '--lobyb' })).toContain('`--lobyb`');
    expect(problemText({ code: 'unknown_deck', deck: '`*x*`' })).not.toContain('``');
  });
});
