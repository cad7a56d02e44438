import { type ColdStarts, STARTS } from '../cold/measure.ts';
import type { Share } from '../cold/packages.ts';
import type { Storm } from '../cold/storm.ts';
import { short, table } from '../markdown.ts';

const HEAD = [
  '',
  'KiB',
  'init ms',
  'of plainly bundled',
  'init CPU ms',
  'first event ms',
  'its CPU ms',
  'both ms',
];
/** How many packages are named; the rest is summed up. */
const NAMED = 9;
/** How long Slack waits. */
const PATIENCE = 3000;

export function coldReport(
  { rows, spending }: ColdStarts,
  packages: readonly Share[],
  { starts, failed, readyMs }: Storm,
): string {
  const cells = rows.map((row) => {
    const plain = rows.find(({ name }) => name.startsWith(`${row.name}, `));
    const ratio = plain ? `${Math.round((100 * row.initMs) / plain.initMs)} %` : '–';
    const { initMs, initCpuMs, firstMs, firstCpuMs, totalMs } = row;
    const first = [firstMs, firstCpuMs, totalMs].map((ms) => (ms === undefined ? '–' : short(ms)));
    return [row.name, short(row.bytes / 1024), short(initMs), ratio, short(initCpuMs), ...first];
  });
  const kib = named(packages.map(({ name, bytes }) => ({ name, value: bytes / 1024 })));
  const time = named(spending.map(({ on, share }) => ({ name: on, value: share * 100 })));
  const { totalMs = 0 } = rows[0] ?? {};
  const inTime = readyMs.filter((ms) => ms + totalMs <= PATIENCE).length;
  return [
    '## Cold start',
    '',
    table(HEAD, cells),
    '',
    `Medians of ${STARTS} fresh processes each, in turn, on this machine and not on Lambda. All bundles are minified. The first`,
    'event is a tap on a card, or a look at a session.',
    '',
    table(['in `slack`', 'KiB'], kib),
    '',
    table(['init of `slack` spent on', '%'], time),
    '',
    '*Compiling* is V8 reading the bundle, and each module’s function when it is first called; the other lines are',
    'code of that package, with what it calls of Node’s own.',
    '',
    `${starts} copies of \`slack\` that start in the same moment read their secrets from a stand-in for SSM that allows forty calls a`,
    `second: ${failed} fail, the last has them after ${short((readyMs.at(-1) ?? 0) / 1000)} s, and ${inTime} would acknowledge their click within three seconds.`,
  ].join('\n');
}

function named(values: readonly { name: string; value: number }[]): [string, string][] {
  const rest = values.slice(NAMED).reduce((total, { value }) => total + value, 0);
  const shown = values.slice(0, NAMED).map(({ name, value }): [string, string] => [name, short(value)]);
  return [...shown, ['all else', short(rest)]];
}
