import { type ClickCost, requestsOf } from '../click/measure.ts';
import type { Growth } from '../growth/measure.ts';
import { short, table } from '../markdown.ts';

const COSTS = [
  ...['DynamoDB requests', 'write units', 'read units', 'SQS requests', 'Slack calls before the ack'],
  ...['CPU ms', 'p50 ms', 'p95 ms'],
];

function toCells(cost: ClickCost): string[] {
  return [
    ...[operations(cost.dynamo), short(cost.writeUnits), short(cost.readUnits), operations(cost.sqs)],
    ...[cost.slackCalls, cost.cpuMs, cost.p50, cost.p95].map(short),
  ];
}

export function clickReport(costs: readonly { name: string; cost: ClickCost }[]): string {
  const rows = costs.map(({ name, cost }) => [name, ...toCells(cost)]);
  return [
    '## One tap on a card',
    '',
    table(['', ...COSTS], rows),
    '',
    'The handler alone in a warm process, one tap after the other; eight voters; Slack takes 100 ms for a call.',
    'Groom reads consistently (one unit for up to 4 KB), naive does not (half of one).',
  ].join('\n');
}

export function growthReport({ steps, memory, emptyRssMb }: Growth): string {
  const rows = steps.map((step) => [step.sessions.toLocaleString('en'), ...toCells(step)]);
  const taken = memory.map(({ clicks, rssMb, heapMb }) => [
    ...[clicks.toLocaleString('en'), Math.round(rssMb), Math.round(rssMb - emptyRssMb), heapMb.toFixed(1)],
  ]);
  return [
    '## Growth',
    '',
    table(['open sessions', ...COSTS], rows),
    '',
    table(
      ['taps in one process', 'RSS, MiB', 'above the empty process', 'heap after collection, MiB'],
      taken,
    ),
  ].join('\n');
}

const operations = (counts: Record<string, number>): string =>
  requestsOf(counts) === 0
    ? '0'
    : Object.entries(counts)
        .map(([operation, count]) => `${short(count)} ${operation}`)
        .join(', ');
