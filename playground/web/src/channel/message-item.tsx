import { memo } from 'react';
import type { Message, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { EyeIcon, WarningIcon } from '../icons.tsx';
import { clockTime } from '../text/date-tokens.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { AuthorName, AuthorPicture } from './author.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageMenu } from './message-menu.tsx';

interface MessageItemProps {
  message: Message;
  /** Whether it continues the message above, without picture and name. */
  compact: boolean;
  warnings: Warning[] | undefined;
  onDismiss: (message: Message) => void;
}

export const MessageItem = memo(function MessageItem(props: MessageItemProps) {
  const { message, compact, warnings, onDismiss } = props;
  const { members } = useWorkspace();
  const author = members.find((member) => member.id === message.userId);
  const time = clockTime(new Date(Number(message.ts) * 1000));
  return (
    <article
      className={`message ${compact ? 'message-compact' : ''} ${message.ephemeral ? 'message-private' : ''}`}
      data-ts={message.ts}
      data-testid={message.ephemeral ? 'ephemeral' : 'message'}
    >
      <MessageMenu message={message} />
      <div className="message-gutter">
        {compact ? (
          <time className="message-hover-time">{time.replace(/ [AP]M$/, '')}</time>
        ) : (
          <AuthorPicture author={author} />
        )}
      </div>
      <div className="message-main">
        {message.ephemeral && (
          <div className="only-you">
            <EyeIcon />
            Only visible to you
          </div>
        )}
        {!compact && (
          <div className="message-head">
            <AuthorName author={author} />
            <time className="message-time">{time}</time>
          </div>
        )}
        <MessageBody message={message} />
        {warnings?.map((warning) => (
          <div key={warning.id} className="message-warning" role="alert" data-testid="warning">
            <WarningIcon />
            {warning.text}
          </div>
        ))}
        {message.ephemeral && (
          <button type="button" className="link-button" onClick={() => onDismiss(message)}>
            Dismiss
          </button>
        )}
      </div>
    </article>
  );
});
