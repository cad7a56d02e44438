import type { ContextBlock } from '@slack/types';
import type { ReactNode } from 'react';
import { BlockImage } from '../elements/image.tsx';
import { Text } from '../text/text-object.tsx';

export function ContextBlockView({ block, trailing }: { block: ContextBlock; trailing: ReactNode }) {
  const last = block.elements.length - 1;
  return (
    <div className="block block-context">
      {Array.from(block.elements.entries(), ([index, element]) => (
        <span key={index} className="context-element">
          {element.type === 'image' ? (
            <BlockImage image={element} className="context-image" />
          ) : (
            <Text object={element} />
          )}
          {index === last && trailing}
        </span>
      ))}
    </div>
  );
}
