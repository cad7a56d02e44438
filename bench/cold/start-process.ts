import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { ColdOrder, ColdStart } from './start.ts';

const script = fileURLToPath(new URL('start.ts', import.meta.url));

/** A cold start in a fresh process, which Node runs with these arguments. Rejects if it fails. */
export async function startCold(
  order: ColdOrder,
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<ColdStart> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args, script], {
    env: { ...process.env, ...env },
  });
  child.stdout.resume();
  child.stdin.end(JSON.stringify(order));
  const answer = await text(child.stderr);
  if (!answer.startsWith('{')) throw new Error(`${order.file} did not start: ${answer}`);
  return JSON.parse(answer) as ColdStart;
}
