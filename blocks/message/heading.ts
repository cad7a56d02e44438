import type { ContextBlock } from '@slack/types';
import type { Millis } from '../../src/time.ts';
import type { Translate } from '../language/translate.ts';
import { dateText } from '../text/date.ts';
import { mention, plain } from '../text/mrkdwn.ts';

interface StoryPosition {
  position: number;
  stories: number;
}

interface Host {
  creatorId: string;
  hostName?: string;
  deadlineAt?: Millis;
}

/** `story 3 of 10` within a sentence, or nothing if there is only one. */
export function positionOf(t: Translate, { position, stories }: StoryPosition): string[] {
  return stories > 1 ? [t('text.position', { position, stories })] : [];
}

/** `Story 3 of 10`, or nothing if there is only one. */
export function positionHeading(t: Translate, { position, stories }: StoryPosition): string[] {
  return stories > 1 ? [t('heading.position', { position, stories })] : [];
}

/** `round 2`, or nothing in the first. */
export const laterRound = (t: Translate, { round }: { round: number }): string[] =>
  round > 1 ? [t('heading.round', { round })] : [];

/** `anonymous result`, or nothing if the result has names. */
export const anonymity = (t: Translate, { anonymous }: { anonymous: boolean }): string[] =>
  anonymous ? [t('heading.anonymous')] : [];

/**
 * The line below the title: `Story 3 of 10 · Fibonacci · hosted by ada · until today at 5:00 PM`. With
 * `hostName` nobody is mentioned, as in the first post; it goes into plain text, because mrkdwn would interpret it.
 */
export function headingLine(
  t: Translate,
  at: StoryPosition,
  facts: readonly string[],
  host?: Host,
): ContextBlock {
  const known = [...positionHeading(t, at), ...facts];
  const elements = host ? hosted(t, known, host) : [plain(dotted(known))];
  return { type: 'context', block_id: 'heading', elements };
}

function hosted(t: Translate, facts: readonly string[], host: Host): ContextBlock['elements'] {
  const { creatorId, hostName, deadlineAt } = host;
  const until = deadlineAt === undefined ? [] : [t('heading.until', { date: dateText(t, deadlineAt) })];
  const hostedBy = t('heading.hostedBy', { host: hostName ?? mention(creatorId) });
  const line = [...facts, hostedBy];
  if (hostName === undefined) return [{ type: 'mrkdwn', text: dotted([...line, ...until]) }];
  // Only mrkdwn can show a date. What stands apart needs no dot; on a phone it has a line of its own.
  const [text] = until;
  if (text === undefined) return [plain(dotted(line))];
  return [plain(dotted(line)), { type: 'mrkdwn', text }];
}

const dotted = (facts: readonly string[]): string => facts.join(' · ');
