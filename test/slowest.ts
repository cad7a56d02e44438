import type { Reporter, TestModule } from 'vitest/node';

/** Printed at the end: enough to see which file has grown. */
const FILES = 10;

/** Lists the files that took longest, so that a run that has become slow says by what. */
export class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= FILES) return;
    const files = modules.map((file) => ({ path: file.relativeModuleId, seconds: secondsOf(file) }));
    files.sort((a, b) => b.seconds - a.seconds);
    console.log('\nThe slowest files, in seconds:');
    for (const { path, seconds } of files.slice(0, FILES)) {
      console.log(`${seconds.toFixed(1).padStart(6)}  ${path}`);
    }
  }
}

/** With what is done before and after its tests. */
function secondsOf(file: TestModule): number {
  const { duration, collectDuration, setupDuration } = file.diagnostic();
  return (duration + collectDuration + setupDuration) / 1000;
}
