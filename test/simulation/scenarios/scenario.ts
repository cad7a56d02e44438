import type { FinalState } from '../checks/final-state.ts';
import type { Violation } from '../checks/violation.ts';
import type { FaultPlan } from '../core/faults.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world.ts';

/** A story that people play; how it goes in detail is a matter of choices. */
export interface Scenario {
  name: string;
  /** What each person does, side by side. */
  scripts(world: World, person: (userId: string) => Person): (() => Promise<unknown>)[];
  /** How many sessions there are in it; one unless it says otherwise. */
  sessions?: number;
  /** What a workspace's sessions believe that Slack takes; 50 unless it says otherwise. */
  updatesPerMinute?: number;
  /** Whether messages may be painted through clicks. */
  paintsThroughClicks?: boolean;
  /** The most faults at random; 5 unless it says otherwise. */
  mostFaults?: number;
  /** Faults that belong to the story itself: a fresh plan for every run. */
  faults?(): FaultPlan;
  /** What this story promises besides. */
  check?(world: World, states: readonly FinalState[]): Violation[] | Promise<Violation[]>;
}
