import type { KnownBlock } from '@slack/types';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { OpenView, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { AppIcon, WarningIcon } from '../icons.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { SurfaceContext, useSurfaceOf } from '../surface/surface.ts';
import { validate } from '../surface/validate.ts';
import { PlainText } from '../text/plain-text.tsx';
import { submitView } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';

interface ViewModalProps {
  open: OpenView;
  /** Whether another view is on top of it. */
  below: boolean;
  /** The cross closes the whole stack; the button below only this view. */
  onClose: () => void;
  onCloseAll: () => void;
  /** The warnings that belong to no channel: Slack shows them in the modal. */
  warnings: Warning[];
}

export function ViewModal({ open, below, warnings, onClose, onCloseAll }: ViewModalProps) {
  const { me } = useWorkspace();
  const view = open.view;
  const blocks = view.blocks as KnownBlock[];
  const surface = useSurfaceOf(blocks, { viewId: open.id });
  const [refused, setRefused] = useState<Record<string, string>>();
  const [unreached, setUnreached] = useState<string>();
  const [settled, setSettled] = useState(warnings);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = refused ?? open.errors;
  const trouble = warnings.findLast((warning) => !isIn(settled, warning))?.text ?? unreached;

  useEffect(() => {
    if (errors) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!view.submit || pending) return;
    const found = validate(blocks, surface.values);
    const complete = Object.keys(found).length === 0;
    setRefused(complete ? undefined : found);
    setUnreached(undefined);
    setSettled(warnings);
    if (!complete) return;
    setPending(true);
    const answer = await submitView({
      memberId: me.id,
      windowId: windowIdOf(me.id),
      viewId: open.id,
      values: surface.values,
    });
    setPending(false);
    if (!answer.ok) setUnreached(answer.error);
  };

  return (
    <Dialog
      title={<PlainText text={view.title.text} emoji={view.title.emoji} />}
      testId="modal"
      className="view"
      before={<AppIcon size={28} />}
      hidden={below}
      onEscape={onClose}
      onClose={onCloseAll}
    >
      <form ref={form} className="dialog-form" noValidate onSubmit={submit} data-view={view.callback_id}>
        <div className="dialog-body">
          <SurfaceContext value={surface}>
            <Blocks blocks={blocks} {...(errors && { errors })} />
          </SurfaceContext>
        </div>
        <footer className="dialog-footer">
          {trouble && (
            <div className="dialog-trouble" role="alert" data-testid="modal-trouble">
              <WarningIcon />
              {trouble}
            </div>
          )}
          <button type="button" className="button button-large" onClick={onClose}>
            {view.close?.text ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit && (
            <button type="submit" className="button button-large button-primary" aria-busy={pending}>
              <span className="button-text">{view.submit.text}</span>
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

function isIn(warnings: Warning[], { id }: Warning): boolean {
  return warnings.some((warning) => warning.id === id);
}
