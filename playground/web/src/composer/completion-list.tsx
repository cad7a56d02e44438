import { AppIcon } from '../icons.tsx';
import type { Command } from './commands.ts';

interface CompletionListProps {
  id: string;
  commands: Command[];
  active: number;
  onHover: (index: number) => void;
  onPick: (command: Command) => void;
}

export function CompletionList({ id, commands, active, onHover, onPick }: CompletionListProps) {
  return (
    <div id={id} role="listbox" aria-label="Commands" data-testid="completions">
      {commands.map((command, index) => (
        <div
          key={command.name}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="completion"
          data-active={index === active}
          onPointerMove={() => onHover(index)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(command)}
          onKeyDown={(event) => event.key === 'Enter' && onPick(command)}
        >
          {command.hint ? <AppIcon size={28} /> : <span className="completion-sign">/</span>}
          <span>
            <b>{command.name}</b> <span className="completion-hint">{command.hint}</span>
            <small>{command.description}</small>
          </span>
        </div>
      ))}
    </div>
  );
}
