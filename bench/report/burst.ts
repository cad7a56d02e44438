import type { BurstRow, Spread } from '../burst/measure.ts';
import { short, table } from '../markdown.ts';

const HEAD = [
  ...['Slack', 'crowd', '', 'runs', 'votes lost', 'wrong messages', 'failed taps'],
  ...['updates a run', '429s', 'settled, p50 / p95 ms', 'acked, p50 / p95 ms', 'busy'],
];

export function burstReport(rows: readonly BurstRow[]): string {
  return [
    '## Bursts',
    '',
    table(HEAD, rows.map(toCells)),
    '',
    '*Votes lost*: acknowledged, but not in the result. *Wrong messages*: runs after which the message does not show',
    'what the table holds. *Failed taps*: Slack got no answer within three seconds. *Settled*: from the last tap until',
    'the message showed the final state, of the runs in which it ever did. *Busy*: how much of the time the one thread',
    'was busy on which voters, Slack, AWS and both functions ran; where that nears 100 %, times say more about the',
    'machine than about the code. Ours and naive ran at the same time, each in a process of its own.',
  ].join('\n');
}

function toCells(row: BurstRow): (string | number)[] {
  const { median, most } = row.updates;
  return [
    ...[row.weather, row.crowd, row.subject === 'ours' ? '**Groom**' : 'naive', row.runs],
    ...[`${row.lost} of ${row.votes}`, `${row.wrong} of ${row.runs}`, row.failed],
    ...[median === most ? median : `${median}–${most}`, row.limited],
    ...[milliseconds(row.settle), milliseconds(row.ack), `${Math.round(row.busy * 100)} %`],
  ];
}

const milliseconds = (spread: Spread | undefined): string =>
  spread ? `${short(spread.p50)} / ${short(spread.p95)}` : 'never';
