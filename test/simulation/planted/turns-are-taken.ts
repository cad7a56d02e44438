import { together } from '../scenarios/together.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rule 21. */
export const turnsAreTaken: readonly Planted[] = [
  {
    rule: 23,
    what: 'every process knows only its own calls',
    scenario: together,
    breaks: ['sessions take turns'],
    plant: inPorts(({ directory }) => ({
      directory: overriding(directory, { share: async () => undefined, saveShare: async () => true }),
    })),
  },
];
