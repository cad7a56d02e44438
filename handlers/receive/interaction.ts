import { type ActionTs, actionTs, type Clock, type Millis, SECOND } from '../../src/time.ts';
import type { ModalEvent } from './modal-event.ts';
import type { Payload } from './schemas.ts';

/** Somebody wants something in a channel: by a command, beside a message, or in a modal. */
export interface Interaction {
  teamId: string;
  channelId: string;
  userId: string;
  /** Their legacy handle, fit to be shown; '' if there is none. */
  userName: string;
  triggerId: string;
  /** '' if there is none. */
  responseUrl: string;
}

export interface TypedCommand extends Interaction {
  /** What stands after `/groom`, as Slack escapes it. */
  text: string;
  at: ActionTs;
}

/** Reads a slash command; `undefined` for what is none. */
export function typedCommand(payload: Payload, now: Clock, signedAt?: Millis): TypedCommand | undefined {
  if (payload.kind !== 'command') return undefined;
  const {
    text,
    team_id,
    channel_id,
    user_id,
    user_name = '',
    trigger_id = '',
    response_url = '',
  } = payload.body;
  return {
    teamId: team_id,
    channelId: channel_id,
    userId: user_id,
    userName: user_name,
    triggerId: trigger_id,
    responseUrl: response_url,
    text,
    at: typedAt(now(), signedAt),
  };
}

/**
 * When something was typed. Slack tells only the second in which it signed the request: with one more it is no earlier
 * than what was typed, and however late it is handled, what was tapped afterwards is newer.
 */
const typedAt = (now: Millis, signedAt: Millis = now): ActionTs => actionTs(Math.min(now, signedAt + SECOND));

/** What has been wanted in a modal of a channel. */
export function inChannel({ actor, userName, triggerId, context }: ModalEvent<'channel'>): Interaction {
  const { teamId, userId } = actor;
  const { channelId, responseUrl } = context;
  return { teamId, channelId, userId, userName, triggerId, responseUrl };
}
