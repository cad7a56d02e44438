import type { KnownBlock } from '@slack/types';
import { memo, type ReactNode } from 'react';
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
  /** Comes after the last words: `(edited)`. */
  trailing?: ReactNode;
}

const HOLDS_TRAILING = new Set(['section', 'context', 'rich_text']);

export const Blocks = memo(function Blocks({ blocks, errors, trailing }: BlocksProps) {
  const last = blocks.length - 1;
  const holdsTrailing = HOLDS_TRAILING.has(blocks[last]?.type ?? '');
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
            trailing={index === last ? trailing : undefined}
          />
        );
      })}
      {!holdsTrailing && trailing && <div className="block">{trailing}</div>}
    </div>
  );
});

interface BlockViewProps {
  block: KnownBlock;
  blockId: string;
  error: string | undefined;
  trailing: ReactNode;
}

function BlockView({ block, blockId, error, trailing }: BlockViewProps) {
  switch (block.type) {
    case 'section':
      return <SectionBlockView block={block} blockId={blockId} trailing={trailing} />;
    case 'context':
      return <ContextBlockView block={block} trailing={trailing} />;
    case 'rich_text':
      return <RichText block={block} trailing={trailing} />;
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
