import type { Session } from '../../../src/game/session.ts';
import type { Store } from '../../../src/ports/store.ts';
import { countdownAndJoin, firstStory } from '../scenarios/clocks.ts';
import type { Ports } from '../world.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rule 24. */
export const nobodyIsPassedOver: readonly Planted[] = [
  {
    rule: 24,
    what: 'whoever has no card is not waited for',
    scenario: countdownAndJoin,
    breaks: ['nobody is passed over'],
    plant: inPorts(({ store }) => withoutTheMissing(store), 'publish'),
  },
  {
    rule: 24,
    what: 'two who have voted are everyone',
    scenario: firstStory,
    breaks: ['nobody is passed over'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          participants: async (sessionId) => [
            ...(await store.participants(sessionId)),
            { userId: 'U0NOBODY', role: 'voter', at: '0000000000.000000' },
          ],
          slots: async (sessionId, of) => {
            const slots = await store.slots(sessionId, of);
            const [first] = slots;
            return first ? [...slots, { ...first, userId: 'U0NOBODY', at: '0000000000.000001' }] : slots;
          },
          async session(sessionId) {
            const session = await store.session(sessionId);
            return session && { ...session, options: { ...session.options, lobby: true } };
          },
        }),
      }),
      'publish',
    ),
  },
  {
    rule: 24,
    what: 'a countdown over a changed roster',
    scenario: countdownAndJoin,
    breaks: ['nobody is passed over'],
    plant: inPorts(
      ({ store }) => ({
        store: overriding(store, {
          async beginCountdown(session, revealAt) {
            const now = await store.session(session.sessionId);
            return store.beginCountdown({ ...session, ...rosterOf(now) }, revealAt);
          },
        }),
      }),
      'publish',
    ),
  },
];

/** Only those with a card are known. */
function withoutTheMissing(store: Store): Partial<Ports> {
  return {
    store: overriding(store, {
      async participants(sessionId) {
        const session = await store.session(sessionId);
        const slots = session ? await store.slots(sessionId, session) : [];
        const voted = new Set(slots.map(({ userId }) => userId));
        const participants = await store.participants(sessionId);
        return session?.status === 'voting'
          ? participants.filter(({ userId }) => voted.has(userId))
          : participants;
      },
    }),
  };
}

const rosterOf = (session: Session | undefined) =>
  session?.rosterVersion === undefined ? {} : { rosterVersion: session.rosterVersion };
