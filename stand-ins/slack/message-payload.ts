import type { Json } from './blockkit/json.ts';
import type { Core } from './core.ts';
import type { StoredMessage } from './messages.ts';
import { isSameCompany, member } from './payloads.ts';
import type { MessageFile } from './shapes.ts';

/** A message as Slack describes it to apps: in payloads and in the answers of the chat methods. */
export function messagePayload(core: Core, message: StoredMessage): Json {
  const { team, app } = core.workspace;
  const author = message.userId ?? app.botUserId;
  return {
    type: 'message',
    user: author,
    ts: message.ts,
    text: message.text,
    team: message.userId === undefined ? team.id : authorsTeam(core, message.userId),
    ...(message.userId === undefined && { bot_id: app.botId, app_id: app.id }),
    ...(message.blocks && { blocks: message.blocks }),
    ...(message.files && { files: message.files.map(filePayload) }),
    ...(message.metadata !== undefined && { metadata: message.metadata }),
    ...(message.editedTs !== undefined && { edited: { user: author, ts: message.editedTs } }),
  };
}

/** Another company's, or the workspace. */
function authorsTeam(core: Core, memberId: string): string {
  const { teamId } = member(core, memberId);
  return teamId === undefined || isSameCompany(core, teamId) ? core.workspace.team.id : teamId;
}

/** @see https://docs.slack.dev/reference/objects/file-object */
function filePayload({ id, name, title, size, mimeType }: MessageFile): Json {
  return { id, name, title, size, mimetype: mimeType, mode: 'hosted', is_external: false };
}
