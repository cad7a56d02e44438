import { defined } from '../../src/game/defined.ts';
import { isActionTs } from '../../src/time.ts';
import type { Place } from '../commands/form.ts';
import { messageLine } from './message-text.ts';
import { teamOf, urlOf } from './payload.ts';
import { isObject } from './request.ts';
import { isSlackId } from './slack-id.ts';

type Fields = Record<string, unknown>;

/** A shortcut that was chosen beside a message. */
export interface MessageShortcut extends Place {
  /** What the message says, in one line; '' if it says nothing. */
  line: string;
  /** Where it is, if that can be told. */
  permalink?: string;
}

/**
 * Reads a message shortcut; `undefined` for what is none.
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function messageShortcut(body: object): MessageShortcut | undefined {
  const { user, channel, message, team, trigger_id, response_url } = body as Fields;
  if (!isObject(user) || !isObject(channel) || !isObject(message)) return undefined;
  const teamId = teamOf({ ...body });
  if (!isSlackId(user.id) || !isSlackId(channel.id) || !teamId) return undefined;
  const permalink = isObject(team) ? permalinkOf(team.domain, channel.id, message) : undefined;
  return defined({
    teamId,
    channelId: channel.id,
    userId: user.id,
    triggerId: textOf(trigger_id),
    responseUrl: urlOf(response_url),
    line: lineOf(message),
    permalink,
  });
}

/** Its text, or what it has instead of one. */
function lineOf({ text, attachments, files }: Fields): string {
  const [attachment, file] = [first(attachments), first(files)];
  const texts = [text, attachment.title, attachment.text, attachment.fallback, file.title, file.name];
  return texts.map(textOf).map(messageLine).find(Boolean) ?? '';
}

/**
 * The address of a message, as Slack makes it.
 * https://docs.slack.dev/reference/methods/chat.getPermalink
 */
function permalinkOf(domain: unknown, channelId: string, { ts, thread_ts }: Fields): string | undefined {
  if (typeof domain !== 'string' || !/^[a-z\d-]{1,63}$/i.test(domain) || !isActionTs(ts)) return undefined;
  const address = `https://${domain}.slack.com/archives/${channelId}/p${ts.replace('.', '')}`;
  const isReply = isActionTs(thread_ts) && thread_ts !== ts;
  return isReply ? `${address}?thread_ts=${thread_ts}&cid=${channelId}` : address;
}

function first(list: unknown): Fields {
  const [one] = Array.isArray(list) ? list : [];
  return isObject(one) ? one : {};
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
