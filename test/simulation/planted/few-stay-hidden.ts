import { anonymousVotes } from '../scenarios/roles.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rule 25. */
export const fewStayHidden: readonly Planted[] = [
  {
    rule: 25,
    what: 'two anonymous votes are revealed',
    scenario: anonymousVotes,
    breaks: ['few votes stay hidden'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async slots(sessionId, of) {
            const slots = await store.slots(sessionId, of);
            const [first] = slots;
            return first ? [...slots, { ...first, userId: 'U0NOBODY' }] : slots;
          },
        }),
      }),
      'slack',
    ),
  },
  {
    rule: 25,
    what: 'what is left of three anonymous votes is shown',
    scenario: anonymousVotes,
    breaks: ['few votes stay hidden'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        createResult: (session, { tooFew: _, ...result }) => store.createResult(session, result),
      }),
    })),
  },
];
