import { isOver } from '../game/session.ts';
import type { Store } from '../ports/store.ts';
import { type Table, withoutHash } from './table.ts';

type Writes = 'beginPaint' | 'endPaint' | 'markTrouble' | 'detach' | 'attach';

/** What the publisher remembers of the message it paints. */
export function createPaintWrites({ patch, lifetime }: Table): Pick<Store, Writes> {
  return {
    beginPaint: async ({ sessionId, published: { paint: read } }, { at, streak, answer, trouble }) =>
      patch(sessionId, ({ published: { paint } }) => {
        if (paint.number !== read.number) return undefined;
        const begun = { ...withoutHash(paint), number: paint.number + 1, painting: true, at, streak };
        return {
          published: { paint: begun, ...(trouble && { trouble }) },
          ...(answer && { message: { answer } }),
        };
      }),

    endPaint: async (read, number, { hash, phase, againAt, trouble }) =>
      patch(read.sessionId, ({ published }) => {
        const { againAt: _, ...paint } = published.paint;
        if (paint.number !== number) return undefined;
        const shown = { ...(hash && { hash }), ...(phase && { phase }), ...(againAt && { againAt }) };
        return {
          published: { paint: { ...paint, painting: false, ...shown }, trouble },
          ...lifetime(read),
          message: {
            ...(hash && { farewell: undefined }),
            ...(isOver(read) && !read.message.unattended && { answer: undefined }),
          },
        };
      }),

    markTrouble: async (sessionId, number, trouble) =>
      patch(sessionId, ({ published: { paint } }) =>
        paint.number === number ? { published: { trouble } } : undefined,
      ),

    detach: async (sessionId, reason) =>
      patch(sessionId, ({ message }) =>
        message.detached === undefined ? { message: { detached: reason, farewell: reason } } : undefined,
      ),

    async attach(sessionId) {
      patch(sessionId, ({ published: { paint } }) => ({
        message: { detached: undefined },
        published: { paint: withoutHash(paint) },
      }));
    },
  };
}
