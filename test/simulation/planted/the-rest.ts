import { refValue } from '../../../blocks/ids.ts';
import type { Rendering } from '../../../src/ports/chat.ts';
import { lostPost } from '../scenarios/messages.ts';
import { revealAndVoteAgain } from '../scenarios/reveals.ts';
import { takeOver } from '../scenarios/roles.ts';
import { inPorts, overriding, type Planted } from './planted.ts';

/** Rules 8 to 10. */
export const theRest: readonly Planted[] = [
  {
    rule: 8,
    what: 'a post whose outcome is unknown is made again',
    scenario: lostPost,
    breaks: ['one message per session'],
    plant: inPorts(({ chat }) => ({
      chat: overriding(chat, {
        async post(channelId: string, message: Rendering) {
          const posted = await chat.post(channelId, message);
          const unknown = !posted.ok && posted.failure.kind === 'unknown';
          return unknown ? chat.post(channelId, message) : posted;
        },
      }),
    })),
  },
  {
    rule: 8,
    what: 'a click does not adopt its message',
    scenario: lostPost,
    breaks: ['one message per session'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, { bindMessage: async () => false }),
    })),
  },
  {
    rule: 9,
    what: 'a click counts for the running round, whatever round its button was drawn for',
    scenario: revealAndVoteAgain,
    breaks: ['counted is cast', 'control is conditional'],
    plant: {
      click(control, { commits }) {
        const now = commits.at(-1)?.after;
        if (!now || typeof control.action.value !== 'string') return control;
        const drawn = refValue(control.ref);
        const value = control.action.value.replace(drawn, refValue(now));
        return { ...control, action: { ...control.action, value } };
      },
    },
  },
  {
    rule: 10,
    what: 'a take-over is not conditional on what was read',
    scenario: takeOver,
    breaks: ['control is conditional'],
    plant: inPorts(({ store }) => ({
      store: overriding(store, {
        async commit(session, changes, action) {
          const now = changes.creatorId ? await store.session(session.sessionId) : session;
          return store.commit({ ...session, version: now?.version ?? 0 }, changes, action);
        },
      }),
    })),
  },
];
