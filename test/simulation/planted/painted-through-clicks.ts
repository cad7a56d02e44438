import { throughClicks } from '../scenarios/through-clicks.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rule 18. */
export const paintedThroughClicks: readonly Planted[] = [
  {
    rule: 18,
    what: 'nothing is painted once more after a picture through a click',
    scenario: throughClicks,
    breaks: ['shown is the state'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        endPaint: (session, number, { againAt: _, ...shown }) => store.endPaint(session, number, shown),
      }),
    })),
  },
  {
    rule: 18,
    what: 'what is painted once more goes through a click, too',
    scenario: throughClicks,
    breaks: ['shown is the state'],
    plant: (() => {
      let latest = '';
      return inPorts(({ chat }) => ({
        chat: overriding(chat, {
          replaceThrough(url, rendering) {
            latest = url;
            return chat.replaceThrough(url, rendering);
          },
          async update(channelId, ts, rendering) {
            return latest === ''
              ? chat.update(channelId, ts, rendering)
              : chat.replaceThrough(latest, rendering);
          },
        }),
      }));
    })(),
  },
];
