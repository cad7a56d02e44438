import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { allElements } from './blockkit/elements.ts';

/**
 * Gives every block and interactive element that came without an id one, as Slack does. The ids count
 * up within the message, so that equal messages stay equal.
 */
export function withIds(blocks: readonly KnownBlock[]): KnownBlock[] {
  const copy = structuredClone([...blocks]);
  copy.forEach((block, index) => {
    block.block_id ??= `block-${index}`;
  });
  allElements(copy).forEach(({ element }, index) => {
    if (element.type !== 'image' && !('text' in element && isTextType(element.type))) {
      element.action_id ??= `action-${index}`;
    }
  });
  return copy;
}

export function viewWithIds<View extends ModalView | HomeView>(view: View): View {
  return { ...view, blocks: withIds(view.blocks as KnownBlock[]) };
}

const isTextType = (type: unknown): boolean => type === 'mrkdwn' || type === 'plain_text';
