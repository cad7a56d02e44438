import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { CloseIcon } from '../icons.tsx';

interface DialogProps {
  title: ReactNode;
  testId: string;
  className?: string;
  /** Before the title: an app's picture, a way back. */
  before?: ReactNode;
  /** Lower views of a stack keep what was typed in them, unseen. */
  hidden?: boolean;
  /** What Escape does, if less than the cross. */
  onEscape?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Slack's window over the page. The browser's own `<dialog>` keeps the focus inside and gives it back. */
export function Dialog({
  title,
  testId,
  className = '',
  before,
  hidden,
  onEscape,
  onClose,
  children,
}: DialogProps) {
  const leave = onEscape ?? onClose;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect, because its clean-up runs while the dialog still stands: only then does the focus go back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog || hidden) return;
    dialog.showModal();
    const first =
      dialog.querySelector<HTMLElement>('[data-autofocus]') ??
      dialog.querySelector<HTMLElement>('.dialog-body :is(input, textarea)');
    (first ?? dialog).focus();
    return () => dialog.close();
  }, [hidden]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };

  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-labelledby={titleId}
      data-testid={hidden ? `${testId}-below` : testId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === event.currentTarget) leave();
      }}
    >
      <header className="dialog-header">
        {before}
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      {children}
    </dialog>
  );
}
