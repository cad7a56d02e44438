import type { Core } from './core.ts';
import { type Delivery, deliverForm } from './deliver.ts';
import { messagePayload } from './message-payload.ts';
import { channelName, envelope, refuseGuest } from './payloads.ts';
import type { Message } from './shapes.ts';
import { warn } from './warnings.ts';
import type { Window } from './windows.ts';

/**
 * Chooses one of the app's shortcuts from the menu of a message, whether or not the app is in that
 * conversation. Throws an Error when Slack's menu does not offer it: an unknown shortcut, a private message,
 * a conversation that the member is not in.
 * @see https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export async function sendShortcut(
  core: Core,
  window: Window,
  { channelId, ts, ephemeral }: Message,
  callbackId: string,
): Promise<Delivery> {
  const { app, team } = core.workspace;
  const { memberId } = window;
  const shortcut = app.shortcuts.find((offered) => offered.callbackId === callbackId);
  if (shortcut === undefined || ephemeral) throw new Error(`The menu of this message has no ${callbackId}`);
  const channel = core.channels.get(channelId);
  if (!channel.memberIds.includes(memberId)) throw new Error(`${memberId} is not in ${channel.name}`);
  refuseGuest(core, memberId, 'shortcuts of this app');
  const message = core.messages.find(channelId, ts);
  if (message === undefined) throw new Error(`The message ${ts} is not there any more`);

  const payload = {
    ...envelope(core, 'message_action', memberId),
    action_ts: core.clock.timestamp(),
    callback_id: callbackId,
    trigger_id: core.triggers.issue(window.id),
    response_url: core.responseUrls.issue('app', team.id, { channelId, memberId }),
    channel: { id: channelId, name: channelName(channel) },
    message_ts: ts,
    message: messagePayload(core, message),
  };
  const delivery = await deliverForm(core, 'message_action', { payload: JSON.stringify(payload) });
  if (delivery.failure) {
    warn(core, window, `“${shortcut.name}” failed with the error "${delivery.failure}"`, { channelId });
  }
  return delivery;
}
