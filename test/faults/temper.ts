import type { FunctionName } from '../../stand-ins/aws/template.ts';
import type { Service } from './network/answers.ts';
import { type Fault, HANGING_FAULTS, QUICK_FAULTS } from './network/faults.ts';
import type { Fate } from './network/invocation.ts';

/** What kind of thing goes wrong. */
export const CLIMATES = {
  quick: 'calls that fail at once, or take effect and seem to have failed',
  hanging: 'calls that are never answered, and may land when nobody expects it any more',
  crashes: 'functions that die at some call or other, among calls that fail',
  sweep: 'functions that die at each of their calls, one after another',
  deliveries: 'jobs that are delivered twice, one after the other or both at once, late and out of order',
} as const;
export type Climate = keyof typeof CLIMATES;

/** What one schedule of a climate is like. */
export interface Temper {
  faults: Record<Service, readonly Fault[]>;
  /** How probable it is that a request fails in one of these ways. */
  rate: Record<Service, number>;
  /** What happens to the `count`-th invocation of a kind. */
  fate(name: FunctionName, count: number, random: () => number): Fate;
}

type Random = () => number;

/** Calls of a function in one invocation: it has hardly ever more. */
const MOST_CALLS: Record<FunctionName, number> = { slack: 4, publish: 9 };
const SWEEPS = (['slack', 'publish'] as const).flatMap((name) =>
  Array.from({ length: MOST_CALLS[name] }, (_, index) => index + 1).flatMap((call) =>
    [false, true].map((after) => ({ name, death: { call, after } })),
  ),
);
/** Schedules that sweep over all calls once. */
export const SWEEP_LENGTH = SWEEPS.length;

export function temperOf(climate: Climate, seed: number, random: Random): Temper {
  switch (climate) {
    case 'quick':
      return { ...rough(QUICK_FAULTS, 0.12, random), fate: oddDeliveries(random() * 0.15) };
    case 'hanging':
      return { ...rough(HANGING_FAULTS, 0.05, random), fate: () => ({}) };
    case 'crashes': {
      const deaths = randomDeaths(0.05 + random() * 0.2);
      const deliveries = oddDeliveries(random() * 0.15);
      const fate: Temper['fate'] = (...of) => ({ ...deaths(...of), ...deliveries(...of) });
      return { ...rough(QUICK_FAULTS, 0.05, random), fate };
    }
    case 'sweep':
      return { ...CALM, fate: everyThird(SWEEPS[(seed - 1) % SWEEPS.length] ?? SWEEPS[0]) };
    case 'deliveries':
      return { ...CALM, fate: oddDeliveries(0.3 + random() * 0.5) };
  }
}

const CALM = {
  faults: { DynamoDB: [], SQS: [], Slack: [] },
  rate: { DynamoDB: 0, SQS: 0, Slack: 0 },
};

/** Few kinds at a time, and now and then only one service: rarer combinations come up that way. */
function rough(kinds: Record<Service, readonly Fault[]>, roughness: number, random: Random) {
  const some = (faults: readonly Fault[]) => faults.filter(() => random() < 0.6);
  const rate = () => (random() < 0.25 ? 0 : 0.01 + random() * roughness);
  return {
    faults: { DynamoDB: some(kinds.DynamoDB), SQS: some(kinds.SQS), Slack: some(kinds.Slack) },
    rate: { DynamoDB: rate(), SQS: rate(), Slack: rate() * 2 },
  };
}

function randomDeaths(rate: number): Temper['fate'] {
  return (name, _, random) => {
    if (random() >= rate) return {};
    return { death: { call: 1 + Math.floor(random() * MOST_CALLS[name]), after: random() < 0.5 } };
  };
}

/** Not the first one: that would be the same call of `/groom` every time. */
function everyThird(sweep: (typeof SWEEPS)[number] | undefined): Temper['fate'] {
  return (name, count) => (name === sweep?.name && count % 3 === 2 ? { death: sweep.death } : {});
}

function oddDeliveries(rate: number): Temper['fate'] {
  return (name, _, random) => {
    if (name !== 'publish') return {};
    const fate: Fate = {};
    if (random() < rate) fate.twice = random() < 0.5 ? 'in turn' : 'at once';
    if (random() < rate) fate.delay = 100 + random() * 900;
    return fate;
  };
}
