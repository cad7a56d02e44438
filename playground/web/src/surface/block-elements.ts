import type { ActionsBlockElement, InputBlockElement, KnownBlock, SectionBlockAccessory } from '@slack/types';

/** What people press, choose or type into: an element of a message or of a modal. */
export type BlockElement = ActionsBlockElement | SectionBlockAccessory | InputBlockElement;

export interface PlacedElement {
  element: BlockElement;
  blockId: string;
  actionId: string;
}

/** Slack gives every block an id. Where none came along, its position stands for it. */
export function blockIdOf(block: KnownBlock, index: number): string {
  return block.block_id ?? `block-${index}`;
}

export function actionIdOf(element: BlockElement): string {
  return ('action_id' in element && element.action_id) || '';
}

export function elementsOf(blocks: KnownBlock[]): PlacedElement[] {
  return blocks.flatMap((block, index) =>
    elementsOfBlock(block).map((element) => ({
      element,
      blockId: blockIdOf(block, index),
      actionId: actionIdOf(element),
    })),
  );
}

function elementsOfBlock(block: KnownBlock): BlockElement[] {
  if (block.type === 'actions') return block.elements;
  if (block.type === 'input') return [block.element];
  if (block.type === 'section' && block.accessory) return [block.accessory];
  return [];
}
