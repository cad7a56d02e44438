import { parseObject } from './blockkit/json.ts';
import type { Core } from './core.ts';
import { type Delivery, deliverForm } from './deliver.ts';
import { withShortcodes } from './emoji.ts';
import { commandForm, escapeText, member, refuseGuest } from './payloads.ts';
import { say } from './respond.ts';
import { SlackError } from './slack-error.ts';
import { warn } from './warnings.ts';

export interface Command {
  memberId: string;
  windowId: string;
  channelId: string;
  /** With the slash. */
  text: string;
  /** The parts of it that were pasted as links, and where each leads. */
  links?: Readonly<Record<string, string>>;
}

/**
 * Types a slash command. Throws an Error when Slack itself would refuse it: no such command, an archived
 * channel, a channel that the member is not in.
 * @see https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export async function sendCommand(
  core: Core,
  { memberId, windowId, channelId, text, links = {} }: Command,
): Promise<Delivery> {
  const { id } = member(core, memberId);
  const channel = core.channels.get(channelId);
  const [, command = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  if (!core.workspace.app.commands.includes(command)) throw new Error(`${command} is not a valid command`);
  if (!channel.memberIds.includes(id)) throw new Error(`${id} is not in ${channel.name}`);
  if (core.channels.isArchived(channel.id)) throw new Error(`${channel.name} is archived`);

  refuseGuest(core, id, 'commands of this app');

  const window = core.windows.open(windowId, id);
  const target = { channelId: channel.id, memberId: id };
  const responseUrl = core.responseUrls.issue('commands', core.workspace.team.id, target);
  const typed = { memberId: id, channel, command, text: typedText(rest, links) };
  const form = commandForm(core, typed, core.triggers.issue(windowId), responseUrl);
  const delivery = await deliverForm(core, command, form);
  const failure = delivery.failure ?? showAnswer(core, id, channel.id, delivery.body);
  if (failure) {
    warn(core, window, `${command} failed with the error "${failure}"`, { channelId: channel.id });
  }
  return delivery;
}

/**
 * What is typed as an app gets it: emoji by their names, the three characters that control Slack's markup escaped,
 * and links with their labels. Other marks (`*bold*`) stay as they are, pasted or typed.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
function typedText(text: string, links: Readonly<Record<string, string>>): string {
  return Object.entries(links).reduce(
    (typed, [label, url]) => typed.replace(escapeText(label), `<${escapeText(url)}|${escapeText(label)}>`),
    escapeText(withShortcodes(text)),
  );
}

/** The body of the acknowledgement is a message, if there is one; its error code if it is a bad one. */
function showAnswer(core: Core, memberId: string, channelId: string, body: string): string | undefined {
  if (body.trim() === '') return undefined;
  const message = parseObject(body) ?? { text: body };
  if (Object.keys(message).length === 0) return undefined;
  try {
    say(core, memberId, channelId, message, 'ack');
    return undefined;
  } catch (error) {
    if (error instanceof SlackError) return error.code;
    throw error;
  }
}
