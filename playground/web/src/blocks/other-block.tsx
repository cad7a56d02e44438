import type { KnownBlock } from '@slack/types';
import { lazy, Suspense } from 'react';

const LibraryBlock = lazy(async () => ({ default: (await import('./library-block.tsx')).LibraryBlock }));

/** Blocks that the page does not draw itself (tables, cards …) are left to a library, loaded when first met. */
export function OtherBlock({ block }: { block: KnownBlock }) {
  return (
    <div className="block">
      <Suspense>
        <LibraryBlock block={block} />
      </Suspense>
    </div>
  );
}
