import type { Deps } from '../../src/play/deps.ts';
import type { BoltApp } from '../receive/receiver.ts';

/**
 * The app was removed from a workspace, or a token of its revoked: `publish` finds out what that means.
 * https://docs.slack.dev/reference/events/app_uninstalled
 * https://docs.slack.dev/reference/events/tokens_revoked
 */
export function registerUninstalled(app: BoltApp, { queue }: Deps): void {
  for (const event of ['app_uninstalled', 'tokens_revoked'] as const) {
    app.event(event, async ({ context: { payload } }) => {
      if (payload.kind !== 'uninstalled') return;
      await queue.send([{ kind: 'uninstalled', teamId: payload.body.team_id }]);
    });
  }
}
