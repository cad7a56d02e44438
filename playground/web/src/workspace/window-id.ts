const windowIds = new Map<string, string>();

/**
 * This page load's window, as Slack would count it: private messages and modals belong to it and are gone after
 * a reload. Switching to another member and back comes back to the same window.
 */
export function windowIdOf(memberId: string | undefined): string {
  const key = memberId ?? '';
  const windowId = windowIds.get(key) ?? crypto.randomUUID();
  windowIds.set(key, windowId);
  return windowId;
}
