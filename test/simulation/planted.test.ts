import { describe, expect, it } from 'vitest';
import { failuresAreBorne } from './planted/failures-are-borne.ts';
import { fewStayHidden } from './planted/few-stay-hidden.ts';
import { nobodyIsPassedOver } from './planted/nobody-is-passed-over.ts';
import { paintedThroughClicks } from './planted/painted-through-clicks.ts';
import { roundsStand } from './planted/rounds-stand.ts';
import { runningIsListed } from './planted/running-is-listed.ts';
import { shownIsTheState } from './planted/shown-is-the-state.ts';
import { theRest } from './planted/the-rest.ts';
import { timeIsKept } from './planted/time-is-kept.ts';
import { toldIsCounted } from './planted/told-is-counted.ts';
import { turnsAreTaken } from './planted/turns-are-taken.ts';
import { searchAtRandom } from './search/random.ts';
import { report } from './search/report.ts';

/** A violation that takes longer to find than this is not seen. */
const SCHEDULES = 4000;

const planted = [
  ...toldIsCounted,
  ...shownIsTheState,
  ...theRest,
  ...timeIsKept,
  ...nobodyIsPassedOver,
  ...fewStayHidden,
  ...roundsStand,
  ...failuresAreBorne,
  ...runningIsListed,
  ...turnsAreTaken,
  ...paintedThroughClicks,
];

describe('The checks', () => {
  it('should have something planted against every rule of the protocol', () => {
    const rules = Array.from({ length: 26 }, (_, index) => index + 1);
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(rules));
  });

  it.each(planted)(
    'should see rule $rule violated: $what',
    async ({ rule, what, plant, scenario, breaks }) => {
      let seed = 1;
      for (let left = SCHEDULES; left > 0; ) {
        const { tried, failures } = await searchAtRandom({
          scenarios: [scenario],
          schedules: left,
          seed,
          plant,
        });
        const [found] = failures;
        expect(found, `nothing found in ${SCHEDULES} schedules`).toBeDefined();
        if (!found) return;
        left -= tried;
        seed += tried;
        if (!found.violations.some(({ promise }) => breaks.includes(promise))) continue;
        console.log(
          `Rule ${rule} (${what}): found after ${seed - 1} schedules.\n${await report(found.schedule)}`,
        );
        return;
      }
      expect.fail(`only other promises were broken in ${SCHEDULES} schedules`);
    },
  );
});
