import type { ContextBlock } from '@slack/types';
import { mention, plain } from './mrkdwn.ts';

interface Place {
  position: number;
  stories: number;
}

interface Host {
  creatorId: string;
  hostName?: string;
}

/** `story 3 of 10`, or nothing where there is only one. */
export const positionOf = ({ position, stories }: Place): string | undefined =>
  stories > 1 ? `story ${position} of ${stories}` : undefined;

/**
 * The line below the title: `Story 3 of 10 · Fibonacci · hosted by ada`. A plain name stands in plain text, for
 * mrkdwn would interpret it; and the first post mentions nobody.
 */
export function headingLine(place: Place, facts: readonly string[], host?: Host): ContextBlock {
  const position = positionOf(place);
  const parts = position === undefined ? facts : [`S${position.slice(1)}`, ...facts];
  const line = (...more: string[]) => [...parts, ...more].join(' · ');
  const element =
    host && host.hostName === undefined
      ? ({ type: 'mrkdwn', text: line(`hosted by ${mention(host.creatorId)}`) } as const)
      : plain(host ? line(`hosted by ${host.hostName}`) : line());
  return { type: 'context', block_id: 'heading', elements: [element] };
}
