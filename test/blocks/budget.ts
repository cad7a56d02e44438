import { expect } from 'vitest';
import type { PrivateLine } from '../../src/ports/chat.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { liveParts, textsIn } from './texts.ts';

/** UTF-8 bytes: less than Slack is known to refuse. */
const TEXT = 3800;
const BLOCKS_JSON = 12_000;
const BLOCKS_TEXT = 9000;

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** Everything Slack is known to be strict about: shapes, lengths, the size of it all, markup that comes alive. */
export function expectTaken({ text, blocks = [] }: PrivateLine): void {
  expect(validateBlocks(blocks)).toEqual([]);
  expect(blocks.length).toBeLessThanOrEqual(50);
  const { mrkdwn, literal } = textsIn(blocks);
  for (const words of mrkdwn) {
    expect(words.length).toBeLessThanOrEqual(3000);
    expect(liveParts(words)).toEqual([]);
  }
  expect(bytesOf(text)).toBeLessThanOrEqual(TEXT);
  expect(bytesOf(JSON.stringify(blocks))).toBeLessThanOrEqual(BLOCKS_JSON);
  expect(bytesOf([...mrkdwn, ...literal].join(''))).toBeLessThanOrEqual(BLOCKS_TEXT);
  expect(liveParts(text)).toEqual([]);
  expect(JSON.stringify({ text, blocks }).isWellFormed()).toBe(true);
}
