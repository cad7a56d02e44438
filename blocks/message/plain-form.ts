import type { ActionsBlock, KnownBlock, RichTextBlock } from '@slack/types';
import type { Rendering } from '../../src/ports/chat.ts';
import { bytesOf } from '../text/budget.ts';
import { cut } from '../text/mrkdwn.ts';

/** Of the text, in bytes of UTF-8. */
const SHORT = 1000;

/**
 * The same message with as little as Slack could refuse: what is in rich text (a message keeps that once it has some),
 * without its links; all buttons and menus; and a short text in place of everything else.
 */
export function plainForm({ text, blocks }: Rendering): Rendering {
  const said = shortened(text);
  const titles = blocks.filter(({ type }) => type === 'rich_text').map(unlinked);
  const line: KnownBlock = { type: 'section', block_id: 'plain', text: { type: 'mrkdwn', text: said } };
  return { text: said, blocks: [...titles, line, ...blocks.flatMap(controlsOf)] };
}

/** Never cut through a mention or a date. */
function shortened(text: string): string {
  let length = text.length;
  while (bytesOf(cut(text, length)) > SHORT) length = Math.floor(length * 0.9);
  return cut(text, length).replace(/<[^>]*…$/, '…');
}

const unlinked = (block: KnownBlock): RichTextBlock =>
  JSON.parse(JSON.stringify(block), (_, value) => {
    if (value?.type !== 'link') return value;
    const { url: _url, ...link } = value;
    return { ...link, type: 'text' };
  });

function controlsOf(block: KnownBlock): ActionsBlock[] {
  if (block.type === 'actions') return [block];
  if (block.type !== 'section' || !block.accessory || block.accessory.type === 'image') return [];
  const { accessory, block_id } = block;
  return [
    {
      type: 'actions',
      ...(block_id && { block_id }),
      elements: [accessory as ActionsBlock['elements'][number]],
    },
  ];
}
