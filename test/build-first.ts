import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What tests use that is built, what it is built from, and how. */
const BUILDS = [
  {
    built: ['dist/slack.js', 'dist/publish.js', 'dist/groom.js'],
    from: ['src', 'blocks', 'handlers', 'scripts', 'package-lock.json', 'slack-manifest.yml'],
    by: ['scripts/build.ts'],
  },
  {
    built: ['playground/web/dist/index.html'],
    from: ['playground', 'stand-ins', 'package-lock.json'],
    by: ['node_modules/vite/bin/vite.js', 'build', 'playground/web', '--logLevel', 'warn'],
  },
];

/** Builds whatever is older than its sources, before the tests and before every further run in watch mode. */
export async function setup(project: TestProject): Promise<void> {
  await buildWhatIsOld();
  project.onTestsRerun(buildWhatIsOld);
}

async function buildWhatIsOld(): Promise<void> {
  const old = BUILDS.filter(({ built, from }) => oldest(built) < newest(from));
  await Promise.all(old.map(({ by }) => build(by)));
}

async function build(args: string[]): Promise<void> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: root });
  console.log(`${stdout}${stderr}`.trim());
}

/** Ms since the epoch; 0 if one of them is missing. */
function oldest(paths: readonly string[]): number {
  return Math.min(
    ...paths.map((path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0),
  );
}

/** Ms since the epoch. Folders count too: a file that has been removed changes its folder. */
function newest(paths: readonly string[]): number {
  const all = paths.flatMap((path) => [path, ...contents(path)]);
  return Math.max(...all.map((path) => statSync(join(root, path)).mtimeMs));
}

/** Paths below a folder, without what is built into it; none below a file. */
function contents(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => !name.includes(join('web', 'dist')));
}
