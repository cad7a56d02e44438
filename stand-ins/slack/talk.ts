import type { Core } from './core.ts';
import { withShortcodes } from './emoji.ts';
import { member } from './payloads.ts';
import type { Message } from './shapes.ts';

/** Somebody says something. Nothing is delivered to the app: it asks for no events. */
export function talk(core: Core, memberId: string, channelId: string, text: string): Message {
  const { id } = member(core, memberId);
  const channel = core.channels.get(channelId);
  if (!channel.memberIds.includes(id)) throw new Error(`${id} is not in ${channel.name}`);
  if (core.channels.isArchived(channel.id)) throw new Error(`${channel.name} is archived`);
  const message: Message = {
    ts: core.clock.timestamp(),
    channelId: channel.id,
    userId: id,
    text: withShortcodes(text),
  };
  core.messages.put(message);
  core.changed();
  return message;
}
