import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Mutant, mutated } from './mutants-of.ts';

/** How some tests ended; `failed` names the first that did. */
export type Run = { kind: 'passed' } | { kind: 'failed'; failed: string } | { kind: 'timeout' };

const NOT_COPIED = ['.git', '.cache', 'node_modules'];
const FAILED = /^\s*FAIL\s+(.+)$/m;

/** A copy of the repository, in which one mutant after the other is tested; gone in the end, with all its processes. */
export class Workbench {
  readonly #folder = mkdtempSync(join(tmpdir(), 'groom-mutants-'));
  readonly #root: string;
  #tests: ChildProcess | undefined;

  constructor(root: string) {
    this.#root = root;
    const filter = (path: string) => !NOT_COPIED.includes(basename(path));
    cpSync(root, this.#folder, { recursive: true, preserveTimestamps: true, filter });
    symlinkSync(join(root, 'node_modules'), join(this.#folder, 'node_modules'));
  }

  put(mutant: Mutant): void {
    const original = readFileSync(join(this.#root, mutant.path), 'utf8');
    writeFileSync(join(this.#folder, mutant.path), mutated(original, mutant));
  }

  takeOut({ path }: Mutant): void {
    cpSync(join(this.#root, path), join(this.#folder, path));
  }

  /** Up to the first failure. `limit` in ms. */
  async run(tests: readonly string[], { workers, limit }: { workers: string; limit: number }): Promise<Run> {
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--bail=1', `--maxWorkers=${workers}`];
    const child = spawn(process.execPath, [...vitest, ...tests], {
      cwd: this.#folder,
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, which can be stopped as a whole.
      detached: true,
    });
    this.#tests = child;
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => output.push(String(chunk)));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#stop();
    }, limit);
    const code = await new Promise((resolve) => child.once('close', resolve));
    clearTimeout(timer);
    this.#tests = undefined;
    if (late) return { kind: 'timeout' };
    if (code === 0) return { kind: 'passed' };
    return { kind: 'failed', failed: FAILED.exec(output.join(''))?.[1] ?? 'the build' };
  }

  clear(): void {
    this.#stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #stop(): void {
    if (this.#tests?.pid === undefined) return;
    try {
      process.kill(-this.#tests.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}
