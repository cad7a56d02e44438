import { defined } from '../../src/game/defined.ts';
import { isActionTs } from '../../src/time.ts';
import type { Interaction } from './interaction.ts';
import { messageLine } from './message-text.ts';
import type { Payload, ShortcutBody } from './schemas.ts';
import { whereaboutsOf } from './team.ts';

/** A shortcut that was chosen beside a message. */
export interface MessageShortcut extends Interaction {
  /** What the message says, in one line; '' if it says nothing. */
  line: string;
  /** Where it is, if that can be told. */
  permalink?: string;
}

/**
 * Reads a message shortcut; `undefined` for what is none.
 * https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
 */
export function messageShortcut(payload: Payload): MessageShortcut | undefined {
  if (payload.kind !== 'shortcut') return undefined;
  const { body } = payload;
  const { user, channel, message, trigger_id = '', response_url = '' } = body;
  const where = whereaboutsOf(body);
  // Slack offers it to no guest.
  if (!where || where.external) return undefined;
  return defined({
    teamId: where.teamId,
    channelId: channel.id,
    userId: user.id,
    userName: user.name ?? '',
    triggerId: trigger_id,
    responseUrl: response_url,
    line: lineOf(message),
    permalink: permalinkOf(body),
  });
}

/** Its text, or what it has instead of one. */
function lineOf({ text, attachments, files }: ShortcutBody['message']): string {
  const [attachment, file] = [attachments?.[0], files?.[0]];
  const texts = [text, attachment?.title, attachment?.text, attachment?.fallback, file?.title, file?.name];
  return texts.map((one) => messageLine(one ?? '')).find(Boolean) ?? '';
}

/**
 * The address of a message, as Slack makes it.
 * https://docs.slack.dev/reference/methods/chat.getPermalink
 */
function permalinkOf({ team, channel, message }: ShortcutBody): string | undefined {
  const { ts, thread_ts } = message;
  if (!/^[a-z\d-]{1,63}$/i.test(team?.domain ?? '') || !isActionTs(ts)) return undefined;
  const address = `https://${team?.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`;
  const isReply = isActionTs(thread_ts) && thread_ts !== ts;
  return isReply ? `${address}?thread_ts=${thread_ts}&cid=${channel.id}` : address;
}
