import { defined } from '../../src/game/defined.ts';
import { listItems } from '../../src/game/story/story-line.ts';
import { linesOf } from '../../src/game/story/title.ts';
import { isActionTs } from '../../src/time.ts';
import type { Interaction } from './interaction.ts';
import { blocksText } from './message-blocks.ts';
import { messageLine } from './message-text.ts';
import type { Payload, ShortcutBody } from './schemas.ts';
import { isOrganization, whereaboutsOf } from './team.ts';

/** A shortcut that was chosen beside a message. */
export interface MessageShortcut extends Interaction {
  /** What the message says in its first line; '' if it says nothing. */
  line: string;
  /** The items of the list in it, if it is one of several. */
  items: readonly string[];
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
  // Where there is no team but the person's own, and that is the organization, it is that of the message.
  const where = whereaboutsOf(body, isOrganization(user.team_id) && !body.team ? message.team : undefined);
  // Slack offers it to no guest.
  if (!where || where.external) return undefined;
  const words = wordsOf(message);
  return defined({
    teamId: where.teamId,
    channelId: channel.id,
    userId: user.id,
    userName: user.name ?? '',
    triggerId: trigger_id,
    responseUrl: response_url,
    line: firstLine(words),
    items: listItems(words).map(messageLine).filter(Boolean),
    permalink: permalinkOf(body),
  });
}

/** What Slack, and many apps, put where a message has no words but in its blocks. */
const PLACEHOLDER = /^(?:this content can['’]t be displayed|this message contains interactive elements)\.?$/i;

/** What a message says in mrkdwn: its text, or what it has instead of one. */
function wordsOf({ text = '', blocks = [], attachments = [], files = [] }: ShortcutBody['message']): string {
  const [file] = files;
  const texts = [
    PLACEHOLDER.test(text.trim()) ? '' : text,
    blocksText(blocks),
    ...attachments.flatMap((one) => [one?.title, one?.text, blocksText(one?.blocks ?? []), one?.fallback]),
    ...[file?.title, file?.name],
  ];
  return texts.find((one) => messageLine(one ?? '') !== '') ?? '';
}

/** The first line that says something. */
const firstLine = (words: string): string => linesOf(words).map(messageLine).find(Boolean) ?? '';

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
