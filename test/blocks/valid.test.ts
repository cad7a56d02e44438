import { describe, expect, it } from 'vitest';
import { translator } from '../../blocks/language/translate.ts';
import { renderMoved } from '../../blocks/message/moved.ts';
import { render } from '../../blocks/message/render.ts';
import { renderHelp } from '../../blocks/private/help.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { ALL_BOARDS, ALL_LANGUAGES } from './all-boards.ts';
import { liveParts, textsIn } from './texts.ts';

const MESSAGES: [string, Rendering][] = [
  ...ALL_LANGUAGES.map(([name, board]): [string, Rendering] => [name, render(board)]),
  ...ALL_BOARDS.map(([name, board]): [string, Rendering] => [
    `${name}, reposted`,
    render(board, { mentions: false }),
  ]),
  ['what a moved message leaves', renderMoved('https://acme.slack.com/archives/C1/p1', 'en')],
  ['what a moved message leaves, without a link', renderMoved(undefined, 'en')],
  ['the help', renderHelp(translator('en'))],
];

describe.each(MESSAGES)('%s', (_, { text, blocks }) => {
  it('should be what Slack takes', () => {
    expect(validateBlocks(blocks)).toEqual([]);
  });

  it('should say everything in words, too, within 4000 characters', () => {
    expect(text.trim()).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(liveParts(text)).toEqual([]);
  });

  it('should have no holes', () => {
    const { mrkdwn, literal } = textsIn(blocks);
    for (const words of [text, ...mrkdwn, ...literal]) {
      expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      expect(words).not.toBe('');
    }
  });
});
