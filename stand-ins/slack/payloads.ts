/**
 * What Slack puts into every interaction payload.
 * @see https://docs.slack.dev/reference/interaction-payloads
 */
import type { Json } from './blockkit/json.ts';
import type { Core } from './core.ts';
import type { Channel, Member } from './shapes.ts';

/** Apps must verify the signature; this older token is sent to the present day and means nothing. */
export const DEPRECATED_TOKEN = 'verification-token';

/**
 * The fields of all interaction payloads. The team is that of the app; of a submission, the submitter's. In an org-wide
 * install there is none.
 * @see https://github.com/slackapi/bolt-js/issues/1614
 */
export function envelope(core: Core, type: string, memberId: string): Json {
  const { team, app, enterprise = null, isOrgWide = false } = core.workspace;
  const { id, name, teamId = team.id } = member(core, memberId);
  const isSubmitters = type.startsWith('view_') && !isSameCompany(core, teamId);
  const own = { id: team.id, domain: team.domain };
  return {
    type,
    team: isOrgWide ? null : isSubmitters ? { id: teamId, domain: 'elsewhere' } : own,
    user: { id, username: name, name, team_id: teamId },
    api_app_id: app.id,
    token: DEPRECATED_TOKEN,
    enterprise: isSubmitters ? null : enterprise,
    is_enterprise_install: isOrgWide,
  };
}

/** Whether a team is the workspace or its organization. */
export function isSameCompany({ workspace: { team, enterprise } }: Core, teamId = team.id): boolean {
  return teamId === team.id || teamId === enterprise?.id;
}

/** Refuses what Slack offers to members of the workspace alone. @throws {Error} */
export function refuseGuest(core: Core, memberId: string, what: string): void {
  const { name, teamId } = member(core, memberId);
  if (!isSameCompany(core, teamId)) throw new Error(`${name} is of another company: Slack offers no ${what}`);
}

/**
 * The envelope of an event.
 * @see https://docs.slack.dev/apis/events-api#callback-field
 */
export function eventEnvelope(core: Core, event: Json): Json {
  const { team, app, enterprise, isOrgWide = false } = core.workspace;
  const enterpriseId = enterprise?.id ?? null;
  const visibility = { enterprise_id: enterpriseId, team_id: team.id, user_id: app.botUserId };
  return {
    token: DEPRECATED_TOKEN,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: enterpriseId,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: `Ev${crypto.randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()}`,
    event_time: Math.floor(core.clock.now() / 1000),
    authorizations: [{ ...visibility, is_bot: true, is_enterprise_install: isOrgWide }],
    is_ext_shared_channel: false,
    event_context: `4-${event.type}`,
  };
}

/**
 * The form of a slash command.
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling
 */
export function commandForm(
  core: Core,
  command: { memberId: string; channel: Channel; command: string; text: string },
  triggerId: string,
  responseUrl: string,
): Record<string, string> {
  const { team, app, enterprise, isOrgWide = false } = core.workspace;
  return {
    token: DEPRECATED_TOKEN,
    team_id: team.id,
    ...(enterprise && { enterprise_id: enterprise.id, enterprise_name: enterprise.name }),
    team_domain: team.domain,
    channel_id: command.channel.id,
    channel_name: channelName(command.channel),
    user_id: command.memberId,
    user_name: member(core, command.memberId).name,
    command: command.command,
    text: command.text,
    api_app_id: app.id,
    is_enterprise_install: String(isOrgWide),
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** Private channels and direct messages do not tell apps their names. */
export function channelName({ kind, name }: Channel): string {
  return { public: name, private: 'privategroup', dm: 'directmessage' }[kind];
}

/** @see https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function member(core: Core, idOrName: string): Member {
  const found = core.workspace.members.find(({ id, name }) => id === idOrName || name === idOrName);
  if (found === undefined) throw new Error(`There is no member ${idOrName}`);
  return found;
}
