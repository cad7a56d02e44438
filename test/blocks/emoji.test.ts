import type { RichTextElement } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { render } from '../../blocks/message/render.ts';
import { manageModal } from '../../blocks/modals/manage.ts';
import { whyModal } from '../../blocks/modals/why.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { mineLine } from '../../blocks/private/mine.ts';
import { noticeLine } from '../../blocks/private/notices.ts';
import { plainProblem, problemText } from '../../blocks/private/problems.ts';
import { cut } from '../../blocks/text/mrkdwn.ts';
import type { PublicSession } from '../../src/game/public-session.ts';
import { historyPage } from '../../src/game/round/history.ts';
import { objectsIn } from '../../stand-ins/slack/blockkit/json.ts';
import { aFinishedStory } from '../export/a-finished-story.ts';
import { ADA, aSession } from '../game/a-session.ts';
import { ISSUE_LINKS, LINK } from './all-boards.ts';
import { aCancelled, aLobby, aResult, aSummary, aVoting } from './boards.ts';
import { expectTaken } from './budget.ts';

const TITLE = ':rocket: Ship it (:thumbsup::skin-tone-2:) by 10:30:45, std::on::x';
const t = translator('en');

/** All that stands in the rich text of these blocks: texts, and emoji by their names. */
const richText = (blocks: unknown) =>
  objectsIn(blocks)
    .filter(({ type }) => type === 'rich_text')
    .flatMap(({ elements }) => objectsIn(elements))
    .flatMap((one) => (one.type === 'rich_text_list' ? objectsIn(one.elements) : [one]))
    .flatMap(({ elements }) => objectsIn(elements))
    .map((one) => (one.type === 'emoji' ? `<${one.name}>` : String(one.text ?? '')))
    .join('');

const SHOWN = '<rocket> Ship it (<thumbsup::skin-tone-2>) by 10:30:45, std::on::x';

const BOARDS: [string, PublicSession][] = [
  ['a lobby', aLobby({ title: TITLE })],
  ['a vote', aVoting({ title: TITLE })],
  ['a result', aResult('3 5', { title: TITLE })],
  ['a summary', aSummary(2, TITLE)],
  ['a cancelled session', { ...aCancelled, title: TITLE }],
];

describe('A title has its emoji', () => {
  it.each(BOARDS)('in %s', (_, board) => {
    const message = render(board);
    expect(richText(message.blocks)).toContain(SHOWN);
    // Slack draws those in a text by itself.
    expect(message.text).toContain(':rocket: Ship it');
    expectTaken(message);
  });

  it('should have them in bold or struck through nowhere, for emoji have no style', () => {
    const [title] = render(aVoting({ title: ':rocket: Ship it' })).blocks;
    expect(title).toMatchObject({
      elements: [
        {
          elements: [
            { type: 'emoji', name: 'rocket' },
            { type: 'text', text: ' Ship it', style: { bold: true } },
          ],
        },
      ],
    });
    expect(JSON.stringify(title)).not.toContain('"rocket","style"');
  });

  it('should have them as characters where it is a link', () => {
    const elements = (board: PublicSession) => JSON.stringify(render(board).blocks[0]);
    expect(elements(aVoting({ title: ':rocket: Ship it 1:100:5', link: LINK }))).toContain(
      `{"type":"link","url":"${LINK}","text":"🚀 Ship it 1:100:5"`,
    );
    const linked = elements(aVoting({ title: ':tada: PROJ-7:100: PROJ-8 :100:', issueLinks: ISSUE_LINKS }));
    expect(linked).toContain('{"type":"emoji","name":"tada"},{"type":"text","text":" "');
    expect(linked).toContain('"text":"PROJ-7"');
    expect(linked).toContain('"text":":100: "');
    expect(linked.match(/"name":"100"/g)).toHaveLength(1);
  });

  it('should be cut before an emoji, never through its name', () => {
    expect(cut(`${'x'.repeat(20)} :rocket: it`, 26)).toBe(`${'x'.repeat(20)}…`);
    expect(cut(`${'x'.repeat(10)} :thumbsup::skin-tone-2: it`, 26)).toBe(`${'x'.repeat(10)}…`);
    expect(cut(':tada:'.repeat(9), 14)).toBe(':tada::tada:…');
    const { blocks } = render(aVoting({ title: ':woman-woman-girl-boy:'.repeat(100) }));
    expect(richText(blocks.slice(0, 1))).toMatch(/^(<woman-woman-girl-boy>){12,}…$/);
  });
});

