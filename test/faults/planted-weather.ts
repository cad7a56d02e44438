import type { Service } from './network/answers.ts';
import type { Fault, Instead } from './network/faults.ts';
import { type Strike, Weather } from './weather.ts';

/** Fair weather, except that what happens to some requests is known beforehand. */
export class PlantedWeather extends Weather {
  readonly #where: RegExp;
  readonly #fault: Fault | Instead;
  readonly #isMeant: (count: number) => boolean;
  #count = 0;

  /** @param isMeant which of the requests that `where` fits, counted from 1; all if absent */
  constructor(seed: number, where: RegExp, fault: Fault | Instead, isMeant = (_count: number) => true) {
    super('quick', seed);
    this.#where = where;
    this.#fault = fault;
    this.#isMeant = isMeant;
  }

  override strikes(service: Service, label: string): Strike | undefined {
    // A violation is one for good.
    const isOver = this.calm && typeof this.#fault === 'string';
    if (isOver || !this.#where.test(`${service} ${label}`)) return undefined;
    this.#count += 1;
    if (!this.#isMeant(this.#count)) return undefined;
    this.happened.push(`${service}: ${label}: planted`);
    return { fault: this.#fault, random: () => 0.5 };
  }

  override fate(): Record<string, never> {
    return {};
  }
}
