import { type ActionTs, actionTs, type Clock } from '../../src/time.ts';
import type { Interaction } from './interaction.ts';
import type { Payload } from './schemas.ts';
import { whereaboutsOf } from './team.ts';

/** A click on a button of a private line. It says nothing of what the line said but what the button's value holds. */
export interface LineClick extends Interaction {
  /** A guest from another workspace. */
  external: boolean;
  value: string;
  at: ActionTs;
  /** What was clicked is seen by nobody else. */
  isPrivate: boolean;
}

/** Reads such a click; `undefined` for what is none. */
export function lineClick(payload: Payload, now: Clock): LineClick | undefined {
  if (payload.kind !== 'messageClick') return undefined;
  const { body } = payload;
  const { user, channel, container, actions, trigger_id = '', response_url = '' } = body;
  const [action] = actions;
  const channelId = channel?.id ?? container?.channel_id;
  const where = whereaboutsOf(body);
  if (action.value === undefined || !channelId || !where) return undefined;
  return {
    teamId: where.teamId,
    external: where.external,
    channelId,
    userId: user.id,
    userName: user.name ?? '',
    triggerId: trigger_id,
    responseUrl: response_url,
    value: action.value,
    at: action.action_ts ?? actionTs(now()),
    isPrivate: container?.is_ephemeral === true,
  };
}
