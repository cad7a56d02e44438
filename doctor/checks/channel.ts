import type { Finding } from '../finding.ts';

/** Something that was posted, and what Slack said against it. */
export interface Tried {
  name: string;
  error: string | undefined;
}

export type ChannelFacts =
  | { unreached: string }
  | {
      boards: readonly Tried[];
      /** Blocks that Groom doesn't use yet. */
      newer: readonly Tried[];
      /** What Slack says when rich text is replaced by what has none. */
      richTextLost: string | undefined;
      /** Bytes of text in the largest blocks that Slack took. */
      largest: number;
      /** The blocks of a title with an emoji, as Slack gives them back. */
      emoji: string;
    };

/** What Groom's own messages have at most; see blocks/text/budget.ts. */
const USED = 9000;

/** What Slack takes of a message in the operator's workspace. */
export function checkChannel(channel: string, facts: ChannelFacts): Finding[] {
  if ('unreached' in facts) {
    const todo = 'Give --channel one that Groom was invited to, or your own member ID';
    return [
      { what: `Nothing can be posted in ${channel} (${facts.unreached})`, why: 'no message was tried', todo },
    ];
  }
  const report = 'Report this line: the limits in blocks/text/budget.ts are too high for your workspace';
  const findings: Finding[] = facts.boards
    .filter(({ error }) => error !== undefined)
    .map(({ name, error }) => ({
      what: `Slack refuses ${name} (${error})`,
      why: 'such a message is shown in a plain form only',
      todo: report,
    }));
  if (facts.largest < USED) {
    const what = `Slack takes blocks of ${facts.largest} bytes of text, and Groom’s have up to ${USED}`;
    findings.push({ what, why: 'long messages are shown in a plain form only', todo: report });
  }
  return findings;
}

/** What was measured, and is neither right nor wrong. */
export function measuredIn(facts: ChannelFacts): string[] {
  if ('unreached' in facts) return [];
  const said = (error: string | undefined) => error ?? 'taken';
  return [
    ...facts.newer.map(({ name, error }) => `${name}: ${said(error)}`),
    `rich text replaced by none: ${said(facts.richTextLost)}`,
    `largest blocks taken: ${facts.largest} bytes of text`,
    `🚀 is read back as ${facts.emoji}`,
  ];
}
