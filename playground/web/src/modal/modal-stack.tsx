import type { OpenView } from '../../../protocol.ts';
import { ViewModal } from './view-modal.tsx';

/** The modals open in this window. All stay mounted, so that going back finds what was typed. */
export function ModalStack({ views }: { views: OpenView[] }) {
  return views.map((open, index) => (
    <ViewModal key={open.id} open={open} below={index < views.length - 1} stacked={index > 0} />
  ));
}
