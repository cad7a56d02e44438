/** `npm run bench`: measures Groom beside a naive app, prints tables and writes docs/benchmarks.md. */

import { type Bundles, buildBundles } from './bundles.ts';
import { type BurstRow, measureBursts } from './burst/measure.ts';
import { WEATHERS } from './burst/weather.ts';
import { measureClick } from './click/measure.ts';
import { measureColdStarts } from './cold/measure.ts';
import { packagesIn } from './cold/packages.ts';
import { measureStorm } from './cold/storm.ts';
import { measureGrowth } from './growth/measure.ts';
import { measureHosts } from './hosts/measure.ts';
import { type Options, parseOptions, SECTIONS, type Section } from './options.ts';
import { measureSession } from './price/measure.ts';
import { burstReport } from './report/burst.ts';
import { clickReport, growthReport } from './report/click.ts';
import { coldReport } from './report/cold.ts';
import { hostsReport } from './report/hosts.ts';
import { machineLine } from './report/machine.ts';
import { priceReport } from './report/price.ts';
import { burstSvg } from './report/svg.ts';
import { togetherReport } from './report/together.ts';
import { writePage, writePicture } from './report/write.ts';
import { measureTogether } from './together/measure.ts';
import { failures } from './verdict.ts';

/** What is measured at the same time: the one session of `price` mostly waits for its people. */
const GROUPS: readonly (readonly Section[])[] = [
  ['burst'],
  ['together'],
  ['hosts'],
  ['click'],
  ['cold', 'price'],
  ['growth'],
];

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const bundles = await buildBundles();
  const bursts: BurstRow[] = [];
  const measure: Record<Section, () => Promise<string>> = {
    burst: async () => {
      bursts.push(...(await measureBursts(bundles, options, progress)));
      return burstReport(bursts);
    },
    together: async () => togetherReport(await measureTogether(bundles, options, progress)),
    hosts: async () => hostsReport(await measureHosts(bundles, options, progress)),
    click: async () => clickReport(await clickCosts(bundles, options)),
    cold: async () =>
      coldReport(
        await measureColdStarts(bundles, options.against, progress),
        packagesIn(bundles.ours, 'slack'),
        await measureStorm(),
      ),
    growth: async () => growthReport(await measureGrowth(bundles, options, progress)),
    price: async () => priceReport(await measureSession(bundles, options.seed)),
  };
  const reports: string[] = [];
  for (const together of GROUPS) {
    const sections = together.filter((section) => options.sections.includes(section));
    for (const report of await Promise.all(sections.map((section) => measure[section]()))) {
      console.log(`\n${report}\n`);
      reports.push(report);
    }
  }
  const line = machineLine(options, process.uptime());
  console.log(line);
  // A part of a run must not replace a whole one.
  if (options.sections.length === SECTIONS.length) {
    writePage([line, ...reports].join('\n\n'));
    writePicture(burstSvg(bursts.filter(({ weather }) => weather === WEATHERS[1]?.name)));
  }
  const failed = failures(bursts);
  for (const failure of failed) console.error(`FAILED: ${failure}`);
  // Sleeping naive code and idle connections would keep the process.
  process.exit(failed.length > 0 ? 1 : 0);
}

async function clickCosts(bundles: Bundles, options: Options) {
  const cost = async (name: string, subject: 'ours' | 'naive', measured = bundles) => {
    progress(`one click: ${name}`);
    return { name, cost: await measureClick(subject, measured, options) };
  };
  const { against } = options;
  const costs = [await cost('**Groom**', 'ours'), await cost('naive', 'naive')];
  if (against === undefined) return costs;
  const other = { ...bundles, ours: { ...bundles.ours, slack: `${against}/slack.js` } };
  return [...costs, await cost('the other version', 'ours', other)];
}

const progress = (text: string): void => {
  process.stderr.write(`${process.uptime().toFixed(0).padStart(5)} s  ${text}\n`);
};

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
