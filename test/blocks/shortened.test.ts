import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { DECKS } from '../../src/game/deck/deck.ts';
import type { PublicSummary, SummaryLine } from '../../src/game/public-session.ts';
import { MAX_STORIES } from '../../src/game/session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { LINK } from './all-boards.ts';
import { aSummary, aVoting, people, resultOf } from './boards.ts';

describe('What has to be shortened', () => {
  const japanese = 'ログイン画面に組織のシングルサインオンを追加して利用者が一度の認証で入れるようにする作業';
  const summaryOf = (stories: readonly Partial<SummaryLine>[]): PublicSummary => ({
    ...aSummary(0),
    stories: stories.map((story) => ({
      title: 'Add SSO',
      estimate: '5',
      rounds: 1,
      skipped: false,
      ...story,
    })),
  });
  const thirty = (story: (n: number) => Partial<SummaryLine>) =>
    summaryOf(Array.from({ length: MAX_STORIES }, (_, n) => story(n)));
  const listIn = ({ blocks }: Rendering) => JSON.stringify(blocks.find(({ type }) => type === 'rich_text'));

  it('should be nothing where all of it fits', () => {
    const title = 'Let people of another organisation sign in with their own accounts, once only';
    const link = `${LINK}?focusedCommentId=1234567`;
    const { text, blocks } = render(thirty((n) => ({ title: `${n} ${title}`, link })));
    expect(text).not.toContain('…');
    expect(listIn({ text, blocks })).not.toContain('…');
    expect(listIn({ text, blocks }).split(link)).toHaveLength(31);
  });

  it('should be the titles of thirty Japanese stories: each has its line, and its estimate', () => {
    const summary = thirty((n) => ({ title: `${n + 10}${japanese}`, estimate: String(n + 1) }));
    const { text, blocks } = render({ ...summary, language: 'ja' });
    const [list] = text.match(/10ログ.*/su) ?? [];
    const told = list?.split('、').slice(0, 30) ?? [];
    for (const [n, one] of told.entries()) {
      expect(one).toMatch(new RegExp(`^${n + 10}ログイン画面に組織.*… ${n + 1}(。|$)`, 'u'));
      expect(listIn({ text, blocks })).toContain(`${n + 10}${japanese}`);
    }
    expect(told).toHaveLength(30);
  });

  it('should be long titles, not short ones, and they end with a word', () => {
    const long = 'Вход через единую учётную запись '.repeat(4);
    const { text } = render(thirty((n) => ({ title: n % 5 ? long : 'Вход через SSO' })));
    expect(text.match(/Вход через SSO 5/g)).toHaveLength(6);
    expect(
      text.match(/Вход через единую учётную запись [^…]*(Вход|через|единую|учётную|запись)… 5/g),
    ).toHaveLength(24);
  });

  it('should be the longest links first, and a title without its link stays', () => {
    const links = Array.from({ length: MAX_STORIES }, (_, n) => `${LINK}?${'x'.repeat(10 + 60 * n)}`);
    const list = listIn(
      render(thirty((n) => ({ title: `Add SSO ${n}.`, ...(links[n] && { link: links[n] }) }))),
    );
    const kept = links.map((link) => list.includes(`"${link}"`));
    const [first, last] = [kept.indexOf(false), kept.lastIndexOf(true)];
    expect(last).toBe(first - 1);
    expect(first).toBeGreaterThan(10);
    for (let n = 0; n < MAX_STORIES; n++) expect(list).toContain(`Add SSO ${n}.`);
    expect(list).not.toContain('…');
  });

  it('should end at a word, where it has words', () => {
    const { text } = render(aVoting({ title: 'Let people of other organisations sign in '.repeat(9) }));
    expect(text).toMatch(/“[^”]*(Let|people|of|other|organisations|sign|in)…”/);
  });

  it('should be no name of a card, and no number of people', () => {
    const votes = people(300).map((userId, n) => ({ userId, card: DECKS.modified.cards[n % 13] ?? '' }));
    const { text, blocks } = render(resultOf(DECKS.modified, votes, { title: japanese.repeat(20) }));
    expect(JSON.stringify(blocks)).toContain('and 16 more');
    for (const card of DECKS.modified.cards) expect(text).toContain(`${card}: <@`);
    expect(text).toContain('300 votes');
  });
});
