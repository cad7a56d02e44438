import { useState } from 'react';
import type { OpenView, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { closeView } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ViewModal } from './view-modal.tsx';

interface ModalStackProps {
  views: OpenView[];
  /** The warnings that belong to no channel. */
  warnings: Warning[];
}

/** The modals open in this window. All stay mounted, so that going back finds what was typed. */
export function ModalStack({ views, warnings }: ModalStackProps) {
  const { me, notify } = useWorkspace();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const shown = views.filter(({ id }) => !closed.includes(id));

  /** Modals disappear at once; the app hears of it afterwards. */
  const close = async (closing: OpenView[]) => {
    setClosed([...closed, ...closing.map(({ id }) => id)]);
    for (const { id } of closing.toReversed()) {
      const answer = await closeView({ memberId: me.id, windowId: windowIdOf(me.id), viewId: id });
      if (!answer.ok) return notify(answer.error);
    }
  };
  return shown.map((open, index) => (
    <ViewModal
      key={open.id}
      open={open}
      below={index < shown.length - 1}
      warnings={warnings}
      onClose={() => close([open])}
      onCloseAll={() => close(shown)}
    />
  ));
}
