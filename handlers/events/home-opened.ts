import type { App } from '@slack/bolt';
import type { Deps } from '../../src/play/deps.ts';

/**
 * Somebody opens the Home tab: `publish` draws it. Slack may deliver an event more than once; then it is drawn
 * more than once. https://docs.slack.dev/reference/events/app_home_opened
 */
export function registerHomeOpened(app: App, deps: Deps): void {
  app.event('app_home_opened', async ({ event, body }) => {
    // knownBody lets through no other tab, and nobody without an id.
    await deps.queue.send([{ kind: 'home', teamId: body.team_id, userId: event.user }]);
  });
}
