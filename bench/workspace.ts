import type { Member } from '../stand-ins/slack/shapes.ts';
import { defaultWorkspace, type Workspace } from '../stand-ins/slack/workspace.ts';

export const SECRETS = { signingSecret: 'signing-secret-of-the-bench', botToken: 'xoxb-token-of-the-bench' };
/** Instead of their paths in SSM, of which the naive app knows nothing. */
export const IN_PLAIN = { SLACK_SIGNING_SECRET: SECRETS.signingSecret, SLACK_BOT_TOKEN: SECRETS.botToken };
export const HOST = 'U0HOST';

/** Acme with a host and this many voters in it, all of them in every channel. */
export function crowdedWorkspace(voters: number): { workspace: Workspace; voterIds: string[] } {
  const voterIds = Array.from({ length: voters }, (_, index) => `U${String(index).padStart(6, '0')}`);
  const members = [HOST, ...voterIds].map(
    (id): Member => ({ id, name: id.toLowerCase(), realName: id, color: '#7a4d9f' }),
  );
  const workspace = defaultWorkspace();
  const channels = workspace.channels.map((channel) => ({
    ...channel,
    memberIds: members.map(({ id }) => id),
  }));
  return { workspace: { ...workspace, members, channels }, voterIds };
}
