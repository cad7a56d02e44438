import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../blocks/language/catalogues.ts';
import { type Translate, translator } from '../../blocks/language/translate.ts';
import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { renderHelp } from '../../blocks/private/help.ts';
import { problemText } from '../../blocks/private/problems.ts';
import { languageProblems } from '../../scripts/check-languages.ts';
import { LANGUAGES, type Language } from '../../src/game/language.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { aResult, aSummary, aVoting, BOARDS, people } from './boards.ts';
import { liveParts, textsIn } from './texts.ts';

describe('The catalogues', () => {
  it('should fit together', () => {
    expect(languageProblems()).toEqual([]);
  });

  const planted = (changes: Record<string, string | undefined>) => {
    const german = Object.entries({ ...CATALOGUES.de, ...changes }).flatMap(([key, message]) =>
      message === undefined ? [] : [[key, message]],
    );
    return languageProblems({ ...CATALOGUES, de: Object.fromEntries(german) });
  };

  it.each([
    ['a missing message', { 'button.join': undefined }, /^de: button\.join is missing$/],
    ['one too many', { 'button.jion': 'Mitmachen' }, /^de: button\.jion is not in English$/],
    ['an open brace', { 'voting.count': 'Stimmen: {voted' }, /^de: voting\.count cannot be parsed/],
    ['a plural without its rest', { 'result.votes': '{votes, plural, one {#}}' }, /cannot be parsed/],
    ['a forgotten placeholder', { 'voting.count': 'Stimmen' }, /has the placeholders none, not voted/],
    ['a translated placeholder', { 'voting.count': 'Stimmen: {stimmen}' }, /placeholders stimmen, not voted/],
    ['one within a plural', { 'summary.points': '{sum, plural, other {{sum} Punkte}}' }, /not points, sum/],
    ['a lost mark', { 'result.estimate': 'Schätzung: *{card}' }, /has other marks/],
    ['a straight apostrophe', { 'button.join': "Mach' mit" }, /has a straight apostrophe/],
  ])('with %s do not', (_, changes, problem) => {
    expect(planted(changes)).toEqual([expect.stringMatching(problem)]);
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))('%s is a language of its own', (language) => {
    const [own, english]: Record<string, string>[] = [CATALOGUES[language], CATALOGUES.en];
    const same = Object.keys(english ?? {}).filter((key) => own?.[key] === english?.[key]);
    // Such as `Median` and `Fibonacci`.
    expect(same.length).toBeLessThan(Object.keys(english ?? {}).length / 10);
  });
});

describe('Typography', () => {
  /** What is typed after `/groom` stays as it is. */
  const outsideCode = (message: string) => message.replaceAll(/`[^`]*`/g, '');
  const messagesOf = (language: Language) => Object.entries(CATALOGUES[language]);

  it('should keep high punctuation of French on the line of its word', () => {
    const loose = messagesOf('fr')
      .filter(([key]) => key !== 'settings.decksExample')
      .filter(([, message]) => /« | [;:!?»]/.test(outsideCode(message)));
    expect(loose).toEqual([]);
  });

  it('should set code apart in Japanese, for Slack sees none where it touches other characters', () => {
    const touching = messagesOf('ja').filter(([, message]) =>
      /\S<code>|<code>\S/.test(message.replaceAll(/`[^`]*`/g, '<code>')),
    );
    expect(touching).toEqual([]);
    const known = problemText({ code: 'unknown_deck', deck: 'xl', known: [] }, translator('ja'));
    expect(known.replaceAll(/`[^`]*`/g, '<code>')).not.toMatch(/\S<code>|<code>\S/);
  });

  it.each(LANGUAGES.filter((language) => language !== 'en'))('%s has examples of its own', (language) => {
    expect(messagesOf(language).filter(([, message]) => message.includes('Add SSO login'))).toEqual([]);
  });
});

/** Every message, in every language. */
const MESSAGES = LANGUAGES.flatMap((language): [string, Rendering][] => [
  ...BOARDS.map(([name, board]): [string, Rendering] => [
    `${name} (${language})`,
    render({ ...board, language }),
  ]),
  [
    `what a moved message leaves (${language})`,
    renderMoved('https://acme.slack.com/archives/C1/p1', language),
  ],
  [`the help (${language})`, renderHelp(translator(language))],
]);

it.each(MESSAGES)('%s is what Slack takes, in words too', (_, { text, blocks }) => {
  expect(validateBlocks(blocks)).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(liveParts(text)).toEqual([]);
  const { mrkdwn, literal } = textsIn(blocks);
  for (const words of [text, ...mrkdwn, ...literal]) {
    expect(words).not.toBe('');
    expect(words).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
  }
});

describe.each(LANGUAGES)('The board in %s', (language) => {
  const shape = (votes: Parameters<typeof aVoting>[0]) =>
    render(aVoting({ ...votes, language })).blocks.map(({ type, block_id }) => `${type} ${block_id}`);

  it('should have its blocks in the same order until the reveal', () => {
    const first = shape({});
    expect(shape({ voted: people(200), awaited: people(300).slice(200), watching: people(9) })).toEqual(
      first,
    );
    expect(shape({ voted: people(3) })).toEqual(first);
  });
});

describe('Words', () => {
  const say = (t: Translate) => t('summary.points', { sum: 6.5, points: t.number(6.5) });

  it.each<[Language, string]>([
    ['en', '6.5 points'],
    ['es', '6,5 puntos'],
    ['de', '6,5 Punkte'],
    ['fr', '6,5 points'],
    ['pt', '6,5 pontos'],
    ['ja', '6.5 ポイント'],
  ])('of %s have their own numbers: %s', (language, expected) => {
    expect(say(translator(language))).toBe(expected);
  });

  it.each<[Language, number, string]>([
    ['en', 0, '0 votes'],
    ['en', 1, '1 vote'],
    ['fr', 0, '0 vote'],
    ['fr', 1, '1 vote'],
    ['fr', 2, '2 votes'],
    ['de', 1, '1 Stimme'],
    ['ja', 1, '1票'],
  ])('of %s have their own plurals: %d, %s', (language, votes, expected) => {
    expect(translator(language)('result.votes', { votes })).toBe(expected);
  });

  it('should leave alone what they are put around', () => {
    const name = '{x} <b>it’s</b> # ’{’ {n, plural, other {}}';
    expect(translator('en')('heading.hostedBy', { host: name })).toBe(`hosted by ${name}`);
    expect(translator('en').parts('heading.hostedBy', { host: { title: name } })).toEqual([
      'hosted by ',
      { title: name },
    ]);
  });

  it('should be those of the session’s language', () => {
    expect(render(aVoting({ language: 'de' })).text).toContain('Schätze');
    expect(render(aResult('3 5', { language: 'fr' })).text).toContain('médiane');
    expect(render({ ...aSummary(3), language: 'ja' }).text).toContain('見積もり完了');
  });
});
