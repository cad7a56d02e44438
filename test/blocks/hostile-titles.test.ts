import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { render } from '../../blocks/message/render.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { escapeText } from '../../blocks/text/mrkdwn.ts';
import type { Notice } from '../../src/game/notice.ts';
import type { PublicSession } from '../../src/game/public-session.ts';
import { cleanTitle, MAX_TITLE } from '../../src/game/story/title.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { ADA } from '../game/a-session.ts';
import { aCancelled, aLobby, aResult, aSummary, aVoting } from './boards.ts';
import { liveParts, textsIn } from './texts.ts';

const TITLED: [string, (title: string) => PublicSession][] = [
  ['lobby', (title) => aLobby({ title })],
  ['vote', (title) => aVoting({ title })],
  ['result', (title) => aResult('3 5 13', { title })],
  ['consensus', (title) => aResult('5 5', { title })],
  ['summary', (title) => aSummary(30, title)],
  ['cancelled', (title) => ({ ...aCancelled, title })],
];

const HOSTILE: [string, string][] = [
  ['a mention of all', '<!channel> <!here> @channel'],
  ['a mention of somebody', '<@U0ADA> <#C0PLANNING>'],
  ['a link', '<https://evil.example|Add SSO> https://evil.example'],
  ['markup', '*bold* _italic_ ~struck~ `code` > quote'],
  ['escapes', '&lt;!channel&gt; &amp;amp; & < >'],
  ['an emoji’s name', ':tada: :+1:'],
  ['emoji', '👩‍👩‍👧 family 🏳️‍🌈 🇩🇪'],
  ['right-to-left script', 'דף כניסה عربي'],
  ['an override of direction', '\u202eevil\u202c \u2066x\u2069'],
  ['a newline and NUL', 'one\ntwo\u0000three'],
  ['half a character', 'half \ud83d'],
  ['JSON', '"}],{"type":"divider"}'],
  ['3000 letters', 'x'.repeat(MAX_TITLE)],
  ['3000 ampersands', '&'.repeat(MAX_TITLE)],
  ['3000 units of emoji', '🃏'.repeat(MAX_TITLE / 2)],
  ['one endless character', `e${'\u0301'.repeat(MAX_TITLE - 1)}`],
  ['one endless character of pairs', `e${'\u{e0100}'.repeat(MAX_TITLE / 2 - 1)}`],
];

/** A title as it is stored. */
const stored = (typed: string): string => cleanTitle(typed) ?? 'nothing';

function expectLiteral(board: (title: string) => PublicSession, title: string): void {
  const { text, blocks } = render(board(title));
  expect(validateBlocks(blocks)).toEqual([]);
  expect(text.length).toBeLessThanOrEqual(4000);
  expect(liveParts(text)).toEqual([]);
  // Whatever Slack interprets is the same with a harmless title: no title is in it.
  expect(textsIn(blocks).mrkdwn).toEqual(textsIn(render(board('Harmless')).blocks).mrkdwn);
  expect(JSON.stringify(textsIn(blocks).literal).isWellFormed()).toBe(true);
  expect(text.isWellFormed()).toBe(true);
}

describe.each(TITLED)('The title in a %s', (_, board) => {
  it.each(HOSTILE)('should be literal with %s', (_, typed) => {
    expectLiteral(board, stored(typed));
  });

  it('should be literal whatever it holds', () => {
    const title = fc.string({ unit: 'binary', maxLength: 400 }).map(stored);
    fc.assert(
      fc.property(title, (one) => expectLiteral(board, one)),
      { numRuns: 40 },
    );
  });

  it('should be shown as it was typed', () => {
    const title = '<!channel> *Add* &amp; `SSO` <@U0ADA>';
    const { text, blocks } = render(board(title));
    expect(textsIn(blocks).literal.some((literal) => literal.includes(title))).toBe(true);
    if (board(title).status !== 'ended') expect(text).toContain(escapeText(title));
  });
});

describe('A private line', () => {
  const notices = (title: string): Notice[] => [
    {
      kind: 'vote',
      title,
      of,
      answer: { kind: 'counts', card: '5', story: 1, votingAgain: true, reasons: true },
    },
    { kind: 'myVote', title, card: '☕', status: 'voting' },
    { kind: 'myVote', title, status: 'voting' },
    { kind: 'myVote', title, status: 'revealed' },
    ...['message_not_found', 'not_in_channel', 'is_archived', 'token_revoked'].map(
      (error): Notice => ({ kind: 'farewell', error, title }),
    ),
    { kind: 'everyoneVoted', title },
    { kind: 'deadlineRevealed', title },
    { kind: 'deadlinePassed', title },
    { kind: 'nudge', title, creatorId: ADA },
  ];
  const of = { sessionId: '01JD0000000000000000000000', story: 1, round: 1 };
  const t = translator('en');

  it.each(HOSTILE)('should repeat a title with %s literally', (_, typed) => {
    for (const notice of notices(stored(typed))) {
      const { text, blocks = [] } = noticeLine(notice, t);
      expect(validateBlocks(blocks)).toEqual([]);
      expect(liveParts(text)).toEqual([]);
      expect(textsIn(blocks).mrkdwn).toEqual([]);
      expect(textsIn(blocks).literal.join('')).toContain(stored(typed).slice(0, 10));
    }
  });
});
