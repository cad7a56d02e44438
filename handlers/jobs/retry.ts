import { type Millis, SECOND } from '../../src/time.ts';

/** After an error that is none of Slack's rate limits: soon, for the whole group waits. */
export const RETRY: Millis = 1.5 * SECOND;
