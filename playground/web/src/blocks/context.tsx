import type { ContextBlock } from '@slack/types';
import { BlockImage } from '../elements/image.tsx';
import { Text } from '../text/text-object.tsx';

export function ContextBlockView({ block }: { block: ContextBlock }) {
  return (
    <div className="block block-context">
      {Array.from(block.elements.entries(), ([index, element]) => (
        <span key={index} className="context-element">
          {element.type === 'image' ? (
            <BlockImage image={element} className="context-image" />
          ) : (
            <Text object={element} />
          )}
        </span>
      ))}
    </div>
  );
}
