import type { Log } from '../src/ports/log.ts';

/** Where nobody reads the log. */
export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };
