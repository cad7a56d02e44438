import type { Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../src/ports/log.ts';

/**
 * Bolt's and the Web API client's own messages, in our log. Their debug messages hold whole payloads, with
 * cards in them, and are dropped.
 */
export function createBoltLogger(log: Log): Logger {
  const line = (messages: unknown[]) => ({ detail: messages.map(String).join(' ').slice(0, 500) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...messages) => log.warn('bolt', line(messages)),
    error: (...messages) => log.error('bolt', line(messages)),
    setLevel: () => undefined,
    // Its type only: as a value it would bring all of Bolt into the publish bundle.
    getLevel: () => 'warn' as LogLevel,
    setName: () => undefined,
  };
}
