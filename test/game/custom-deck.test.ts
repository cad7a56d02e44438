import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCard } from '../../src/game/deck/card.ts';
import { listAtStart, looksLikeCards } from '../../src/game/deck/card-list.ts';
import { cardsText, namedDecksText, parseCards, parseNamedDecks } from '../../src/game/deck/custom-deck.ts';
import type { Problem } from '../../src/game/problem.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe('Cards', () => {
  it.each([
    ['1,2,4,8,?', ['1', '2', '4', '8', '?']],
    [' 1 , 2 ', ['1', '2']],
    ['1,2,', ['1', '2']],
    [';1;2;;', ['1', '2']],
    ['1，2、3；４', ['1', '2', '3', '4']],
    ['Ｓ、Ｍ、？', ['S', 'M', '?']],
    ['8,3,5', ['8', '3', '5']],
    ['½,¼,¾,0.5e1,1.5', ['½', '¼', '¾', '0.5e1', '1.5']],
    ['1,:coffee:', ['1', '☕']],
    [':rocket:,:turtle:', ['🚀', '🐢']],
    [':thumbsup::skin-tone-4:, :-1:', ['👍🏽', '👎']],
    ['1, :rocket: big, :tada::tada:', ['1', '🚀 big', '🎉🎉']],
    ['1,☕\ufe0f', ['1', '☕']],
    ['1, not  sure', ['1', 'not sure']],
    ['tiny\ttask, huge\ntask', ['tiny task', 'huge task']],
    ['XS, S', ['XS', 'S']],
    ['-1, +1, 1/2, #1, @ada', ['-1', '+1', '1/2', '#1', '@ada']],
    ['1234567890,2', ['1234567890', '2']],
    ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧,1', ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', '1']],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿,❤️', ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️']],
    ['小、中、大', ['小', '中', '大']],
    ['e\u0301,e', ['é', 'e']],
    ['0,5; 1; 2', ['0,5', '1', '2']],
    ['0,5;1,5;13', ['0,5', '1,5', '13']],
    ['[1,2,3]', ['1', '2', '3']],
    ['( S, M )', ['S', 'M']],
    ['"S", "M", "L"', ['S', 'M', 'L']],
    ['١، ٢، ٣', ['١', '٢', '٣']],
    ['1،2؛3', ['1', '2', '3']],
    ['1﹐2﹑3', ['1', '2', '3']],
    ['0, 1/2, 1, 2, 3', ['0', '1/2', '1', '2', '3']],
    ['1½, ⅓, -1, .5', ['1½', '⅓', '-1', '.5']],
    [numbered(25).join(), numbered(25)],
  ])('%j are %j', (text, cards) => {
    expect(parseCards(text)).toEqual(cards);
  });

  it.each<[string, Problem]>([
    ['', { code: 'too_few_cards', given: 0 }],
    [' , ', { code: 'too_few_cards', given: 0 }],
    ['1', { code: 'too_few_cards', given: 1 }],
    ['1 2 3 5 8 13', { code: 'too_few_cards', given: 1 }],
    [numbered(26).join(), { code: 'too_many_cards', given: 26 }],
    ['1,12345678901', { code: 'card_too_long', card: '12345678901' }],
    [
      `1,e${'\u0301\u0302'.repeat(30)}`,
      { code: 'card_too_long', card: `é${'\u0302\u0301'.repeat(29)}\u0302` },
    ],
    ['1,2,1', { code: 'card_twice', card: '1' }],
    ['xs,S,XS', { code: 'card_twice', card: 'XS' }],
    ['½,0.5', { code: 'card_twice', card: '0.5' }],
    ['1,01', { code: 'card_twice', card: '01' }],
    ['1,☕,:coffee:', { code: 'card_twice', card: '☕' }],
    ['1,,2', { code: 'card_not_allowed', card: '' }],
    ['1,\u200b', { code: 'card_not_allowed', card: '\u200b' }],
    ['1,\u200d', { code: 'card_not_allowed', card: '\u200d' }],
    ['1,\u0301', { code: 'card_not_allowed', card: '\u0301' }],
    ['1,2\u202e', { code: 'card_not_allowed', card: '2\u202e' }],
    ['1,a\u0007', { code: 'card_not_allowed', card: 'a\u0007' }],
    ['1,a\ud83d', { code: 'card_not_allowed', card: 'a\ud83d' }],
    ['1,:Tada:', { code: 'card_not_allowed', card: ':Tada:' }],
    ['1,x:coffee:', { code: 'card_not_allowed', card: 'x:coffee:' }],
    ['1,:partyparrot:', { code: 'card_not_allowed', card: ':partyparrot:' }],
    ['1,<@U0ADA>', { code: 'card_not_allowed', card: '<@U0ADA>' }],
    ['1/2,½', { code: 'card_twice', card: '½' }],
    ['0,5;.5;1', { code: 'card_twice', card: '.5' }],
    ['1000;1,000', { code: 'card_grouped', card: '1,000' }],
    ['1;1.000', { code: 'card_grouped', card: '1.000' }],
    ['0,5; 1,2,3', { code: 'mixed_separators' }],
    ['?,☕', { code: 'no_estimates' }],
    ['？、:coffee:', { code: 'no_estimates' }],
    ...[...'`*_~<>&|:'].map((mark): [string, Problem] => [
      `1,a${mark}b`,
      { code: 'card_not_allowed', card: `a${mark}b` },
    ]),
  ])('%j are wrong', (text, problem) => {
    expect(parseCards(text)).toEqual(problem);
  });

  it('should read as they are shown, whatever was typed', () => {
    const typed = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 27 });
    fc.assert(
      fc.property(typed, (list) => {
        const cards = parseCards(list.join(','));
        if ('code' in cards) return;
        expect(parseCards(cardsText(cards))).toEqual(cards);
        expect(cards.map((card) => findCard(card, cards))).toEqual(cards);
      }),
    );
  });

  it.each([
    ['1,2', true],
    ['1、2', true],
    ['1;2', true],
    ['t-shirt', false],
    ['5', false],
  ])('%j is a list of cards: %j', (text, isList) => {
    expect(looksLikeCards(text)).toBe(isList);
  });
});

