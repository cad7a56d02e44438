import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { SendIcon } from '../icons.tsx';
import { useActiveIndex } from '../overlay/active-index.ts';
import { Popover } from '../overlay/popover.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import { type Command, commandsOf, completionsOf } from './commands.ts';
import { CompletionList } from './completion-list.tsx';
import { useSend } from './use-send.ts';

interface ComposerProps {
  channel: Channel;
  draft: string;
  onDraft: (draft: string) => void;
}

export function Composer({ channel, draft, onDraft }: ComposerProps) {
  const { app } = useWorkspace();
  const send = useSend(channel, onDraft);
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const found = completionsOf(draft, commandsOf(app.name));
  const { active, setActive, onArrow } = useActiveIndex(found.length);
  const isWhole = found.some((command) => draft.trimEnd() === command.name);

  useEffect(() => {
    if (draft !== '') field.current?.focus();
  }, [draft]);

  const complete = (command: Command | undefined) => {
    if (command) onDraft(command.hint ? `${command.name} ` : command.name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (found.length > 0 && onArrow(event)) return;
    if (event.key === 'Tab' && found.length > 0 && !event.shiftKey && !isWhole) {
      event.preventDefault();
      complete(found[active]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (found.length > 0 && !isWhole) complete(found[active]);
      else void send(draft);
    }
  };

  const place = channel.kind === 'dm' ? 'this conversation' : `#${channel.name}`;
  return (
    <div className="composer-frame">
      <div ref={frame} className="composer">
        <textarea
          ref={field}
          rows={1}
          data-testid="composer"
          aria-label={`Message to ${place}`}
          aria-controls={listId}
          placeholder={`Message ${place}`}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-foot">
          <button type="button" className="composer-slash" onClick={() => onDraft('/')} aria-label="Commands">
            /
          </button>
          <span className="composer-hint only-wide">
            <b>Enter</b> to send, <b>Shift + Enter</b> for a new line
          </span>
          <button
            type="button"
            className="composer-send"
            aria-label="Send"
            data-testid="send"
            disabled={draft.trim() === ''}
            onClick={() => void send(draft)}
          >
            <SendIcon />
          </button>
        </div>
      </div>
      {found.length > 0 && (
        <Popover anchor={frame.current} className="completions" matchWidth prefer="above" onClose={() => {}}>
          <CompletionList
            id={listId}
            commands={found}
            active={active}
            onHover={setActive}
            onPick={complete}
          />
        </Popover>
      )}
    </div>
  );
}
