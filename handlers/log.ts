import type { Log, LogFields } from '../src/log.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON object a line, on the standard output, where Lambda picks it up. */
export function createLog(level: LogLevel, fields: LogFields = {}): Log {
  const write =
    (own: LogLevel) =>
    (message: string, more: LogFields = {}) => {
      if (LOG_LEVELS.indexOf(own) < LOG_LEVELS.indexOf(level)) return;
      const time = new Date().toISOString();
      process.stdout.write(`${JSON.stringify({ time, level: own, message, ...fields, ...more })}\n`);
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/** An error as log fields: its own words and where it came from, never what it was about. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
  return { error: error.message, name: error.name, ...(error.stack && { stack: error.stack }), ...cause };
}
