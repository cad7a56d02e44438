import type { Button, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { escapeText } from '../../blocks/text/mrkdwn.ts';
import type { PublicSession } from '../../src/game/public-session.ts';
import { ALL_BOARDS, ALL_LANGUAGES } from './all-boards.ts';
import { textsIn } from './texts.ts';

function buttonsOf(board: PublicSession): Button[] {
  return (render(board).blocks as KnownBlock[])
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element] : []));
}

describe.each(ALL_LANGUAGES)('%s', (_, board) => {
  it('should have buttons that say by themselves what they do, in the words that are written on them and more', () => {
    const labels = buttonsOf(board).map(({ accessibility_label = '' }) => accessibility_label);
    for (const { text, accessibility_label = '' } of buttonsOf(board)) {
      expect(accessibility_label.length).toBeLessThanOrEqual(75);
      expect(accessibility_label.toLowerCase()).toContain(text.text.toLowerCase().slice(0, 40));
      expect([...accessibility_label].length).toBeGreaterThan([...text.text].length);
    }
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('should say nothing by a sign alone', () => {
    const { mrkdwn, literal } = textsIn(render(board).blocks.filter(({ type }) => type !== 'actions'));
    for (const text of [...mrkdwn, ...literal]) {
      const lines = text.split('\n').filter((line) => /[✓🎉→]/u.test(line));
      for (const line of lines) expect(line.replaceAll(/<[^>]*>/g, '')).toMatch(/\p{L}{2}/u);
    }
  });

  it('should have all that matters in the words of the message', () => {
    const { text } = render(board);
    for (const fact of factsOf(board)) expect(text).toContain(fact);
  });
});

/** What must be heard of a session, whatever its language. */
function factsOf(board: PublicSession): string[] {
  if ('minutes' in board) {
    const total = board.stories.filter(({ estimate }) => estimate !== undefined).length;
    return [String(total), ...board.stories.flatMap(({ estimate }) => estimate ?? [])];
  }
  const title = escapeText(board.title.slice(0, 100));
  if (board.status === 'cancelled') return [title];
  const { status, stories } = board;
  const shared = [title, ...(stories > 1 ? [String(status === 'lobby' ? stories - 1 : stories)] : [])];
  const deadline = 'deadlineAt' in board && board.deadlineAt ? [`<!date^${board.deadlineAt / 1000}^`] : [];
  const mentioned = (users: readonly string[]) => users.slice(0, 8).map((userId) => `<@${userId}>`);
  switch (board.status) {
    case 'lobby':
      return [...shared, ...deadline, ...mentioned(board.joined), ...mentioned(board.watching)];
    case 'voting': {
      const { voted, awaited, watching, round, references, creatorId, earlier } = board;
      const byHand = voted.length > 0 && !board.autoReveal && !board.anyoneReveals;
      return [
        ...[...shared, ...deadline, ...mentioned(awaited), ...mentioned(watching)],
        ...(voted.length > 0 ? [String(voted.length)] : []),
        ...(awaited.length > 0 && voted.length > 0 ? [String(voted.length + awaited.length)] : []),
        ...(round > 1 ? [String(round)] : []),
        ...earlier.slice(-1).flatMap((one) => one.statistics?.lowest ?? []),
        ...(byHand ? [`<@${creatorId}>`] : []),
        ...references.map(({ card }) => card),
      ];
    }
    case 'revealed': {
      const { votes, estimate, statistics, creatorId, earlier } = board;
      const reasons = votes.length > 8 ? [] : votes.flatMap(({ reason }) => reason ?? []);
      return [
        ...[...reasons.map(escapeText), ...earlier.slice(-1).flatMap((one) => one.statistics?.lowest ?? [])],
        ...[...shared, String(votes.length), `<@${creatorId}>`],
        ...votes.map(({ card }) => card),
        ...[estimate ?? statistics?.suggested ?? []].flat(),
      ];
    }
  }
}

const said = (name: string) => {
  const board = ALL_BOARDS.find(([known]) => known === name)?.[1];
  if (!board) throw new Error(`no board ${name}`);
  return render(board).text;
};

describe('In so many words', () => {
  it.each([
    ['a vote without anybody', 'Estimate “Add SSO login”, story 3 of 10. No votes yet.'],
    [
      'a vote that others are awaited for',
      '1 of 3 voted; waiting for <@U0BO>, <@U0CY>. <@U0ADA> can reveal.',
    ],
    ['a vote with everybody’s card', 'Everyone has voted, 3 in all. <@U0ADA> can reveal.'],
    ['a vote that anyone reveals', 'Watching: <@U0CY>. Anyone who joined can reveal.'],
    ['a vote about to be revealed', 'Everyone has voted, 2 in all. Revealing in a moment.'],
    ['a lobby of one story', '1 joined: <@U0ADA>. <@U0ADA> can start the vote.'],
    ['a consensus', 'consensus on 5, all 3 agree.'],
    ['a result with a reason at one end', 'With 1 reason. 13 <@U0CY>: “'],
    ['an agreement', 'Estimate: 5.'],
    ['a summary of one story', 'Estimation done: 1 story, 0 points. Add SSO login 0. With <@U0ADA>,'],
    ['a cancelled session', '“Add SSO login”: cancelled; the votes were dropped.'],
  ])('%s: %s', (name, words) => {
    expect(said(name)).toContain(words);
  });

  it.each([
    ['0', 'Vote 0'],
    ['?', 'Vote ? – not sure'],
    ['☕', 'Vote ☕ – need a break'],
    ['Reveal', 'Reveal the votes'],
    ['Join', 'Join this estimation'],
    ['Leave', 'Leave this estimation'],
    ['Agree on 5', 'Agree on 5 as the estimate'],
    ['Next story', 'Next story of this session'],
    ['Vote again', 'Vote again on this story'],
    ['End', 'End the session'],
  ])('the button %s: %s', (written, heard) => {
    const buttons = ALL_BOARDS.filter(([name]) => ['a vote of one', 'a split'].includes(name)).flatMap(
      ([, board]) => buttonsOf(board),
    );
    const labels = buttons.filter(({ text }) => text.text === written);
    expect(labels.map(({ accessibility_label }) => accessibility_label)).toEqual([heard]);
  });
});
