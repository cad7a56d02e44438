import type { Core } from './core.ts';
import type { Warning } from './shapes.ts';
import type { Window } from './windows.ts';

/** What Slack says in a modal when the answer to a submission is late, failed or makes no sense. */
export const MODAL_TROUBLE = 'We had some trouble connecting. Try again?';

/** Shows in one window that the app did not answer properly. Reloading makes it go away. */
export function warn(
  core: Core,
  window: Window,
  text: string,
  place: Omit<Warning, 'id' | 'text'> = {},
): void {
  window.warnings.push({ id: core.clock.timestamp(), ...place, text });
  core.changed();
}

/** Trying again takes the warning of the last try away. */
export function forgetWarnings(window: Window, place: Omit<Warning, 'id' | 'text'> = {}): void {
  window.warnings = window.warnings.filter(
    ({ channelId, messageTs }) => channelId !== place.channelId || messageTs !== place.messageTs,
  );
}
