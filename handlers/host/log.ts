import { AsyncLocalStorage } from 'node:async_hooks';
import type { Log, LogFields } from '../../src/ports/log.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const invocation = new AsyncLocalStorage<LogFields>();

/** Runs an invocation; everything that is logged in it carries these fields, such as its request id. */
export function withLogFields<T>(fields: LogFields, run: () => Promise<T>): Promise<T> {
  return invocation.run(fields, run);
}

/** One JSON object a line, on the standard output, where Lambda picks it up. */
export function createLog(level: LogLevel, fields: LogFields = {}): Log {
  const write =
    (own: LogLevel) =>
    (message: string, more: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      const time = new Date().toISOString();
      const line = { time, level: own, message, ...fields, ...invocation.getStore(), ...more };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}
