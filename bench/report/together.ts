import { short, table } from '../markdown.ts';
import type { TogetherRow } from '../together/measure.ts';

const HEAD = [
  ...['sessions', '', 'shown, p50 / p95 ms', 'revealed, p50 / p95 ms', 'never revealed'],
  ...['updates', '429s', 'worst session'],
];

const NAMES: Record<TogetherRow['subject'], string> = {
  ours: '**Groom**',
  through: '**Groom**, through clicks',
  naive: 'naive',
};

export function togetherReport(rows: readonly TogetherRow[]): string {
  return [
    '## Sessions at once',
    '',
    table(HEAD, rows.map(toCells)),
    '',
    'All in one workspace, whose messages Slack lets be updated 50 times a minute, and 20 times at one go. Eight people',
    'vote in each within six seconds, and a second later it is revealed; the sessions begin within ten seconds. *Shown*:',
    'from a tap until its session’s message showed it. *Worst session*: its p95 until shown, as a multiple of the median',
    'session’s. `publish` runs in five copies that share no memory. *Through clicks*: with `paintThroughClicks`.',
  ].join('\n');
}

function toCells({
  sessions,
  subject,
  shown,
  revealed,
  unrevealed,
  updates,
  limited,
  unfairness,
}: TogetherRow) {
  return [
    ...[sessions, NAMES[subject]],
    ...[shown, revealed].map(({ p50, p95 }) => `${short(p50)} / ${short(p95)}`),
    ...[unrevealed, updates, limited, short(unfairness)],
  ];
}
