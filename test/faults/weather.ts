import type { FunctionName } from '../../stand-ins/aws/template.ts';
import { randomNumbers } from '../simulation/core/random.ts';
import type { Service } from './network/answers.ts';
import type { Fault, Instead } from './network/faults.ts';
import type { Fate } from './network/invocation.ts';
import { type Climate, type Temper, temperOf } from './temper.ts';

/** How often the same call goes wrong in a row, at most: more often than the AWS SDK tries. */
const LONGEST_OUTAGE = 4;

/** What happens to a request, and the random numbers that say how. */
export interface Strike {
  fault: Fault | Instead;
  random: () => number;
}

/**
 * What goes wrong in a schedule. It depends on nothing but the seed, what the request is about, and how many
 * such requests came before it: not on the order in which the requests of several people happen to come.
 */
export class Weather {
  readonly #seed: string;
  readonly #temper: Temper;
  readonly #counts = new Map<string, number>();
  readonly #outages = new Map<string, { fault: Fault; left: number }>();
  /** Every fault so far, for people to read. */
  readonly happened: string[] = [];
  /** The faults are over. */
  calm = false;

  constructor(climate: Climate, seed: number) {
    this.#seed = `${climate} ${seed}`;
    this.#temper = temperOf(climate, seed, this.#random('temper'));
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
    const { faults, rate } = this.#temper;
    const fault = random() < rate[service] && faults[service][Math.floor(random() * faults[service].length)];
    if (!fault) return undefined;
    if (random() < 0.4) this.#outages.set(key, { fault, left: Math.ceil(random() * LONGEST_OUTAGE) });
    return this.#note(key, fault, random);
  }

  /** What happens to an invocation; `caller` is whose click it handles. */
  fate(name: FunctionName, caller: string): Fate {
    const count = this.#count(caller);
    if (this.calm) return {};
    const fate = this.#temper.fate(name, count, this.#random(`${caller} ${count}`));
    if (Object.keys(fate).length > 0) this.happened.push(`${caller}: ${JSON.stringify(fate)}`);
    return fate;
  }

  #note(key: string, fault: Fault, random: () => number): Strike {
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
