import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { DECKS } from '../../src/game/deck/deck.ts';
import { ERASED } from '../../src/game/erased.ts';
import type { PublicRevealed, PublicVote } from '../../src/game/public-session.ts';
import { publicVotes } from '../../src/game/round/public-rounds.ts';
import { ADA, aSession, BO, CY, clickedAt } from '../game/a-session.ts';
import { anonymous, MIXED, MOVED, roundOf, withReasons } from './all-boards.ts';
import { aResult, people, resultOf, votesOf } from './boards.ts';
import { textsIn } from './texts.ts';

function read(board: PublicRevealed) {
  const { text, blocks } = render(board);
  const words = (name: string) => {
    const { mrkdwn, literal } = textsIn(blocks.find(({ block_id }) => block_id === name));
    return [...mrkdwn, ...literal].join('');
  };
  return { text, words, all: JSON.stringify(blocks), names: blocks.map(({ block_id }) => block_id) };
}

const result = (votes: readonly PublicVote[], changes: Partial<PublicRevealed> = {}) =>
  resultOf(DECKS.fibonacci, votes, changes);
const vote = (userId: string, card: string, more: Partial<PublicVote> = {}): PublicVote => ({
  userId,
  card,
  ...more,
});

describe('A mixed deck', () => {
  const { words, text } = read(resultOf(MIXED, votesOf(['5', '2', 'big', '?', 'big'])));

  it('should have what does not count last, in the deck’s order, without a bar', () => {
    const rows = words('bars').split('\n');
    expect(rows.map((row) => row.split('`')[1]?.trim())).toEqual(['5', '2', 'big', '?']);
    expect(rows.map((row) => row.includes('█'))).toEqual([true, true, false, false]);
  });

  it('should count its numbers only', () => {
    expect(words('numbers')).toContain('*Median 3.5* · average 3.5 · spread 2–5 · 2 of 4 votes count');
    expect(text).toContain('median 3.5, average 3.5, from 2 to 5; 2 of 4 votes count');
  });

  it('should have no median where one vote alone counts', () => {
    const { words: said, text: heard } = read(resultOf(MIXED, votesOf(['big', 'big', '2', 'big'])));
    expect(said('numbers')).toBe('*1 of 4 votes counts* · no median');
    expect(heard).toContain('1 of 4 votes counts; no median');
  });

  it('should have no consensus on a card that does not count', () => {
    const { words: said, text: heard } = read(resultOf(MIXED, votesOf(['big', 'big'])));
    expect(said('numbers')).toBe('No estimates in this round.');
    expect(heard).toContain('no estimates among 2 votes');
  });

  it('should pad its cards by how wide they are drawn', () => {
    const deck = { name: 'custom', cards: ['S', '大', 'XXL', '☕'] } as const;
    const rows = read(resultOf(deck, votesOf(['S', '大', 'XXL', '☕'])))
      .words('bars')
      .split('\n');
    expect(rows.map((row) => row.split('`')[1])).toEqual(['XXL', ' 大', '  S', ' ☕']);
  });
});

describe('A median between two', () => {
  it.each([
    ['5 8', 'fibonacci', '*Median 6.5*', 'Agree on 8'],
    ['M L', 'tshirt', '*Median between M and L*', 'Agree on L'],
    ['½ 0', 'modified', '*Median 0.25*', 'Agree on ½'],
  ] as const)('of %s (%s) is %s, and the card to agree on is another thing', (cards, deck, median, agree) => {
    const { words, all } = read(aResult(cards, {}, deck));
    expect(words('numbers')).toContain(median);
    expect(all).toContain(`"${agree}"`);
  });
});

