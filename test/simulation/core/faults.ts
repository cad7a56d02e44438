import type { Choices } from './choices.ts';

/** The ports through which an invocation touches the world; each call of one is an await. */
export type Port = 'store' | 'queue' | 'chat' | 'sleep';

/** What goes wrong with one call of a port. */
export type Fault =
  | 'none'
  /** It has no effect, and the caller is told: a refusal, a throttle, a 500. */
  | 'fails'
  /** It takes effect, but the caller is told that it timed out. */
  | 'done but lost'
  /** It takes effect; the client gets no answer and sends it again, and only that answer counts. */
  | 'repeated'
  /** It takes its time before it takes effect. */
  | 'slow'
  /** The caller is told that it timed out; it takes effect seconds later. */
  | 'lands late'
  /** A 429 with Retry-After. */
  | 'limited'
  /** A message twice in the queue. */
  | 'doubled'
  /** A message that reaches the queue after later ones. */
  | 'delayed'
  /** Some of a batch reach the queue, and the caller is told. */
  | 'done in part'
  /** The Lambda dies before the call takes effect … */
  | 'dies before'
  /** … or after it, so that nothing of what follows ever happens … */
  | 'dies after'
  /** … or while it is under way, and it lands seconds later. */
  | 'dies, lands late';

export const FAULTS: Record<Port, readonly Fault[]> = {
  store: ['fails', 'done but lost', 'repeated', 'slow', 'dies before', 'dies after'],
  queue: [
    'fails',
    'done but lost',
    'slow',
    'doubled',
    'delayed',
    'done in part',
    'dies before',
    'dies after',
  ],
  chat: [
    'fails',
    'done but lost',
    'slow',
    'lands late',
    'limited',
    'dies before',
    'dies after',
    'dies, lands late',
  ],
  sleep: ['dies before'],
};

/** What only a message that is sent may suffer. */
const IN_THE_QUEUE: readonly Fault[] = ['doubled', 'delayed', 'done in part'];

function faultsOf({ port, method }: Pick<Call, 'port' | 'method'>): readonly Fault[] {
  const faults = FAULTS[port];
  return method === 'send' ? faults : faults.filter((fault) => !IN_THE_QUEUE.includes(fault));
}

export interface Call {
  port: Port;
  method: string;
  /** `slack 3`, `publish 7`. */
  caller: string;
  /** Which call of all this is, from 1. */
  number: number;
}

export type FaultPlan = (call: Call) => Fault;

export const noFaults: FaultPlan = () => 'none';

/** Up to `most` faults, at random. They end, because what is promised is promised for the time after them. */
export function randomFaults(choices: Choices, most = 5): FaultPlan {
  let left = choices.pick(most + 1, 'detail');
  return (call) => {
    if (left === 0) return 'none';
    const faults = faultsOf(call);
    const chosen = choices.pick(faults.length + 1, 'fault');
    if (chosen > 0) left -= 1;
    return faults[chosen - 1] ?? 'none';
  };
}

/** One fault, at one call; none if that call cannot fail so. */
export function faultAt(number: number, fault: Fault): FaultPlan {
  return (call) => (call.number === number && faultsOf(call).includes(fault) ? fault : 'none');
}

/** One fault, at the first call that is meant. */
export function faultOnce(fault: Fault, isMeant: (call: Call) => boolean): FaultPlan {
  let done = false;
  return (call) => {
    if (done || !isMeant(call)) return 'none';
    done = true;
    return fault;
  };
}

/** The first plan that has something to say. */
export function eitherOf(...plans: readonly FaultPlan[]): FaultPlan {
  return (call) => plans.map((plan) => plan(call)).find((fault) => fault !== 'none') ?? 'none';
}
