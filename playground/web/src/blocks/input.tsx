import type { InputBlock } from '@slack/types';
import { useId } from 'react';
import { Element } from '../elements/element.tsx';
import { WarningIcon } from '../icons.tsx';
import { PlainText } from '../text/plain-text.tsx';

interface InputProps {
  block: InputBlock;
  blockId: string;
  error: string | undefined;
}

/** Radio buttons and checkboxes are groups, which a label can't point at: they carry its text themselves. */
const GROUPS = new Set(['radio_buttons', 'checkboxes']);

export function InputBlockView({ block, blockId, error }: InputProps) {
  const inputId = useId();
  const isGroup = GROUPS.has(block.element.type);
  const label = (
    <>
      <PlainText text={block.label.text} emoji={block.label.emoji} />
      {block.optional && <span className="input-optional"> (optional)</span>}
    </>
  );
  return (
    <div className="block block-input" data-block={blockId}>
      {isGroup ? (
        <div className="input-label">{label}</div>
      ) : (
        <label className="input-label" htmlFor={inputId}>
          {label}
        </label>
      )}
      <Element
        element={block.element}
        blockId={blockId}
        dispatches={block.dispatch_action === true}
        inputId={isGroup ? undefined : inputId}
        label={block.label.text}
        invalid={error !== undefined}
      />
      {error !== undefined && (
        <div className="input-error" role="alert">
          <WarningIcon />
          {error}
        </div>
      )}
      {block.hint && (
        <div className="input-hint">
          <PlainText text={block.hint.text} emoji={block.hint.emoji} />
        </div>
      )}
    </div>
  );
}
