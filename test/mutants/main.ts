import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Random, seededRandom } from '../../bench/random.ts';
import { Compiler } from './compiler.ts';
import { CONCERNED } from './concerned.ts';
import { type Mutant, mutantsOf, mutated } from './mutants-of.ts';
import { type Run, Workbench } from './workbench.ts';

/**
 * `npm run mutants -- [--sample 60] [--seed 1] [--only src/play] [--workers 1]`: changes one thing at a time in what
 * CONCERNED lists, and says which of these changes no test has noticed.
 */
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '1' },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const paths = Object.keys(CONCERNED).flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }).sort());
const compiler = new Compiler(root, paths);
const bench = new Workbench(root);
process.on('exit', () => bench.clear());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130));

/** For each list of tests, how long it may take, in ms. */
const limits = new Map<readonly string[], number>();

const killed = await judgeAll(sample(Number(values.sample), seededRandom(values.seed)));
console.log(`${killed.filter(Boolean).length} of ${killed.length} mutants killed, from seed ${values.seed}.`);

/** So many mutants that compile, drawn from all. */
function* sample(size: number, random: Random): Generator<Mutant> {
  const all = paths
    .filter((path) => path.startsWith(values.only))
    .flatMap((path) => mutantsOf(path, read(path)));
  const drawn = all.map((mutant) => ({ mutant, rank: random() })).sort((a, b) => a.rank - b.rank);
  let left = size;
  for (const { mutant } of drawn) {
    if (left === 0) return;
    if (!compiler.compiles(mutant.path, mutated(read(mutant.path), mutant))) continue;
    left--;
    yield mutant;
  }
}

/** Whether each was killed. */
async function judgeAll(mutants: Iterable<Mutant>): Promise<boolean[]> {
  const verdicts: boolean[] = [];
  for (const mutant of mutants) {
    const run = await judge(mutant);
    const how = { passed: 'LIVED', failed: 'killed', timeout: 'timeout' }[run.kind];
    const { path, line, from, to } = mutant;
    console.log(`${how.padEnd(8)}${path}:${line}  ${shortened(from)}  →  ${shortened(to)}`);
    if (run.kind === 'failed') console.log(`        by ${run.failed}`);
    verdicts.push(run.kind !== 'passed');
  }
  return verdicts;
}

/** What the concerned tests make of it, those first that are fast. */
async function judge(mutant: Mutant): Promise<Run> {
  const stages =
    Object.entries(CONCERNED).find(([folder]) => mutant.path.startsWith(`${folder}/`))?.[1] ?? [];
  for (const tests of stages) {
    const limit = limits.get(tests) ?? (await measure(tests));
    bench.put(mutant);
    const run = await bench.run(tests, { workers: values.workers, limit });
    bench.takeOut(mutant);
    if (run.kind !== 'passed') return run;
  }
  return { kind: 'passed' };
}

/** Runs tests without a mutant: they must pass, and a mutant may take three times as long. */
async function measure(tests: readonly string[]): Promise<number> {
  const began = performance.now();
  const run = await bench.run(tests, { workers: values.workers, limit: 3_600_000 });
  if (run.kind === 'failed') throw new Error(`${run.failed} fails without a mutant`);
  const limit = 60_000 + 3 * (performance.now() - began);
  limits.set(tests, limit);
  return limit;
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
