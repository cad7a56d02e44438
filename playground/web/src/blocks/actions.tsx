import type { ActionsBlock } from '@slack/types';
import { Element } from '../elements/element.tsx';
import { actionIdOf } from '../surface/block-elements.ts';

export function ActionsBlockView({ block, blockId }: { block: ActionsBlock; blockId: string }) {
  return (
    <div className="block block-actions" data-block={blockId}>
      {Array.from(block.elements.entries(), ([index, element]) => (
        <Element key={actionIdOf(element) || index} element={element} blockId={blockId} dispatches />
      ))}
    </div>
  );
}
