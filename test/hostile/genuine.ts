import { messageActionPayload } from '../../stand-ins/slack/action.ts';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';
import { envelope, eventEnvelope } from '../../stand-ins/slack/payloads.ts';
import type { Person } from '../../stand-ins/slack/person.ts';
import { findChoice } from '../../stand-ins/slack/selector.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import type { Slack } from '../../stand-ins/slack/slack.ts';
import { viewPayload } from '../../stand-ins/slack/views.ts';
import type { Besieged } from './besieged.ts';

/** Payloads as Slack really sends them, to be altered. */
export async function genuinePayloads({ w, room }: Besieged): Promise<Record<string, Json>> {
  const { slack } = w;
  const voting = room.message();
  const payloads: Record<string, Json> = {};
  for (const label of ['5', 'Join', 'Leave', 'Reveal']) {
    payloads[label] = room.bo.payloadOfClick(voting, label);
  }
  for (const item of ['My vote', 'Just watching', 'People…', 'Manage…', 'Move to bottom']) {
    payloads[item] = choicePayload(slack, room.ada, voting, item);
  }
  const told = room.bo.sees().findLast(({ channelId }) => channelId === room.channelId);
  if (!told) throw new Error('Bo was told nothing');
  payloads['Add why'] = room.bo.payloadOfClick(told, 'Add why');
  await room.bo.click(told, 'Add why');
  room.bo.fill({ reason: 'Not new to us' });
  payloads['Say why'] = submission(slack, room.bo);
  await room.bo.closeView();
  payloads['Estimate this'] = shortcut(slack, room.bo, voting);
  await room.choose(room.ada, 'Manage…');
  payloads.Remind = viewAction(slack, room.ada, { type: 'button', action_id: 'nudge' });
  payloads['End session'] = viewAction(slack, room.ada, { type: 'button', action_id: 'manage_end' });
  payloads.Skip = viewAction(slack, room.ada, {
    type: 'overflow',
    action_id: 'story_menu',
    selected_option: { value: `${room.sessionId()}.1.1.skip` },
  });
  room.ada.fill({ 'Add stories': 'Another\nAnd one more' });
  payloads.Save = submission(slack, room.ada);
  await room.ada.closeView();
  await room.ada.command('/groom');
  room.ada.fill({ Stories: 'One\nTwo' });
  payloads.Start = submission(slack, room.ada);
  await room.ada.closeView();
  await room.ada.command('/groom settings');
  room.ada.fill({
    decks: 'days: 1, 2, 3',
    time_limit: '2h',
    pattern: 'PROJ-(\\d+)',
    url: 'https://x.test/$1',
  });
  payloads.Settings = submission(slack, room.ada);
  await room.ada.closeView();
  return payloads;
}

/** Somebody opens Groom's Home. */
export function genuineEvent({ w: { slack }, room }: Besieged): Json {
  const event = { type: 'app_home_opened', user: room.bo.id, channel: 'D0BO', tab: 'home', event_ts: '1.1' };
  return eventEnvelope(slack.core, event);
}

/** The form of `/groom Add SSO`. */
export function genuineCommand({ room }: Besieged): Record<string, unknown> {
  return {
    token: 'x',
    team_id: 'T0GROOM',
    team_domain: 'acme',
    channel_id: room.channelId,
    channel_name: 'room',
    user_id: 'U0ADA',
    user_name: 'ada',
    command: '/groom',
    text: 'Add SSO',
    api_app_id: 'A0GROOM',
    response_url: 'http://127.0.0.1:9/commands/x',
    trigger_id: '1.2.3',
  };
}

function choicePayload({ core }: Slack, person: Person, rendering: Message, item: string): Json {
  const window = core.windows.open(person.windowId, person.id);
  return messageActionPayload(core, window, rendering, findChoice(rendering.blocks, item, undefined, []));
}

function shortcut({ core }: Slack, person: Person, message: Message): Json {
  return {
    ...envelope(core, 'message_action', person.id),
    callback_id: 'estimate_this',
    trigger_id: 'none',
    response_url: 'http://127.0.0.1:9/app/x',
    channel: { id: message.channelId, name: 'x' },
    message: { type: 'message', user: person.id, ts: message.ts, text: message.text },
  };
}

function viewAction({ core }: Slack, person: Person, action: Json): Json {
  return {
    ...envelope(core, 'block_actions', person.id),
    container: { type: 'view', view_id: person.view.id },
    trigger_id: 'none',
    view: viewPayload(core, person.view),
    actions: [{ block_id: 'x', action_ts: core.clock.timestamp(), ...action }],
  };
}

function submission({ core }: Slack, person: Person): Json {
  return {
    ...envelope(core, 'view_submission', person.id),
    trigger_id: 'none',
    view: viewPayload(core, person.view),
    response_urls: [],
  };
}
