import type { KnownBlock } from '@slack/types';
import { memo } from 'react';
import { BlockImage } from '../elements/image.tsx';
import { blockIdOf } from '../surface/block-elements.ts';
import { PlainText } from '../text/plain-text.tsx';
import { ActionsBlockView } from './actions.tsx';
import { ContextBlockView } from './context.tsx';
import { InputBlockView } from './input.tsx';
import { OtherBlock } from './other-block.tsx';
import { RichText } from './rich-text.tsx';
import { SectionBlockView } from './section.tsx';

interface BlocksProps {
  blocks: KnownBlock[];
  /** What is wrong with a modal's inputs, by block_id. */
  errors?: Record<string, string>;
}

export const Blocks = memo(function Blocks({ blocks, errors }: BlocksProps) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        return (
          <BlockView
            key={`${blockId}/${block.type}`}
            block={block}
            blockId={blockId}
            error={errors?.[blockId]}
          />
        );
      })}
    </div>
  );
});

interface BlockViewProps {
  block: KnownBlock;
  blockId: string;
  error: string | undefined;
}

function BlockView({ block, blockId, error }: BlockViewProps) {
  switch (block.type) {
    case 'section':
      return <SectionBlockView block={block} blockId={blockId} />;
    case 'context':
      return <ContextBlockView block={block} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'actions':
      return <ActionsBlockView block={block} blockId={blockId} />;
    case 'input':
      return <InputBlockView block={block} blockId={blockId} error={error} />;
    case 'divider':
      return <hr className="block block-divider" />;
    case 'header':
      return (
        <h3 className="block block-header">
          <PlainText text={block.text.text} emoji={block.text.emoji} />
        </h3>
      );
    case 'image':
      return (
        <figure className="block block-image">
          {block.title && <figcaption>{block.title.text}</figcaption>}
          <BlockImage image={block} className="image" />
        </figure>
      );
    default:
      return <OtherBlock block={block} />;
  }
}
