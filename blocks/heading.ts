import type { ContextBlock } from '@slack/types';
import { mention, plain } from './mrkdwn.ts';

interface Facts {
  position: number;
  stories: number;
  creatorId: string;
  hostName?: string;
}

/** `story 3 of 10`, or nothing where there is only one. */
export const positionOf = ({ position, stories }: Pick<Facts, 'position' | 'stories'>): string | undefined =>
  stories > 1 ? `story ${position} of ${stories}` : undefined;

/**
 * `Story 3 of 10 · Fibonacci · hosted by ada`. A plain name stands in plain text, for mrkdwn would interpret it;
 * and the first post mentions nobody.
 */
export function headingLine(facts: Facts, middle: string[]): ContextBlock {
  const position = positionOf(facts);
  const parts = [...(position ? [`S${position.slice(1)}`] : []), ...middle];
  const host = facts.hostName;
  return {
    type: 'context',
    block_id: 'heading',
    elements: [
      host === undefined
        ? { type: 'mrkdwn', text: [...parts, `hosted by ${mention(facts.creatorId)}`].join(' · ') }
        : plain([...parts, `hosted by ${host}`].join(' · ')),
    ],
  };
}
