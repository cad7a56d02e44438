import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../../stand-ins/slack/shapes.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SurfaceContext, useSurfaceOf } from '../surface/surface.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { FileCard } from './file-card.tsx';

const EDITED = <span className="edited">(edited)</span>;
const NO_BLOCKS: KnownBlock[] = [];

export function MessageBody({ message }: { message: Message }) {
  const { ts, channelId, text, blocks = NO_BLOCKS } = message;
  const surface = useSurfaceOf(blocks, { channelId, messageTs: ts });
  const edited = message.editedTs ? EDITED : undefined;
  return (
    <>
      {blocks.length === 0 ? (
        <div className="message-text">
          <Mrkdwn text={text} />
          {edited}
        </div>
      ) : (
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} trailing={edited} />
        </SurfaceContext>
      )}
      {message.files?.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </>
  );
}