describe('After a re-vote', () => {
  const second = { round: 2, earlier: [roundOf(1, ['3', '5', '13'])] };

  it('should say in one line who moved, and how many stayed', () => {
    const { words, text } = read(result(MOVED, second));
    expect(words('moves')).toBe(`Moved: <@${BO}> 3\u00a0→\u00a05 · <@${CY}> 13\u00a0→\u00a08 · 1 stayed`);
    expect(text).toContain(`Moved: <@${BO}> from 3 to 5, <@${CY}> from 13 to 8, 1 stayed.`);
  });

  it('should say that nobody moved', () => {
    const { words, text } = read(result([vote(ADA, '5', { before: '5' })], second));
    expect(words('moves')).toBe('Nobody moved since round 1');
    expect(text).toContain('Nobody moved since round 1.');
  });

  it.each([
    ['in a first round', result(votesOf(['3', '5']))],
    ['of people who are all new', result(votesOf(['3', '5']), second)],
    ['of an anonymous result', result(anonymous(MOVED), { ...second, anonymous: true })],
  ])('should say nothing of moves %s', (_, board) => {
    expect(read(board).names).not.toContain('moves');
    expect(read(board).text).not.toMatch(/moved/i);
  });

  it('should name five who moved, and count the rest', () => {
    const moved = votesOf(Array.from({ length: 40 }, () => '5')).map((one) => ({ ...one, before: '3' }));
    const { words } = read(result(moved, second));
    expect(words('moves').match(/<@/g)).toHaveLength(5);
    expect(words('moves')).toContain('and 35 more');
  });
});

describe('Somebody who was erased', () => {
  const votes = [
    vote(ERASED, '3'),
    vote(ERASED, '13', { reason: 'New code' }),
    vote(BO, '13', { reason: 'Tests' }),
  ];

  it('should be nobody to Slack, which refuses ids of people that it does not know', () => {
    const { text, words, all } = read(result(votes));
    expect(words('bars')).toContain('@…');
    expect(words('reasons')).toMatch(/13 @… “New code”/);
    expect(text).toContain('@…');
    expect(`${text}${all}`).not.toContain(ERASED);
  });

  it('should have had no card before: of several nobody knows who was who', () => {
    const before = [
      { userId: ERASED, card: '5', at: clickedAt(1) },
      { userId: BO, card: '8', at: clickedAt(1) },
    ];
    const now = votes.map(({ userId = '', card }) => ({ userId, card, at: clickedAt(2) }));
    expect(publicVotes(aSession(), now, before).map((one) => one.before)).toEqual([
      undefined,
      undefined,
      '8',
    ]);
  });
});

describe('An anonymous result', () => {
  const votes = anonymous(votesOf(['2', '5', '5', '?']));
  const { words, all, text, names } = read(resultOf(MIXED, votes, { anonymous: true }));

  it('should have numbers for names', () => {
    expect(words('bars')).toBe('`5` ██  2\n`2` █  1\n`?`  1');
    expect(text).toContain('5: 2 votes; 2: 1 vote; ?: 1 vote.');
    expect(words('heading')).toContain('anonymous result');
    expect(text).toContain('anonymous result');
  });

  it('should name nobody but the host, and ask nobody why', () => {
    expect(all).not.toContain('<@');
    expect(text.replaceAll(`<@${ADA}>`, '')).not.toContain('<@');
    expect(names).not.toContain('why');
  });

  it('should name nobody even if it is told who voted', () => {
    const told = read(resultOf(MIXED, withReasons(MOVED, 'Because'), { anonymous: true, round: 2 }));
    for (const userId of [BO, CY]) expect(told.all + told.text).not.toContain(userId);
    expect(told.all).not.toContain('"user"');
  });

  it('should show how the numbers changed since the last round, and nothing of earlier ones', () => {
    const earlier = [roundOf(1, ['8', '8', '8']), roundOf(2, ['3', '5', '5', '13'])];
    const third = { anonymous: true, round: 3, earlier };
    const { words: said, text: heard } = read(result(anonymous(votesOf(['3', '5', '5', '5'])), third));
    expect(said('bars')).toBe('`13`  0 (was 1)\n` 5` ███  3 (was 2)\n` 3` █  1');
    expect(heard).toContain('13: 0 votes (was 1); 5: 3 votes (was 2); 3: 1 vote.');
  });
});

