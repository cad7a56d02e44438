import type { Json } from './blockkit/json.ts';
import { type Method, required } from './chat-methods.ts';
import type { Member } from './shapes.ts';
import { SlackError } from './slack-error.ts';

/** What members have until they change it. */
const DEFAULT_LOCALE = 'en-US';
const DEFAULT_TIME_ZONE = 'America/Los_Angeles';

/**
 * Describes a member; says their locale only if asked for it.
 * @see https://docs.slack.dev/reference/methods/users.info
 */
export const usersInfo: Method = ({ workspace, clock }, args) => {
  const id = required(args, 'user');
  const found = workspace.members.find((member) => member.id === id);
  if (found === undefined) throw new SlackError('user_not_found');
  const wantsLocale = args.include_locale === true || ['true', '1'].includes(String(args.include_locale));
  const user = userPayload(found, found.teamId ?? workspace.team.id, new Date(clock.now()));
  return { user: { ...user, ...(wantsLocale && { locale: found.locale ?? DEFAULT_LOCALE }) } };
};

/** @see https://docs.slack.dev/reference/objects/user-object */
function userPayload(member: Member, teamId: string, now: Date): Json {
  const { id, name, realName, displayName = '', color, timeZone } = member;
  const tz = timeZone ?? DEFAULT_TIME_ZONE;
  return {
    id,
    team_id: teamId,
    name,
    deleted: false,
    color: color.slice(1),
    real_name: realName,
    tz,
    tz_label: namedZone(tz, 'long', now),
    tz_offset: offsetSeconds(tz, now),
    profile: { real_name: realName, display_name: displayName, team: teamId },
    is_admin: false,
    is_bot: false,
    is_app_user: false,
    is_restricted: false,
    updated: Math.floor(now.getTime() / 1000),
  };
}

function namedZone(timeZone: string, timeZoneName: 'long' | 'longOffset', now: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName }).formatToParts(now);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** `GMT-07:00`, or plain `GMT` at none. */
function offsetSeconds(timeZone: string, now: Date): number {
  const [, sign = '+', hours = '0', minutes = '0'] =
    /GMT([+-])(\d+):(\d+)/.exec(namedZone(timeZone, 'longOffset', now)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
