import type { KnownBlock } from '@slack/types';
import type { AppHome, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { WarningIcon } from '../icons.tsx';
import { SurfaceContext, useSurfaceOf } from '../surface/surface.ts';
import { useWorkspace } from '../workspace/workspace.ts';

const NO_BLOCKS: KnownBlock[] = [];

interface HomeBodyProps {
  published: AppHome['published'];
  warnings: Warning[];
}

/** What the app has published for this member. */
export function HomeBody({ published, warnings }: HomeBodyProps) {
  const { app } = useWorkspace();
  const blocks = (published?.view.blocks as KnownBlock[] | undefined) ?? NO_BLOCKS;
  const surface = useSurfaceOf(blocks, { viewId: published?.id ?? '' });
  return (
    <div className="home-tab">
      <div className="home-tab-content" data-testid="home">
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
        {!published && <p className="app-note">{app.name} has put nothing here yet.</p>}
        {warnings.map(({ id, text }) => (
          <div key={id} className="message-warning" role="alert" data-testid="warning">
            <WarningIcon />
            {text}
          </div>
        ))}
      </div>
    </div>
  );
}
