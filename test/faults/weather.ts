import { randomNumbers } from '../simulation/core/random.ts';
import type { Service } from './network/answers.ts';
import { type Fault, HANGING_FAULTS, type Instead, QUICK_FAULTS } from './network/faults.ts';
import type { Fate } from './network/invocation.ts';

/** `quick`: faults that answer at once. `hanging`: calls that time out. `crashes`: invocations that die, too. */
export type Climate = 'quick' | 'hanging' | 'crashes';

/** A call that goes wrong goes wrong again so often at most: beyond what the AWS SDK retries. */
const LONGEST_OUTAGE = 4;

/** What happens to a request, and the random numbers that say how. */
export interface Strike {
  fault: Fault | Instead;
  random: () => number;
}

/** Two deliveries of one post would be two messages, but nothing delivers a post twice: nobody retries it. */
const NEVER_TWICE = /^(chat\.postMessage|views\.)/;

/**
 * What goes wrong in a schedule. It depends on nothing but the seed, what the request is about, and the how-many-th
 * such request it is: not on the order in which the requests of several people happen to come.
 */
export class Weather {
  readonly #seed: string;
  readonly #faults: Record<Service, readonly Fault[]>;
  readonly #rate: Record<Service, number>;
  readonly #crashRate: number;
  readonly #deliveryRate: number;
  readonly #counts = new Map<string, number>();
  readonly #outages = new Map<string, { fault: Fault; left: number }>();
  /** Every fault so far, for people to read. */
  readonly happened: string[] = [];
  calm = false;

  constructor(climate: Climate, seed: number) {
    this.#seed = `${climate} ${seed}`;
    const random = this.#random('climate');
    const kinds = climate === 'hanging' ? HANGING_FAULTS : QUICK_FAULTS;
    // Few kinds at a time, and now and then only one service: rarer combinations come up that way.
    const some = (faults: readonly Fault[]) => faults.filter(() => random() < 0.6);
    const rough = climate === 'quick' ? 0.12 : 0.05;
    const rate = () => (random() < 0.25 ? 0 : 0.01 + random() * rough);
    this.#faults = {
      DynamoDB: some(kinds.DynamoDB),
      SQS: some(kinds.SQS),
      Slack: some(kinds.Slack),
    };
    this.#rate = { DynamoDB: rate(), SQS: rate(), Slack: rate() * 2 };
    this.#crashRate = climate === 'crashes' ? 0.05 + random() * 0.2 : 0;
    this.#deliveryRate = climate === 'hanging' ? 0 : random() * 0.15;
  }

  strikes(service: Service, label: string): Strike | undefined {
    const key = `${service}: ${label}`;
    const random = this.#random(`${key} ${this.#count(key)}`);
    if (this.calm) return undefined;
    const outage = this.#outages.get(key);
    if (outage && outage.left > 0) {
      outage.left -= 1;
      return this.#note(key, outage.fault, random);
    }
    if (random() >= this.#rate[service]) return undefined;
    const kinds = this.#faults[service].filter((kind) => kind !== 'twice' || !NEVER_TWICE.test(label));
    const fault = kinds[Math.floor(random() * kinds.length)];
    if (!fault) return undefined;
    if (random() < 0.4) this.#outages.set(key, { fault, left: Math.ceil(random() * LONGEST_OUTAGE) });
    return this.#note(key, fault, random);
  }

  /** What happens to an invocation. */
  fate(label: string, isDelivery: boolean): Fate {
    const random = this.#random(`${label} ${this.#count(label)}`);
    if (this.calm) return {};
    const fate: Fate = {};
    if (random() < this.#crashRate) {
      fate.death = { call: 1 + Math.floor(random() * (isDelivery ? 9 : 4)), after: random() < 0.5 };
    }
    if (isDelivery && random() < this.#deliveryRate) fate.twice = random() < 0.5 ? 'in turn' : 'at once';
    if (isDelivery && random() < this.#deliveryRate) fate.delay = 100 + random() * 900;
    if (Object.keys(fate).length > 0) this.happened.push(`${label}: ${JSON.stringify(fate)}`);
    return fate;
  }

  #note(key: string, fault: Fault, random: () => number) {
    this.happened.push(`${key}: ${fault}`);
    return { fault, random };
  }

  #count(key: string): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }

  #random(key: string): () => number {
    return randomNumbers(hash(`${this.#seed} ${key}`));
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
