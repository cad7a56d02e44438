import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { Slowest } from './test/slowest.ts';

/** Folders whose tests take longest, the longest first. */
const LONGEST = [
  'faults',
  'simulation',
  'process',
  'upgrade',
  'app',
  'hostile',
  'browser',
  'playground',
  'play',
];

/** Begins with what takes longest, so that no worker is at it while the others have nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((folder) => moduleId.includes(`/test/${folder}/`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-first.ts'],
    setupFiles: ['test/seed.ts'],
    // Bundles are loaded afresh by an experimental feature of node:vm, which says so every time.
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // More than there are processors: many a test waits for a second to pass.
    maxWorkers: availableParallelism() + 2,
    // Files share a process, one after the other: loading everything afresh for each took a third of all time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new Slowest()],
    slowTestThreshold: 2000,
    // For a busy machine; a test that takes 2 s says so.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
