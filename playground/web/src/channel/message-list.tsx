import { Fragment, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Message, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { dayDivider } from '../text/date-tokens.ts';
import { messageKey } from '../workspace/reuse-unchanged.ts';
import { entriesOf } from './entries.ts';
import { MessageItem } from './message-item.tsx';
import { SlackbotWarning } from './slackbot-warning.tsx';
import { useStickToBottom } from './stick-to-bottom.ts';

interface MessageListProps {
  messages: Message[];
  warnings: Warning[];
  intro: ReactNode;
}

export function MessageList({ messages, warnings, intro }: MessageListProps) {
  const { box, content, away, toBottom } = useStickToBottom();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const dismiss = useCallback((key: string) => setDismissed((keys) => new Set(keys).add(key)), []);
  const dismissMessage = useCallback((message: Message) => dismiss(messageKey(message)), [dismiss]);
  const firstSeen = useRef(new Map<string, number>());

  const shown = messages.filter((message) => !dismissed.has(messageKey(message)));
  const known = new Set(shown.map((message) => message.ts));
  const belongs = (warning: Warning) => warning.messageTs !== undefined && known.has(warning.messageTs);
  const byMessage = useMemo(() => groupByMessage(warnings), [warnings]);
  const alone = warnings.filter((warning) => !belongs(warning) && !dismissed.has(warning.id));
  const seenAt = (warning: Warning) => {
    const at = firstSeen.current.get(warning.id) ?? Date.now() / 1000;
    firstSeen.current.set(warning.id, at);
    return at;
  };

  return (
    <div className="message-list-frame">
      <div ref={box} className="message-list" data-testid="messages">
        <div ref={content} className="message-list-content" role="log" aria-label="Messages">
          {intro}
          {entriesOf(shown, alone, seenAt).map((entry) => (
            <Fragment key={entry.key}>
              {entry.newDay && (
                <div className="day">
                  <span>{dayDivider(new Date(entry.at * 1000))}</span>
                </div>
              )}
              {entry.kind === 'warning' ? (
                <SlackbotWarning {...entry} onDismiss={(warning) => dismiss(warning.id)} />
              ) : (
                <MessageItem
                  message={entry.message}
                  compact={entry.compact}
                  warnings={byMessage.get(entry.message.ts)}
                  onDismiss={dismissMessage}
                />
              )}
            </Fragment>
          ))}
        </div>
      </div>
      {away && (
        <button type="button" className="to-bottom" onClick={toBottom}>
          ↓ Newest messages
        </button>
      )}
    </div>
  );
}

function groupByMessage(warnings: Warning[]): Map<string, Warning[]> {
  return Map.groupBy(
    warnings.filter((warning) => warning.messageTs !== undefined),
    (warning) => warning.messageTs ?? '',
  );
}
