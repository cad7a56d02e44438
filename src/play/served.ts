import { isServed, type TokenOwner } from '../game/place.ts';
import { failureText, type Outcome } from '../ports/chat.ts';
import type { Directory } from '../ports/directory.ts';
import { errorFields, type Log } from '../ports/log.ts';
import type { Served } from '../ports/served.ts';
import { type Clock, HOUR, type Millis } from '../time.ts';

interface ServedOptions {
  directory: Pick<Directory, 'tokenOwner' | 'saveTokenOwner'>;
  /** Asks Slack whose our token is. Absent where Slack must not be asked: before an ack. */
  ask?: () => Promise<Outcome<TokenOwner>>;
  log: Log;
  now: Clock;
}

/** How long an answer is believed. */
const FRESH: Millis = HOUR;

/**
 * Finds out whose our token is, and remembers it: in the container, and in the directory, where those find it who may
 * not ask. Begins at once. Where it can't be found out nobody is turned away.
 * https://docs.slack.dev/reference/methods/auth.test
 */
export function createServed({ directory, ask, log, now }: ServedOptions): Served {
  async function learn(): Promise<TokenOwner | undefined> {
    const remembered = await directory.tokenOwner();
    const told = await ask?.();
    if (!told) return remembered;
    if (!told.ok) {
      log.warn('owner of the token not known', { reason: failureText(told.failure) });
      return remembered;
    }
    const { teamId, enterpriseId } = told.value;
    const isNew = teamId !== remembered?.teamId || enterpriseId !== remembered.enterpriseId;
    if (isNew) await directory.saveTokenOwner(told.value);
    return told.value;
  }

  function look() {
    return {
      since: now(),
      found: learn().catch((error: unknown) => {
        log.warn('owner of the token not known', errorFields(error));
        return undefined;
      }),
    };
  }

  let looked = look();

  async function known(): Promise<TokenOwner | undefined> {
    const isFresh = (await looked.found) !== undefined && now() - looked.since < FRESH;
    if (!isFresh) looked = look();
    return looked.found;
  }

  return {
    async serves(where) {
      const owner = await known();
      return !owner || isServed(owner, where);
    },
    async mayServe(teamId) {
      const owner = await known();
      return !owner || owner.enterpriseId !== undefined || isServed(owner, { teamId });
    },
  };
}
