import type { Core } from '../../stand-ins/slack/core.ts';
import type { Message } from '../../stand-ins/slack/shapes.ts';
import { talk } from '../../stand-ins/slack/talk.ts';

/**
 * `/invite @Groom` and `/kick @Groom`, which Slack handles itself. Anything else is left alone: `undefined`.
 * @see https://slack.com/help/articles/201259356-Slash-commands-in-Slack
 */
export function addOrRemoveApp(
  core: Core,
  memberId: string,
  channelId: string,
  text: string,
): Message | undefined {
  const [, verb, name] = /^\/(invite|kick|remove)\s+@(.+?)\s*$/i.exec(text) ?? [];
  if (verb === undefined || name === undefined) return undefined;
  const { app } = core.workspace;
  if (name.toLowerCase() !== app.name.toLowerCase())
    throw new Error(`There is nobody called ${name} to ${verb}.`);
  const channel = core.channels.get(channelId);
  if (channel.kind === 'dm') throw new Error('Apps cannot be added to direct messages.');
  const isInvited = verb.toLowerCase() === 'invite';
  if (channel.appIsMember === isInvited) {
    throw new Error(
      isInvited ? `${app.name} is already in this channel.` : `${app.name} is not in this channel.`,
    );
  }
  const notice = `${isInvited ? 'added' : 'removed'} ${app.name} ${isInvited ? 'to' : 'from'} this channel.`;
  const message = talk(core, memberId, channel.id, notice);
  core.channels.setAppMembership(channel.id, isInvited);
  core.changed();
  return message;
}
