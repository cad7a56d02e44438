import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { fileLine, fileSentLine, textExportLine } from '../../blocks/private/exported.ts';
import { historyLine } from '../../blocks/private/history.ts';
import { homeView } from '../../blocks/private/home.ts';
import { mineLine } from '../../blocks/private/mine.ts';
import { LANGUAGES } from '../../src/game/language.ts';
import type { MySessions } from '../../src/game/my-sessions.ts';
import { historyPage } from '../../src/game/round/history.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { aFinishedStory } from '../export/a-finished-story.ts';
import { textsIn } from './texts.ts';

const HOSTILE = `<!channel> *b* _i_ \`c\` & <@U0ADA> ${'&'.repeat(300)}`;

const NO_MORE = { awaited: 0, created: 0 };

const someStories = (count: number, title = 'Add SSO login') =>
  Array.from({ length: count }, (_, n) => aFinishedStory({ title, rounds: n + 1, finishedAt: n }));

function mine(count: number, title = 'Add SSO login'): MySessions {
  const place = { channelId: 'C0PLANNING', title, messageLink: 'https://acme.slack.com/archives/C1/p1' };
  const all = <T>(...items: T[]): T[] => Array.from({ length: count }, () => items).flat();
  const counts = { voted: 0, awaited: 0, isComplete: false };
  return {
    awaited: all({ ...place }, { channelId: 'D0ADABO', title, deadlineAt: 1_793_613_600_000 }),
    created: all(
      { ...place, ...counts, status: 'lobby' as const },
      { ...place, ...counts, status: 'voting' as const },
      { ...place, ...counts, status: 'voting' as const, awaited: 2 },
      { ...place, ...counts, status: 'voting' as const, voted: 2 },
      { ...place, ...counts, status: 'revealed' as const },
    ),
    results: all({
      channelId: 'C1',
      title,
      estimate: '½',
      link: 'https://tracker.example/1',
      decidedAt: 0,
      messageLink: place.messageLink,
    }),
    more: { awaited: count, created: 0 },
  };
}

describe.each(LANGUAGES)('In %s', (language) => {
  const t = translator(language);
  const lines: [string, PrivateLine][] = [
    ['an empty history', historyLine(historyPage([], 1), t)],
    ['a history of one page', historyLine(historyPage(someStories(2), 1), t)],
    ['a page of many', historyLine(historyPage(someStories(40), 2), t)],
    ['a page beyond the last', historyLine(historyPage(someStories(3), 9), t)],
    ['a history of hostile titles', historyLine(historyPage(someStories(40, HOSTILE), 1), t)],
    ['nothing of mine', mineLine(mine(0), t)],
    ['something of mine', mineLine(mine(1), t)],
    ['much of mine, with hostile titles', mineLine(mine(2, HOSTILE), t)],
    ['what stands above a file', fileLine('C0PLANNING', { stories: 2, points: 8 }, t)],
    ['where a file is', fileSentLine(t)],
    ['an export as text', textExportLine({ error: 'missing_scope', text: 'a,b\nc', shown: 1, all: 1 }, t)],
    ['a part of one', textExportLine({ error: '<b>', text: 'a,b', shown: 1, all: 2 }, t)],
  ];

  it.each(lines)('%s is what Slack takes', (_, { text, blocks = [] }) => {
    expect(validateBlocks(blocks)).toEqual([]);
    expect(text.length).toBeLessThanOrEqual(4000);
    const { mrkdwn, literal } = textsIn(blocks);
    for (const words of [text, ...mrkdwn, ...literal]) {
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      expect(words).not.toBe('');
    }
    for (const words of [text, ...mrkdwn]) expect(words).not.toMatch(/<!channel>|<@U0ADA>|<b>/);
  });

  it('should have a Home tab that Slack takes, too', () => {
    for (const count of [0, 1, 2]) {
      const { blocks } = homeView(mine(count, HOSTILE), t);
      expect(validateBlocks(blocks)).toEqual([]);
      expect(blocks.length).toBeLessThan(20);
    }
  });
});

describe('What is listed', () => {
  const t = translator('en');

  it('should have links where the channel’s titles have issue keys', () => {
    const issueLinks = { pattern: 'PROJ-(\\d+)', url: 'https://tracker.example/browse/$1' };
    const link = { type: 'link', url: 'https://tracker.example/browse/12', text: 'PROJ-12' };
    const title = 'PROJ-12 Add SSO login';
    const history = historyLine(historyPage(someStories(1, title), 1), t, issueLinks);
    expect(JSON.stringify(history.blocks)).toContain(JSON.stringify(link));
    const result = { channelId: 'C1', title, issueLinks, estimate: '5', decidedAt: 0 };
    const own = mineLine({ awaited: [], created: [], results: [result], more: NO_MORE }, t);
    expect(JSON.stringify(own.blocks)).toContain(JSON.stringify(link));
  });

  it('should have the time that a story took, from a minute on', () => {
    const notes = [0, 59_000, 60_000, 4 * 60_000].map((ms) => {
      const stories = [aFinishedStory({ rounds: 1, ms })];
      return textsIn(historyLine(historyPage(stories, 1), t).blocks)
        .literal.join('')
        .match(/\d+ min/)?.[0];
    });
    expect(notes).toEqual([undefined, undefined, '1 min', '4 min']);
  });

  it('should be in the text as well, for those who hear it', () => {
    const { text } = historyLine(historyPage(someStories(2), 1), t);
    expect(text).toContain('2 stories, 10 points');
    expect(text).toContain('Add SSO login 5, Add SSO login 5.');
    expect(mineLine(mine(1), t).text).toMatch(
      /Waiting for your card: .*\. Started by you: .*\(waiting for 2 cards\).*\. Recent results: Add SSO login ½\./,
    );
  });

  it('should have nothing to press', () => {
    const all = [historyLine(historyPage(someStories(40), 1), t), mineLine(mine(1), t), homeView(mine(1), t)];
    for (const { blocks = [] } of all) {
      expect(blocks.map(({ type }) => type)).not.toContain('actions');
      expect(JSON.stringify(blocks)).not.toContain('action_id');
    }
  });
});
