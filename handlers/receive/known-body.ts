import { isObject } from './request.ts';
import { isSlackId } from './slack-id.ts';

type Body = Record<string, unknown>;

/** What our listeners read of an interaction: texts, and further objects with texts in them … */
const TEXTS: Record<string, readonly string[]> = {
  user: ['id', 'name', 'team_id'],
  team: ['id'],
  channel: ['id'],
  container: ['message_ts', 'channel_id'],
  message: ['ts'],
  view: ['id', 'callback_id', 'private_metadata', 'previous_view_id'],
};
/** … and what they look into themselves, with suspicion. */
const ANYTHING: Record<string, readonly string[]> = { message: ['blocks'], view: ['blocks', 'state'] };

const COMMAND = [
  ...['command', 'text', 'user_id', 'user_name', 'channel_id', 'team_id', 'enterprise_id'],
  ...['response_url', 'trigger_id'],
];

/**
 * As much of a body as our listeners read, if it is one for them. Bolt trusts Slack to send well-formed payloads
 * and throws otherwise, also over fields that nobody asks for: it gets to see no others.
 */
export function knownBody(body: Body): Body | undefined {
  if (typeof body.command === 'string') return command(body);
  switch (body.type) {
    case 'block_actions': {
      const [action] = Array.isArray(body.actions) ? body.actions : [];
      return isAction(action) ? interaction(body, { actions: [action] }) : undefined;
    }
    case 'view_submission':
    case 'view_closed':
      return isObject(body.view) && isText(body.view.callback_id) ? interaction(body) : undefined;
    case 'message_action':
      return shortcut(body);
    case 'event_callback':
      return homeOpened(body);
    case 'url_verification':
      return isText(body.challenge) ? { type: body.type, challenge: body.challenge } : undefined;
    default:
      return undefined;
  }
}

/** In an org-wide install the team may be missing, and the organization is there instead. */
function command(body: Body): Body | undefined {
  const { user_id, channel_id, team_id, enterprise_id, text = '' } = body;
  const ids = isSlackId(user_id) && isSlackId(channel_id) && isSlackId(team_id ?? enterprise_id);
  return ids && typeof text === 'string' ? texts(body, COMMAND) : undefined;
}

/** The one event that we have subscribed to, and of it who looks at which tab. */
function homeOpened({ type, team_id, enterprise_id, event }: Body): Body | undefined {
  if (!isObject(event) || event.type !== 'app_home_opened' || event.tab !== 'home') return undefined;
  const teamId = team_id ?? enterprise_id;
  if (!isSlackId(teamId) || !isSlackId(event.user)) return undefined;
  return { type, team_id: teamId, event: texts(event, ['type', 'user', 'tab']) };
}

/** Of the message beside which it was chosen, only what becomes a story. */
function shortcut(body: Body): Body | undefined {
  const { callback_id, channel, message, team } = body;
  const isOnMessage = isObject(channel) && isSlackId(channel.id) && isObject(message);
  if (!isText(callback_id) || !isOnMessage) return undefined;
  const { attachments, files } = message;
  return interaction(body, {
    callback_id,
    ...(isObject(team) && { team: texts(team, ['id', 'domain']) }),
    message: { ...texts(message, ['ts', 'thread_ts', 'text']), attachments, files },
  });
}

function interaction(body: Body, more: Body = {}): Body | undefined {
  if (!isObject(body.user) || !isSlackId(body.user.id) || !teamsOf(body).every(isSlackId)) return undefined;
  const objects = Object.entries(TEXTS).flatMap(([name, fields]) => {
    const object = body[name];
    if (!isObject(object)) return [];
    const anything = (ANYTHING[name] ?? []).map((field) => [field, object[field]]);
    return [[name, { ...texts(object, fields), ...Object.fromEntries(anything) }]];
  });
  const top = texts(body, ['type', 'team_id', 'response_url', 'trigger_id']);
  return { ...top, ...Object.fromEntries(objects), ...more };
}

/** Bolt keeps its clients by team, in an object that has inherited names such as `toString`. */
function teamsOf({ team, user, team_id }: Body): unknown[] {
  const ids = [isObject(team) && team.id, isObject(user) && user.team_id, team_id];
  return ids.filter((id) => typeof id === 'string');
}

const texts = (object: Body, fields: readonly string[]): Body =>
  Object.fromEntries(
    fields.filter((field) => typeof object[field] === 'string').map((field) => [field, object[field]]),
  );

function isAction(action: unknown): boolean {
  return isObject(action) && isText(action.action_id) && isText(action.type);
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0;
