import { isObject, type Json } from '../../stand-ins/slack/blockkit/json.ts';
import type { Delivery } from '../../stand-ins/slack/deliver.ts';
import { envelope } from '../../stand-ins/slack/payloads.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import type { Selector } from '../../stand-ins/slack/selector.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { viewPayload } from '../../stand-ins/slack/views.ts';
import type { Room } from './room.ts';

/** What a click says in place of the truth. */
export interface Lie {
  value?: string;
  actionId?: string;
  channelId?: string;
  teamId?: string;
  /** The workspace of whoever clicks. */
  homeTeamId?: string;
  messageTs?: string;
  actionTs?: string;
}

/**
 * A click that Slack signed and nobody made: a button's value or the place of the message altered, as an error
 * elsewhere or another app of the workspace might have it.
 */
export function alteredClick(
  { w: { slack }, message }: Pick<Room, 'w' | 'message'>,
  person: Person,
  selector: Selector,
  lie: Lie,
  rendering: Message = message(),
): Promise<Delivery> {
  const payload = person.payloadOfClick(rendering, selector);
  const [action] = payload.actions as Json[];
  const { channel, container, team, user, message: shown } = payload;
  if (!action || !isObject(channel) || !isObject(container) || !isObject(team) || !isObject(user))
    throw new Error('No click');
  if (lie.value !== undefined) action.value = lie.value;
  if (lie.actionId !== undefined) action.action_id = lie.actionId;
  if (lie.actionTs !== undefined) action.action_ts = lie.actionTs;
  if (lie.channelId !== undefined) channel.id = container.channel_id = lie.channelId;
  if (lie.teamId !== undefined) team.id = lie.teamId;
  if (lie.homeTeamId !== undefined) user.team_id = lie.homeTeamId;
  if (lie.messageTs !== undefined) {
    container.message_ts = lie.messageTs;
    if (isObject(shown)) shown.ts = lie.messageTs;
  }
  return slack.deliverPayload(payload);
}

/** A click in the open modal on a button that is not in it. */
export function alteredViewClick(
  { w: { slack } }: Pick<Room, 'w'>,
  person: Person,
  action: { action_id: string; value: string; type?: 'button' | 'overflow' },
): Promise<Delivery> {
  const { type = 'button', action_id, value } = action;
  const chosen = type === 'button' ? { value } : { selected_option: { value } };
  return slack.deliverPayload({
    ...envelope(slack.core, 'block_actions', person.id),
    container: { type: 'view', view_id: person.view.id },
    trigger_id: slack.core.triggers.issue(person.windowId),
    view: viewPayload(slack.core, person.view),
    actions: [{ type, action_id, block_id: 'x', ...chosen, action_ts: slack.core.clock.timestamp() }],
  });
}
