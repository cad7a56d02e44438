/**
 * One cold start in a fresh process: evaluates a built function as Lambda does, lets it begin, and hands it one
 * event if there is one. Reads a `ColdOrder` from the standard input; prints a `ColdStart`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate as turn } from 'node:timers/promises';
import { lambdaContext } from '../../stand-ins/aws/lambda-context.ts';

export interface ColdOrder {
  file: string;
  event?: unknown;
}

export interface ColdStart {
  /** Milliseconds from reading the file until the function has nothing more to do by itself. */
  initMs: number;
  /** CPU time of the same, all threads. */
  initCpuMs: number;
  /** Milliseconds of the first event. */
  firstMs?: number;
  /** CPU time of the same. */
  firstCpuMs?: number;
}

const { file, event } = JSON.parse(readFileSync(0, 'utf8')) as ColdOrder;
const require = createRequire(import.meta.url);
const cpu = process.cpuUsage();
const began = performance.now();
const { handler } = require(file) as { handler: (event: unknown, context: unknown) => Promise<unknown> };
await turn();
const initMs = performance.now() - began;
const start: ColdStart = { initMs, initCpuMs: cpuMs() };
if (event) {
  await handler(event, lambdaContext('slack', 1024, Date.now() + 10_000));
  start.firstMs = performance.now() - began - initMs;
  start.firstCpuMs = cpuMs() - start.initCpuMs;
}
process.stderr.write(JSON.stringify(start));
process.exit();

function cpuMs(): number {
  const { user, system } = process.cpuUsage(cpu);
  return (user + system) / 1000;
}
