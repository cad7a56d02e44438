import { parseValue } from '../../blocks/ids.ts';
import type { SessionRound } from '../../src/game/round/round.ts';
import type { Click } from '../../src/play/clicked-session.ts';
import { actionTs, type Clock, isActionTs } from '../../src/time.ts';
import { decodeEntities } from './message-text.ts';
import type { ActionBody, MessageBody, Payload } from './schemas.ts';
import { whereaboutsOf } from './team.ts';

/** A click on an element of a channel message. */
export interface MessageClick extends Click {
  /** The action_id. */
  action: string;
  ref: SessionRound & { detail?: string };
  /** The title that the message shows; the story's own may be longer. */
  title: string;
  triggerId: string;
  responseUrl: string;
}

/** Reads a click on a message; `undefined` if it was not made on one of ours. */
export function messageClick(payload: Payload, now: Clock): MessageClick | undefined {
  if (payload.kind !== 'messageClick') return undefined;
  const { body } = payload;
  const { user, channel, container, message, actions, trigger_id = '', response_url = '' } = body;
  const [action] = actions;
  const ref = parseValue(chosenValue(action));
  const channelId = channel?.id ?? container?.channel_id;
  const messageTs = container?.message_ts ?? message?.ts;
  const where = whereaboutsOf(body);
  if (!ref || !channelId || !isActionTs(messageTs) || !where) return undefined;
  return {
    sessionId: ref.sessionId,
    action: action.action_id,
    ref,
    userId: user.id,
    teamId: where.teamId,
    ...(where.external && { external: true }),
    channelId,
    messageTs,
    at: action.action_ts ?? actionTs(now()),
    title: titleOf(message),
    triggerId: trigger_id,
    responseUrl: response_url,
  };
}

/** A button's value, or that of the option chosen in a select or an overflow menu. */
export function chosenValue({ value, selected_option }: ActionBody): string | undefined {
  return value ?? selected_option?.value;
}

/** The title as it stands on the clicked message, if it does, in pieces where it has links: no need to read the story. */
function titleOf(message: MessageBody | undefined): string {
  const block = message?.blocks?.find((one) => one?.block_id === 'title');
  const pieces = block?.elements?.[0]?.elements ?? [];
  return decodeEntities(
    pieces.map((piece) => (piece?.name ? `:${piece.name}:` : (piece?.text ?? ''))).join(''),
  );
}