describe('Reasons', () => {
  const hostile = '*No* <!channel> &amp; `x` <@U0ADA>';

  it('should stand below the numbers with card and name, highest first, literally', () => {
    const board = result([vote(ADA, '3', { reason: hostile }), vote(BO, '13', { reason: 'New code' })]);
    const { names } = read(board);
    expect(names.indexOf('reasons')).toBe(names.indexOf('numbers') + 1);
    const block = render(board).blocks.find(({ block_id }) => block_id === 'reasons');
    expect(block).toMatchObject({
      type: 'rich_text',
      elements: [
        {
          elements: [
            { type: 'text', text: '13', style: { code: true } },
            { type: 'text', text: ' ' },
            { type: 'user', user_id: BO },
            { type: 'text', text: ' ' },
            { type: 'text', text: '“New code”' },
            { type: 'text', text: '\n' },
            { type: 'text', text: ' 3', style: { code: true } },
            { type: 'text', text: ' ' },
            { type: 'user', user_id: ADA },
            { type: 'text', text: ' ' },
            { type: 'text', text: `“${hostile}”` },
          ],
        },
      ],
    });
  });

  it('should be eight at most, from both ends', () => {
    const cards = ['0', '1', '2', '3', '5', '8', '13', '21', '?', '☕'];
    const { words, text } = read(result(withReasons(votesOf(cards), 'Because')));
    expect(words('reasons').match(/“Because”/g)).toHaveLength(8);
    expect(words('reasons')).toContain('and 2 more reasons');
    for (const card of ['21', '13', '8', '5', '1', '0', '?', '☕']) expect(words('reasons')).toContain(card);
    expect(text).toContain('With 10 reasons. ');
    expect(text.match(/“Because”/g)).toHaveLength(8);
  });

  it('should have no names where the result has none', () => {
    const votes = anonymous(withReasons(votesOf(['3', '5']), 'Because'));
    const { words, all } = read(result(votes, { anonymous: true }));
    expect(words('reasons')).toBe('5 “Because”\n3 “Because”');
    expect(all).not.toContain('"user"');
  });

  it('should not be in the way where there are none', () => {
    expect(read(aResult('3 5')).names).not.toContain('reasons');
    expect(read(aResult('3 5')).text).not.toContain('reason');
  });

  it('should mention nobody in a message that is posted again', () => {
    const again = JSON.stringify(render(result(withReasons(votesOf(['3', '5']))), { mentions: false }));
    expect(again).not.toContain('"user"');
    for (const userId of people(2)) expect(again).not.toContain(userId);
  });
});

describe('Who is asked why', () => {
  const because = { reason: 'Because' };

  it.each([
    [
      'both ends',
      [vote(ADA, '3'), vote(BO, '13')],
      `<@${ADA}> (3) and <@${BO}> (13), would you each say why?`,
    ],
    ['the low end', [vote(ADA, '3'), vote(BO, '13', because)], `<@${ADA}> (3), would you say why?`],
    ['the high end', [vote(ADA, '3', because), vote(BO, '13')], `<@${BO}> (13), would you say why?`],
    ['nobody', [vote(ADA, '3', because), vote(BO, '13', because)], ''],
    [
      'whoever of an end has not said it',
      [vote(ADA, '3', because), vote(CY, '3'), vote(BO, '13', because)],
      `<@${CY}> (3), would you say why?`,
    ],
    ['nobody in between', [vote(ADA, '3', because), vote(CY, '5'), vote(BO, '13', because)], ''],
  ])('%s', (_, votes, expected) => {
    expect(read(result(votes)).words('why')).toBe(expected);
  });
});

describe('What is heard of a result', () => {
  it.each([
    ['no estimate', aResult('3 5'), 'can record an estimate or open another round'],
    ['an estimate', aResult('3 5', { estimate: '5' }), 'Estimate: 5. <@U0ADA> can go on to the next story.'],
    ['a consensus', aResult('5 5'), 'Estimate: 5. <@U0ADA> can go on to the next story.'],
    ['the last estimate', aResult('5 5', { position: 10 }), 'can end the session.'],
  ])('with %s: who may do what', (_, board, expected) => {
    expect(read(board).text).toContain(expected);
  });

  it('should have every card with those who chose it', () => {
    const [one, two, three, four, five] = people(5);
    const { text } = read(aResult('5 5 5 5 13'));
    expect(text).toContain(`13: <@${five}>; 5: <@${one}>, <@${two}>, <@${three}> and 1 more.`);
    expect(text).not.toContain(`${four}`);
  });

  it('should say where we are', () => {
    expect(read(aResult('3 5', { round: 2 })).text).toContain('Story 3 of 10, 2 votes, round 2.');
  });
});
