import type { ContextBlock, RichTextBlock, RichTextElement } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import type { HistoryLine, HistoryPage, Totals } from '../../src/game/round/history.ts';
import type { IssueLinks } from '../../src/game/story/issue-links.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import { MINUTE } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';
import { titleElements } from '../message/title.ts';
import { type Limits, withinBudget } from '../text/budget.ts';
import { padCard, widestOf } from '../text/card-width.ts';
import { dayElement } from '../text/date.ts';
import { durationText } from '../text/duration.ts';
import { cut, within } from '../text/mrkdwn.ts';
import { joined, linkedCard, textElement } from '../text/rich-text.ts';

const NONE = '–';

/**
 * What `/groom history` answers: one page of the channel's finished stories, the latest first. Issue keys in
 * titles become links.
 */
export function historyLine(history: HistoryPage, t: Translate, issueLinks?: IssueLinks): PrivateLine {
  const { page, pages, totals, lines } = history;
  if (totals.stories === 0) return { text: t('history.empty') };
  if (lines.length === 0) return { text: t('history.beyond', { page, pages }) };
  return withinBudget((limits) => drawHistory(history, limits, t, issueLinks));
}

function drawHistory(
  history: HistoryPage,
  limits: Limits,
  t: Translate,
  issueLinks?: IssueLinks,
): PrivateLine {
  const { pages, totals, lines } = history;
  const facts = totalsText(totals, t);
  const heading = [`*${t('history.heading')}*`, ...facts].join(' · ');
  const told = lines.map((line) => `${within(line.title, limits.line)} ${estimateOf(line, limits)}`);
  const said = [
    t('history.text', { facts: facts.join(t('list.comma')) }),
    t('summary.textStories', { stories: told.join(t('list.comma')) }),
    ...(pages > 1 ? [pageText(history, t)] : []),
  ];
  return {
    text: said.join(t('list.sentence')),
    blocks: [
      { type: 'section', block_id: 'heading', text: { type: 'mrkdwn', text: heading } },
      storyList(lines, limits, t, issueLinks),
      ...(pages > 1 ? [pageBlock(history, t)] : []),
    ],
  };
}

const estimateOf = ({ estimate = NONE }: HistoryLine, { card }: Limits): string => cut(estimate, card);

/** `128 stories`, `640 points`; sizes such as `XL` have no sum. */
export function totalsText({ stories, points }: Totals, t: Translate): string[] {
  const sum = points === undefined ? [] : [t('summary.points', { sum: points, points: t.exact(points) })];
  return [t('summary.stories', { stories }), ...sum];
}

function storyList(
  lines: readonly HistoryLine[],
  limits: Limits,
  t: Translate,
  issueLinks?: IssueLinks,
): RichTextBlock {
  const width = widestOf(lines.map((line) => estimateOf(line, limits)));
  const elements = lines.flatMap((line, index): RichTextElement[] => [
    ...(index > 0 ? [textElement('\n')] : []),
    linkedCard(padCard(estimateOf(line, limits), width), line.messageLink),
    textElement(' '),
    ...titleElements(t, defined({ title: line.title, link: line.link, issueLinks }), limits.line),
    textElement(['', ...notesOf(line, t), ''].join(' · ')),
    dayElement(line.finishedAt),
  ]);
  return {
    type: 'rich_text',
    block_id: 'stories',
    elements: [{ type: 'rich_text_section', elements: joined(elements) }],
  };
}

/** How many rounds and how long it took. Less than a minute isn't worth mentioning, as in the summary. */
function notesOf({ rounds, ms = 0 }: HistoryLine, t: Translate): string[] {
  return [
    ...(rounds > 1 ? [t('history.rounds', { rounds })] : []),
    ...(ms < MINUTE ? [] : [durationText(t, ms)]),
  ];
}

function pageBlock(history: HistoryPage, t: Translate): ContextBlock {
  return { type: 'context', block_id: 'page', elements: [{ type: 'mrkdwn', text: pageText(history, t) }] };
}

/** Which page this is, and what to type to see older stories. */
function pageText({ page, pages }: HistoryPage, t: Translate): string {
  return page < pages
    ? t('history.pageAndNext', { page, pages, next: page + 1 })
    : t('history.page', { page, pages });
}
