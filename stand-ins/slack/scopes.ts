import { SlackError } from './slack-error.ts';

/**
 * The scope that each method needs; none for `auth.test`, `chat.getPermalink` and the views.
 * @see https://docs.slack.dev/reference/scopes
 */
const NEEDED: Readonly<Record<string, string>> = {
  'apps.connections.open': 'connections:write',
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'users.info': 'users:read',
  'files.getUploadURLExternal': 'files:write',
  'files.completeUploadExternal': 'files:write',
};

/** @throws {SlackError} missing_scope, with what is needed and what there is, as Slack answers it */
export function requireScope(scopes: ReadonlySet<string>, method: string): void {
  const needed = NEEDED[method];
  if (needed === undefined || scopes.has(needed)) return;
  throw new SlackError('missing_scope', [], { needed, provided: [...scopes].join(',') });
}
