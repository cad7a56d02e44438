/** What must hold once the faults have ended and the queue is empty. */
const PROMISES = [
  'no error',
  'it comes to rest',
  'nothing is dead',
  'shown is the state',
  'only stored results are shown',
  'told is counted',
  'told too late is not counted',
  'withdrawn is not counted',
  'counted is cast',
  'one result per revealed round',
  'everyone takes part as they said',
  'one message per session',
  'acknowledged is done',
  'control is conditional',
  'the creator is told',
  'time is kept',
  'nobody is passed over',
  'few votes stay hidden',
  'reasons are shown as told',
  'the history is the state',
  'what runs is listed',
  'a refused picture is not offered again',
  'no pause holds a session',
  'sessions take turns',
] as const;
export type PromiseName = (typeof PROMISES)[number];

/** A promise that was broken, and how. */
export interface Violation {
  promise: PromiseName;
  text: string;
}

export const violation = (promise: PromiseName, text: string): Violation => ({ promise, text });
