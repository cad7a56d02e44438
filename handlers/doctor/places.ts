import { isObject } from '../receive/request.ts';

/** Fields that say where something happened and whose app was used; never a token, nor a response_url. */
const PLACES: ReadonlySet<string> = new Set([
  'team',
  'team_id',
  'context_team_id',
  'enterprise_id',
  'context_enterprise_id',
  'app_installed_team_id',
  'channel_id',
  'is_enterprise_install',
  'is_ephemeral',
  'is_ext_shared_channel',
]);
const HOLDERS: ReadonlySet<string> = new Set(['team', 'enterprise', 'channel', 'user']);

/** `user.team_id: T0ACME`, a line for each such field of a payload, at whatever depth. */
export function placesIn(raw: object, path = ''): string[] {
  const holder = path.split('.').at(-1) ?? '';
  return Object.entries(raw).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`;
    // Blocks hold what people typed, and nothing of this.
    if (isObject(value)) return name === 'state' ? [] : placesIn(value, at);
    const isPlace = PLACES.has(name) || (name === 'id' && HOLDERS.has(holder));
    return isPlace && !Array.isArray(value) ? [`${at}: ${String(value)}`] : [];
  });
}
