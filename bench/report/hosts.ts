import type { HostRow, HostsResult } from '../hosts/measure.ts';
import { short, table } from '../markdown.ts';
import { percentile } from '../percentile.ts';

const HEAD = [
  'crowd',
  'host',
  'ack, p50 / p95 ms',
  'settled after, ms',
  'updates',
  'failed',
  'lost',
  'wrong',
];

const NAMES: Record<HostRow['host'], string> = { lambda: 'Lambda, locally', process: '**one process**' };

export function hostsReport({ rows, atOnce, memory }: HostsResult): string {
  const acks = [0.5, 0.95].map((part) => short(percentile(atOnce.ackMs, part) ?? 0)).join(' / ');
  const { sessions, voters, mib } = memory;
  return [
    '## Two hosts',
    '',
    table(HEAD, rows.map(toCells)),
    '',
    'The same bursts on the local stand-in of the deployment to AWS and on the one process, which really writes to a disk.',
    'Real Lambda functions, DynamoDB and SQS are further away than their stand-ins. *Settled*: from the last tap until the',
    `message showed all votes. In ${atOnce.sessions} sessions of ${voters} voters, all of whom tap in the same moment, an ack takes`,
    `${acks} ms (p50 / p95); ${atOnce.failed} fail, ${atOnce.lost} are lost. After ${sessions} sessions of ${voters} voters the process takes ${mib ?? '?'} MiB.`,
  ].join('\n');
}

function toCells({ crowd, host, result }: HostRow) {
  const { ackMs, settleMs, updates, failed, lost, wrong } = result;
  return [
    ...[crowd.name, NAMES[host]],
    `${short(percentile(ackMs, 0.5) ?? 0)} / ${short(percentile(ackMs, 0.95) ?? 0)}`,
    ...[settleMs === undefined ? '–' : short(settleMs), updates, failed, lost, wrong ? 'yes' : 'no'],
  ];
}
