import type { BurstRow } from './burst/measure.ts';

/**
 * What must never happen, whatever the machine: a vote lost or a final message that is wrong, with Groom.
 * How long things took doesn't change the exit code.
 */
export function failures(rows: readonly BurstRow[]): string[] {
  return rows
    .filter(({ subject, lost, wrong }) => subject === 'ours' && lost + wrong > 0)
    .map(
      ({ crowd, weather, lost, wrong }) =>
        `${crowd}, Slack ${weather}: ${lost} votes lost, ${wrong} runs wrong`,
    );
}
