import type { Json } from './blockkit/json.ts';
import { readMessage, readUpdate, requireRichText } from './content.ts';
import type { Core } from './core.ts';
import { messagePayload } from './message-payload.ts';
import type { StoredMessage } from './messages.ts';
import { postEphemeral, postMessage, updateMessage } from './posting.ts';
import { SlackError } from './slack-error.ts';

/** A Web API method: takes effect and returns the answer without `ok`, or throws a SlackError. */
export type Method = (core: Core, args: Json) => Json;

/** @see https://docs.slack.dev/reference/methods/chat.postMessage */
const post: Method = (core, args) => {
  const channel = core.channels.forPost(required(args, 'channel'), anyPublic(core));
  if (core.channels.isArchived(channel.id)) throw new SlackError('is_archived');
  const message = postMessage(core, channel.id, readMessage(args));
  return { channel: channel.id, ts: message.ts, message: messagePayload(core, message) };
};

/** @see https://docs.slack.dev/reference/methods/chat.update */
const update: Method = (core, args) => {
  const channel = core.channels.forOwnMessage(required(args, 'channel'), anyPublic(core));
  if (core.channels.isArchived(channel.id)) throw new SlackError('is_inactive');
  const old = messageOf(core, channel.id, required(args, 'ts'));
  if (old.userId !== undefined || old.viaResponseUrl) throw new SlackError('cant_update_message');
  const content = readUpdate(args);
  if (!core.options.mayLoseRichText) requireRichText(old.blocks, content.blocks);
  const message = updateMessage(core, old, content);
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messagePayload(core, message),
  };
};

/** @see https://docs.slack.dev/reference/methods/chat.postEphemeral */
const ephemeral: Method = (core, args) => {
  const channel = core.channels.forApp(required(args, 'channel'));
  const user = required(args, 'user');
  if (core.channels.isArchived(channel.id)) throw new SlackError('is_archived');
  if (!channel.memberIds.includes(user)) throw new SlackError('user_not_in_channel');
  return { message_ts: postEphemeral(core, user, channel.id, readMessage(args)).ts };
};

/** @see https://docs.slack.dev/reference/methods/chat.delete */
const remove: Method = (core, args) => {
  const channel = core.channels.forOwnMessage(required(args, 'channel'), anyPublic(core));
  const message = messageOf(core, channel.id, required(args, 'ts'));
  if (message.userId !== undefined) throw new SlackError('cant_delete_message');
  core.messages.delete(message.ts);
  core.changed();
  return { channel: channel.id, ts: message.ts };
};

/** @see https://docs.slack.dev/reference/methods/chat.getPermalink */
const permalink: Method = (core, args) => {
  const channel = core.channels.find(required(args, 'channel'));
  if (channel === undefined || (channel.kind !== 'public' && !channel.appIsMember)) {
    throw new SlackError('channel_not_found');
  }
  const { ts } = messageOf(core, channel.id, required(args, 'message_ts'));
  const page = `archives/${channel.id}/p${ts.replace('.', '')}`;
  return { channel: channel.id, permalink: `https://${core.workspace.team.domain}.slack.com/${page}` };
};

export const CHAT_METHODS: Readonly<Record<string, Method>> = {
  'chat.postMessage': post,
  'chat.update': update,
  'chat.postEphemeral': ephemeral,
  'chat.delete': remove,
  'chat.getPermalink': permalink,
};

/** @throws {SlackError} invalid_arguments, naming what is missing */
export function required(args: Json, name: string): string {
  const value = args[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new SlackError('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
}

function anyPublic({ scopes }: Core): boolean {
  return scopes.has('chat:write.public');
}

function messageOf(core: Core, channelId: string, ts: string): StoredMessage {
  const message = core.messages.find(channelId, ts);
  if (message === undefined) throw new SlackError('message_not_found');
  return message;
}
