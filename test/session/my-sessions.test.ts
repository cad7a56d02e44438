import { ulid } from 'ulid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { control } from '../../src/session/control.ts';
import type { Command } from '../../src/session/decide.ts';
import { freeze } from '../../src/session/freeze.ts';
import { readMySessions } from '../../src/session/my-sessions.ts';
import { castVote, join, stepOut } from '../../src/session/participation.ts';
import type { Session } from '../../src/session/session.ts';
import { DAY, SECOND } from '../../src/time.ts';
import { type LocalStore, startLocalStore } from '../store/local-store.ts';
import { ADA, aSession, CHANNEL, clickedAt, MESSAGE, TEAM } from './a-session.ts';

let local: LocalStore;
let clicks = 0;
/** Somebody new for each test: all share one table. */
let me = '';
let people = 0;

beforeAll(async () => {
  local = await startLocalStore();
});
afterAll(() => local.close());
beforeEach(() => {
  me = `U0ME${++people}`;
});

const STORIES = ['Add SSO login', 'Audit log', 'Dark mode'].map((title, index) => ({
  number: index + 1,
  title,
}));

const linkTo = async ({ messageTs }: Session) => `https://acme.slack.com/p${messageTs}`;
const read = (userId = me) =>
  readMySessions({ store: local.store, directory: local.directory, linkTo }, { teamId: TEAM, userId });

/** A session of Ada’s, and what people do in it, one second after the other. */
async function session(changes: Partial<Session> = {}) {
  const made = aSession({ sessionId: ulid(), createdAt: local.clock.now(), ...changes });
  const { sessionId, creatorId } = made;
  await local.store.createSession(
    { ...made, times: [{ story: 1, startedAt: local.clock.now() }] },
    STORIES,
  );
  const click = (userId: string) => {
    local.clock.advance(SECOND);
    const at = clickedAt(++clicks);
    return { sessionId, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, userId, at };
  };
  const now = async () => (await local.store.session(sessionId)) as Session;
  return {
    sessionId,
    now,
    join: (userId = me) => join(local.store, click(userId)),
    leave: (out: 'left' | 'observer') => stepOut(local.store, click(me), out),
    vote: async (card: string, userId = me) => castVote(local.store, click(userId), await now(), card),
    command: async (command: Command) => {
      const { userId, ...where } = click(creatorId);
      await control(local.store, sessionId, { ...where, userId }, command, local.clock.now());
    },
  };
}