describe('A result', () => {
  it('should have emoji in reasons, too', () => {
    const vote = (card: string, reason: string) => ({ userId: ADA, card, reason });
    const votes = [vote('3', 'Easy :tada:'), vote('8', '5:100:5 :fire::fire:')];
    expect(richText(render(aResult('3 8', { votes })).blocks)).toMatch(
      /“5:100:5 <fire><fire>”.*“Easy <tada>”/s,
    );
  });
});

describe('What people are told has the emoji of titles', () => {
  const told = (elements: RichTextElement[] | unknown) => richText(elements);

  it.each([
    ['a vote', noticeLine({ kind: 'myVote', title: TITLE, card: '5', status: 'voting' }, t)],
    ['everyone has voted', noticeLine({ kind: 'everyoneVoted', title: TITLE }, t)],
    ['a history', historyLine(historyPage([aFinishedStory({ title: TITLE })], 1), t)],
  ])('%s', (_, line) => {
    expect(told(line.blocks)).toContain(SHOWN);
    expectTaken(line);
  });

  it('should have them in what they take part in', () => {
    const place = { channelId: 'C0PLANNING', title: TITLE };
    const own = { ...place, status: 'lobby' as const, voted: 0, awaited: 0, isComplete: false };
    const result = { ...place, estimate: '5', decidedAt: 0 };
    const line = mineLine(
      { awaited: [place], created: [own], results: [result], more: { awaited: 0, created: 0 } },
      t,
    );
    expect(told(line.blocks).split(SHOWN)).toHaveLength(4);
  });

  it('should have them in what was wrong with what they typed', () => {
    const problem = { code: 'unknown_deck', deck: ':turtle:s :turtle:', known: [] } as const;
    expect(problemText(problem, t)).toContain('`:turtle:s 🐢`');
    expect(plainProblem(problem, t)).toContain('“:turtle:s 🐢”');
  });
});

describe('Plain text draws emoji only where it draws nothing else', () => {
  const texts = (title: string) => {
    const session = aSession({ status: 'voting' });
    const context = { sessionId: session.sessionId, teamId: 'T1', channelId: 'C1', page: 0 };
    const stories = [{ number: session.story, title }];
    const manage = manageModal(t, context, session, stories, { missing: 0, againIn: 0 });
    const card = {
      sessionId: session.sessionId,
      teamId: 'T0',
      channelId: 'C1',
      story: 1,
      round: 1,
      card: '5',
      responseUrl: '',
    };
    const why = whyModal(t, card, title);
    const references = render(aVoting({ title: 'Other', references: [{ title, card: '5' }] })).blocks.at(-1);
    return JSON.stringify([manage.blocks, why.blocks, references]);
  };

  it.each([
    [':rocket: Ship it', true],
    ['Ship :thumbsup::skin-tone-2:', true],
    ['Ship it', false],
    ['1:100:5', false],
    [':rocket: 1:100:5', false],
    [':rocket: std::on::x', false],
    [':rocket: :partyparrot:', false],
  ])('%s: %s', (title, drawn) => {
    const found = texts(title).match(/\{"type":"plain_text","text":"[^"]*","emoji":(true|false)\}/g) ?? [];
    const own = found.filter((one) => one.includes(title));
    expect(own).toHaveLength(3);
    for (const one of own) expect(one).toContain(`"emoji":${drawn}`);
  });
});
