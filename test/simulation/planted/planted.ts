import type { PromiseName } from '../checks/violation.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { FunctionName, Plant, Ports } from '../world.ts';

/** A violation of one of the protocol's rules (their numbers are ARCHITECTURE.md's). */
export interface Planted {
  rule: number;
  what: string;
  plant: Plant;
  /** Where it is looked for. */
  scenario: Scenario;
  /** The promises of which at least one must be found broken. */
  breaks: readonly PromiseName[];
}

/** The same port, but for some methods. */
export function overriding<T extends object>(port: T, changes: Partial<T>): T {
  return new Proxy(port, {
    get: (target, method) => Reflect.get(changes, method) ?? Reflect.get(target, method),
  });
}

/** A plant in the ports of one of the functions, or of both. */
export function inPorts(change: (ports: Ports) => Partial<Ports>, only?: FunctionName): Plant {
  return {
    ports: (ports, of) => (only === undefined || only === of ? { ...ports, ...change(ports) } : ports),
  };
}
