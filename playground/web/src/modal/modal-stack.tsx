import type { OpenView, Warning } from '../../../protocol.ts';
import { closeView } from '../workspace/requests.ts';
import { windowIdOf } from '../workspace/window-id.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ViewModal } from './view-modal.tsx';

interface ModalStackProps {
  views: OpenView[];
  /** Those that belong to no channel. */
  warnings: Warning[];
}

/** The modals open in this window. All stay mounted, so that going back finds what was typed. */
export function ModalStack({ views, warnings }: ModalStackProps) {
  const { me, notify } = useWorkspace();
  const closeAll = async () => {
    for (const { id } of views.toReversed()) {
      const answer = await closeView({ memberId: me.id, windowId: windowIdOf(me.id), viewId: id });
      if (!answer.ok) return notify(answer.error);
    }
  };
  return views.map((open, index) => (
    <ViewModal
      key={open.id}
      open={open}
      below={index < views.length - 1}
      warnings={warnings}
      onCloseAll={closeAll}
    />
  ));
}
