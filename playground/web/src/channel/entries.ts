import type { Message, Warning } from '../../../../stand-ins/slack/shapes.ts';
import { messageKey } from '../workspace/reuse-unchanged.ts';

const GROUPED_WITHIN_S = 5 * 60;

/** One row of a channel: a message, or a warning that Slackbot shows by itself. */
export type Entry =
  | { kind: 'message'; key: string; at: number; message: Message; compact: boolean; newDay: boolean }
  | { kind: 'warning'; key: string; at: number; warning: Warning; newDay: boolean };

/** Oldest first. A warning has no time of its own: it stays where it was first seen. */
export function entriesOf(
  messages: Message[],
  warnings: Warning[],
  seenAt: (warning: Warning) => number,
): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message) => ({
      kind: 'message' as const,
      key: messageKey(message),
      at: Number(message.ts),
      message,
      compact: false,
      newDay: false,
    })),
    ...warnings.map((warning) => ({
      kind: 'warning' as const,
      key: warning.id,
      at: seenAt(warning),
      warning,
      newDay: false,
    })),
  ].sort((a, b) => a.at - b.at);
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    entry.newDay = !before || dayOf(before.at) !== dayOf(entry.at);
    if (entry.kind === 'message') entry.compact = !entry.newDay && continues(before, entry);
  }
  return entries;
}

/** Slack shows name and picture once for several messages in a row. */
function continues(before: Entry | undefined, { message, at }: Extract<Entry, { kind: 'message' }>): boolean {
  if (before?.kind !== 'message' || message.ephemeral || before.message.ephemeral) return false;
  return before.message.userId === message.userId && at - before.at < GROUPED_WITHIN_S;
}

function dayOf(seconds: number): string {
  return new Date(seconds * 1000).toDateString();
}
