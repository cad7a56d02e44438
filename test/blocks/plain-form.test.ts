import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { render } from '../../blocks/message/render.ts';
import { validateBlocks } from '../../stand-ins/slack/blockkit/validate.ts';
import { ALL_LANGUAGES } from './all-boards.ts';

/** Buttons, menus and selects, by what they do. */
function controls(blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'actions') return block.elements.flatMap((element) => element.action_id ?? []);
    const accessory = block.type === 'section' ? block.accessory : undefined;
    return accessory && 'action_id' in accessory ? (accessory.action_id ?? []) : [];
  });
}

describe.each(ALL_LANGUAGES)('The plain form of %s', (_, board) => {
  const full = render(board);
  const { text, blocks } = render(board, { plain: true });

  it('should be what Slack takes, and have no more than rich text, one line, buttons and menus', () => {
    expect(validateBlocks(blocks)).toEqual([]);
    const others = blocks.filter(({ type }) => type !== 'rich_text' && type !== 'actions');
    expect(others).toMatchObject([{ type: 'section', block_id: 'plain', text: { text } }]);
  });

  it('should keep all controls and the rich text, but no links', () => {
    expect(controls(blocks)).toEqual(controls(full.blocks));
    const richTexts = (of: readonly KnownBlock[]) => of.filter(({ type }) => type === 'rich_text').length > 0;
    expect(richTexts(blocks)).toBe(richTexts(full.blocks));
    expect(JSON.stringify(blocks)).not.toMatch(/"url"|<http/);
  });

  it('should say it shortly, and cut through no mention', () => {
    expect(text.trim()).not.toBe('');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
    expect(text).not.toMatch(/<[^>]*$/);
  });
});
