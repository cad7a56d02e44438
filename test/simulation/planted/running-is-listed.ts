import { agreement } from '../scenarios/agreements.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rule 21. */
export const runningIsListed: readonly Planted[] = [
  {
    rule: 21,
    what: 'that a session is listed is noted before it is',
    scenario: agreement,
    breaks: ['what runs is listed'],
    plant: inPorts(({ store, directory }) => {
      let held: (() => Promise<void>)[] = [];
      return {
        directory: overriding(directory, {
          async listSession(...given) {
            held.push(() => directory.listSession(...given));
          },
        }),
        store: overriding(store, {
          async markListed(...given) {
            await store.markListed(...given);
            await Promise.all(held.map((list) => list()));
            held = [];
          },
        }),
      };
    }, 'publish'),
  },
];
