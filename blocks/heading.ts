import type { ContextBlock } from '@slack/types';
import type { Translate } from './language/translate.ts';
import { mention, plain } from './mrkdwn.ts';

interface Place {
  position: number;
  stories: number;
}

interface Host {
  creatorId: string;
  hostName?: string;
}

/** `story 3 of 10` within a sentence, or nothing where there is only one. */
export function positionOf(t: Translate, { position, stories }: Place): string[] {
  return stories > 1 ? [t('text.position', { position, stories })] : [];
}

/**
 * The line below the title: `Story 3 of 10 · Fibonacci · hosted by ada`. A plain name stands in plain text, for
 * mrkdwn would interpret it; and the first post mentions nobody.
 */
export function headingLine(
  t: Translate,
  { position, stories }: Place,
  facts: readonly string[],
  host?: Host,
): ContextBlock {
  const where = stories > 1 ? [t('heading.position', { position, stories })] : [];
  const line = (...more: string[]) => [...where, ...facts, ...more].join(' · ');
  const hostedBy = (name: string) => line(t('heading.hostedBy', { host: name }));
  const element =
    host && host.hostName === undefined
      ? ({ type: 'mrkdwn', text: hostedBy(mention(host.creatorId)) } as const)
      : plain(host?.hostName === undefined ? line() : hostedBy(host.hostName));
  return { type: 'context', block_id: 'heading', elements: [element] };
}
