import type { Deps } from '../../src/play/deps.ts';
import type { BoltApp } from '../receive/receiver.ts';

/**
 * Somebody opens the Home tab: `publish` draws it. Slack may deliver an event more than once; then it is drawn
 * more than once. https://docs.slack.dev/reference/events/app_home_opened
 */
export function registerHomeOpened(app: BoltApp, deps: Deps): void {
  app.event('app_home_opened', async ({ context: { payload } }) => {
    if (payload.kind !== 'homeOpened') return;
    const { team_id, event } = payload.body;
    await deps.queue.send([{ kind: 'home', teamId: team_id, userId: event.user }]);
  });
}
