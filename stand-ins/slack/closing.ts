import type { Core } from './core.ts';
import { type Delivery, deliverForm } from './deliver.ts';
import { envelope } from './payloads.ts';
import { viewPayload } from './views.ts';
import { forgetWarnings } from './warnings.ts';
import type { LiveView, Window } from './windows.ts';

/**
 * Closes the view on top, or the whole modal if it says `clear_on_close`; the app is told if it asked to be.
 * @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
 */
export async function closeView(core: Core, window: Window, live: LiveView): Promise<Delivery | undefined> {
  forgetWarnings(window);
  const isCleared = live.view.clear_on_close === true;
  window.views = isCleared ? [] : window.views.filter((open) => open.id !== live.id);
  core.changed();
  if (!live.view.notify_on_close) return undefined;
  const payload = {
    ...envelope(core, 'view_closed', window.memberId),
    view: viewPayload(core, live),
    is_cleared: isCleared,
  };
  return deliverForm(core, 'view_closed', { payload: JSON.stringify(payload) });
}
