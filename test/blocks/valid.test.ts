import { describe, expect, test } from 'vitest';
import { renderHelp } from '../../blocks/help.ts';
import { withoutMentions } from '../../blocks/mrkdwn.ts';
import { render } from '../../blocks/render.ts';
import { renderMoved } from '../../blocks/summary.ts';
import { validateBlocks } from '../../playground/blockkit/validate.ts';
import type { Rendering } from '../../src/slack/chat.ts';
import { BOARDS } from './boards.ts';
import { liveParts, textsIn } from './texts.ts';

const MESSAGES: [string, Rendering][] = [
  ...BOARDS.map(([name, board]): [string, Rendering] => [name, render(board)]),
  ...BOARDS.map(([name, board]): [string, Rendering] => [
    `${name}, reposted`,
    withoutMentions(render(board)),
  ]),
  ['what a moved message leaves', renderMoved('https://acme.slack.com/archives/C1/p1')],
  ['what a moved message leaves, without a link', renderMoved(undefined)],
  ['the help', renderHelp()],
];

describe.each(MESSAGES)('%s', (_, { text, blocks }) => {
  test('is what Slack takes', () => {
    expect(validateBlocks(blocks)).toEqual([]);
  });

  test('says everything in words, too, within 4000 characters', () => {
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(liveParts(text)).toEqual([]);
  });

  test('has no holes', () => {
    const { mrkdwn, literal } = textsIn(blocks);
    for (const words of [text, ...mrkdwn, ...literal]) {
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      expect(words).not.toBe('');
    }
  });
});
