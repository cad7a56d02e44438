import fc from 'fast-check';

/** The same cases every time; another seed explores others: `FC_SEED=1 HOSTILE_RUNS=10 npx vitest run test/hostile`. */
const { FC_SEED = '20261122', HOSTILE_RUNS = '1' } = process.env;

/** Checks a property `runs` times. What fails is shrunk and printed with all that is needed to see it again. */
export async function holds<T>(
  cases: fc.Arbitrary<T>,
  runs: number,
  predicate: (given: T) => Promise<void>,
): Promise<void> {
  await fc.assert(fc.asyncProperty(cases, predicate), {
    seed: Number(FC_SEED),
    numRuns: Math.ceil(runs * Number(HOSTILE_RUNS)),
    // Shrinking goes through the whole app: enough of it to read the case.
    endOnFailure: process.env.HOSTILE_SHRINK === undefined,
  });
}