describe('A list of cards before a title', () => {
  it.each([
    ['1,2,3 Add SSO', '1,2,3', 'Add SSO'],
    ['1,2 ,3 Story', '1,2 ,3', 'Story'],
    ['1, 2, 3 Add SSO', '1, 2, 3', 'Add SSO'],
    ['1, 2, ?  Add SSO', '1, 2, ?', 'Add SSO'],
    ['0,5; 1; 2 Add SSO', '0,5; 1; 2', 'Add SSO'],
    ['S,M,L Add SSO', 'S,M,L', 'Add SSO'],
    ['S ,M ,L Add SSO', 'S ,M ,L', 'Add SSO'],
    ['[1, 2, 3] Add SSO', '[1, 2, 3]', 'Add SSO'],
    ['[S, M] Add SSO', '[S, M]', 'Add SSO'],
    ['tshirt Add SSO', 'tshirt', 'Add SSO'],
    ['1,2,3', '1,2,3', ''],
  ])('%j is %j before %j', (text, list, rest) => {
    expect(listAtStart(text)).toEqual({ list, rest });
  });

  it.each(['1,2, Add SSO', 'S, M, L Add SSO', '1, 2, Add, test', '[1, 2 Add SSO'])(
    '%j has no end that anybody could tell',
    (text) => {
      expect(listAtStart(text)).toEqual({ code: 'deck_without_end' });
    },
  );
});

describe('The card that somebody means', () => {
  const cards = ['½', '5', 'XL', 'not sure', '?', '☕'];

  it.each([
    ['5', '5'],
    ['5.0', '5'],
    ['５', '5'],
    ['0.5', '½'],
    ['.5', '½'],
    ['0,5', '½'],
    ['1/2', '½'],
    ['٥', '5'],
    ['xl', 'XL'],
    ['Not  Sure', 'not sure'],
    ['？', '?'],
    [':coffee:', '☕'],
    ['13', undefined],
    ['', undefined],
  ])('%j is %j', (typed, card) => {
    expect(findCard(typed, cards)).toBe(card);
  });
});

describe('The decks of a channel', () => {
  it.each([
    ['', []],
    ['\n \r\n', []],
    ['days: ½, 1, 2', [{ title: 'days', cards: ['½', '1', '2'] }]],
    [
      'Ops-2:1;2\r\n\r\n  大きさ：小、大 ',
      [
        { title: 'Ops-2', cards: ['1', '2'] },
        { title: '大きさ', cards: ['小', '大'] },
      ],
    ],
    ['pause: 1, :coffee:', [{ title: 'pause', cards: ['1', '☕'] }]],
  ])('%j', (text, decks) => {
    expect(parseNamedDecks(text)).toEqual(decks);
  });

  it.each([
    ['1, 2, 3', { code: 'deck_line', line: '1, 2, 3' }],
    [': 1, 2', { code: 'deck_line', line: ': 1, 2' }],
    ['my deck: 1, 2', { code: 'deck_name', name: 'my deck' }],
    [`${'x'.repeat(21)}: 1, 2`, { code: 'deck_name', name: 'x'.repeat(21) }],
    ['*ops*: 1, 2', { code: 'deck_name', name: '*ops*' }],
    ['Fibonacci: 1, 2', { code: 'deck_name_taken', name: 'Fibonacci' }],
    ['fib: 1, 2', { code: 'deck_name_taken', name: 'fib' }],
    ['ops: 1, 2\nOPS: 1, 2', { code: 'deck_name_taken', name: 'OPS' }],
    ['ops:', { code: 'too_few_cards', given: 0 }],
    ['ops: 1, 1', { code: 'card_twice', card: '1' }],
    [
      numbered(11)
        .map((n) => `d${n}: 1, 2`)
        .join('\n'),
      { code: 'too_many_decks', given: 11 },
    ],
  ])('%j is wrong', (text, problem) => {
    expect(parseNamedDecks(text)).toEqual(problem);
  });

  it('should be ten at most', () => {
    const ten = numbered(10).map((n) => ({ title: `d${n}`, cards: ['1', '☕'] }));
    expect(parseNamedDecks(namedDecksText(ten))).toEqual(ten);
  });
});
