import type { ColdStarts } from '../cold/measure.ts';
import type { Share } from '../cold/packages.ts';
import { short, table } from '../markdown.ts';

const HEAD = ['', 'KiB', 'init ms', 'of plainly bundled', 'init CPU ms', 'first tap ms'];
/** How many packages are named; the rest is summed up. */
const NAMED = 9;

export function coldReport({ rows, spending }: ColdStarts, packages: readonly Share[]): string {
  const cells = rows.map(({ name, bytes, initMs, initCpuMs, firstMs }) => {
    const plain = rows.find((row) => row.name.startsWith(`${name}, `));
    const ratio = plain ? `${Math.round((100 * initMs) / plain.initMs)} %` : '–';
    const first = firstMs === undefined ? '–' : short(firstMs);
    return [name, short(bytes / 1024), short(initMs), ratio, short(initCpuMs), first];
  });
  const kib = named(packages.map(({ name, bytes }) => ({ name, value: bytes / 1024 })));
  const time = named(spending.map(({ on, share }) => ({ name: on, value: share * 100 })));
  return [
    '## Cold start',
    '',
    table(HEAD, cells),
    '',
    'Medians of 15 fresh processes each, in turn, on this machine and not on Lambda. All bundles are minified.',
    '',
    table(['in `slack`', 'KiB'], kib),
    '',
    table(['init of `slack` spent on', '%'], time),
    '',
    '*Compiling* is V8 reading the bundle, and each module’s function when it is first called; the other lines are',
    'code of that package, with what it calls of Node’s own.',
  ].join('\n');
}

function named(values: readonly { name: string; value: number }[]): [string, string][] {
  const rest = values.slice(NAMED).reduce((total, { value }) => total + value, 0);
  const shown = values.slice(0, NAMED).map(({ name, value }): [string, string] => [name, short(value)]);
  return [...shown, ['all else', short(rest)]];
}
