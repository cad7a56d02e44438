import type { KnownBlock } from '@slack/types';
import type { Message } from '../../../../stand-ins/slack/shapes.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { SurfaceContext, useSurfaceOf } from '../surface/surface.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { FileCard } from './file-card.tsx';

const NO_BLOCKS: KnownBlock[] = [];

/** Slack says that a message was edited where it has no blocks; beside blocks it does not. */
export function MessageBody({ message }: { message: Message }) {
  const { ts, channelId, text, blocks = NO_BLOCKS } = message;
  const surface = useSurfaceOf(blocks, { channelId, messageTs: ts });
  return (
    <>
      {blocks.length === 0 ? (
        <div className="message-text">
          <Mrkdwn text={text} />
          {message.editedTs && <span className="edited">(edited)</span>}
        </div>
      ) : (
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
      )}
      {message.files?.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </>
  );
}
