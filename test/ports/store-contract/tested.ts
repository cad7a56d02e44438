import { ulid } from 'ulid';
import type { Session } from '../../../src/game/session.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { Millis } from '../../../src/time.ts';
import type { ManualClock } from '../../clock.ts';
import { aSession } from '../../game/a-session.ts';

/** A store to be tested, and the clock that it goes by. */
export interface StoreBackend {
  store: Store;
  clock: ManualClock;
  close(): Promise<void>;
}

/** How long a session of the tested store lives after its last change. */
export const SESSION_TTL_HOURS = 2;

/** What a contract needs of a backend, which is there only once the tests run. */
export interface Tested {
  readonly store: Store;
  readonly clock: ManualClock;
  /** A new session in the store, as it reads; its id says that it began `at`. */
  create(changes?: Partial<Session>, at?: Millis): Promise<Session>;
  /** The session as it is now. */
  read(session: Session): Promise<Session>;
}

export function tested(backend: () => StoreBackend): Tested {
  const read: Tested['read'] = async ({ sessionId }) => {
    const session = await backend().store.session(sessionId);
    if (!session) throw new Error('the session is not there');
    return session;
  };
  return {
    get store() {
      return backend().store;
    },
    get clock() {
      return backend().clock;
    },
    read,
    async create(changes, at) {
      const session = aSession({ sessionId: ulid(at), ...changes });
      await backend().store.createSession(session, [{ number: 1, title: 'Add SSO login' }]);
      return read(session);
    },
  };
}
