import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import type { PublicSession } from '../../src/game/public-session.ts';
import { ISSUE_LINKS, LINK } from './all-boards.ts';
import { aCancelled, aLobby, aResult, aSummary, aVoting } from './boards.ts';

interface Titled {
  title: string;
  link?: string;
  issueLinks?: typeof ISSUE_LINKS;
}

const STATES: [string, (titled: Titled) => PublicSession, string, object][] = [
  ['lobby', aLobby, 'title', { bold: true }],
  ['vote', aVoting, 'title', { bold: true }],
  ['result', (titled) => aResult('3 5', titled), 'title', { bold: true }],
  ['cancelled session', (titled) => ({ ...aCancelled, ...titled }), 'title', { strike: true }],
];

/** The pieces of a title: `[text, url?]`. */
function pieces(board: PublicSession, name = 'title') {
  const block = render(board).blocks.find(({ block_id }) => block_id === name);
  if (block?.type !== 'rich_text') throw new Error(`no ${name} on the message`);
  return block.elements.flatMap(({ elements }) =>
    elements.map((one) => ({
      text: 'text' in one ? one.text : undefined,
      url: 'url' in one ? one.url : undefined,
      style: 'style' in one ? one.style : undefined,
    })),
  );
}

const urlOf = (key: string) => `https://tracker.example/browse/PROJ-${key}`;

describe.each(STATES)('The title of a %s', (_, board, name, style) => {
  it('should have words for none', () => {
    const text = '(no title)';
    expect(pieces(board({ title: '' }), name)).toEqual([{ text, url: undefined, style }]);
    expect(pieces(board({ title: '', issueLinks: ISSUE_LINKS }), name)).toEqual([
      { text, url: undefined, style },
    ]);
  });

  it('should be one link if the story has one, even where there are issue keys', () => {
    const titled = { title: 'PROJ-7 Add SSO', link: LINK, issueLinks: ISSUE_LINKS };
    expect(pieces(board(titled), name)).toEqual([{ text: 'PROJ-7 Add SSO', url: LINK, style }]);
  });

  it('should have a link on each issue key, and be the same text', () => {
    const titled = { title: 'PROJ-7: *Add* SSO (after PROJ-12)', issueLinks: ISSUE_LINKS };
    expect(pieces(board(titled), name)).toEqual([
      { text: 'PROJ-7', url: urlOf('7'), style },
      { text: ': *Add* SSO (after ', style },
      { text: 'PROJ-12', url: urlOf('12'), style },
      { text: ')', style },
    ]);
  });

  it('should say so if there is none', () => {
    for (const links of [{}, { issueLinks: ISSUE_LINKS }]) {
      expect(pieces(board({ title: '', ...links }), name)).toEqual([{ text: '(no title)', style }]);
    }
    expect(pieces(board({ title: '', link: LINK }), name)).toEqual([
      { text: '(no title)', url: LINK, style },
    ]);
  });

  it('should be text without either', () => {
    expect(pieces(board({ title: 'PROJ-7' }), name)).toEqual([{ text: 'PROJ-7', style }]);
  });
});

describe('A long title', () => {
  const long = (before: number, after: string) => ({
    title: `${'x'.repeat(before)} PROJ-123456${after}`,
    issueLinks: ISSUE_LINKS,
  });

  it.each([
    ['has its link where it is cut after a key', 280, ' and more of it', true],
    ['has none where a key is cut through', 292, ' and more of it', false],
    ['has none where a key is cut off', 400, '', false],
    ['has its link where it just fits', 288, '', true],
  ])('%s', (_, before, after, linked) => {
    const shown = pieces(aVoting(long(before, after)));
    expect(shown.some(({ url }) => url === urlOf('123456'))).toBe(linked);
    expect(shown.filter(({ url }) => url !== undefined).length).toBe(linked ? 1 : 0);
    const text = shown.map((piece) => piece.text).join('');
    expect(text.length).toBeLessThanOrEqual(300);
    expect(long(before, after).title.startsWith(text.replace(/…$/, ''))).toBe(true);
  });
});

describe('A story', () => {
  it('should have its link in a summary, too', () => {
    const summary = aSummary(2, 'PROJ-7 Add SSO');
    const [one, other] = summary.stories;
    if (!one || !other) throw new Error('two stories');
    const shown = pieces(
      { ...summary, stories: [{ ...one, link: LINK }, other], issueLinks: ISSUE_LINKS },
      'stories',
    );
    expect(shown).toContainEqual(expect.objectContaining({ text: 'PROJ-7 Add SSO', url: LINK }));
    expect(shown).toContainEqual(expect.objectContaining({ text: 'PROJ-7', url: urlOf('7') }));
  });
});
