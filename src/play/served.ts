import { isServed, type TokenOwner } from '../game/place.ts';
import { failureText, type Outcome } from '../ports/chat.ts';
import type { Directory } from '../ports/directory.ts';
import { errorFields, type Log, type LogFields } from '../ports/log.ts';
import type { Served } from '../ports/served.ts';
import { type Clock, HOUR, type Millis } from '../time.ts';

interface ServedOptions {
  directory: Pick<Directory, 'tokenOwner' | 'saveTokenOwner'>;
  /** Asks Slack whose our token is. Absent where Slack must not be asked: before an ack. */
  ask?: () => Promise<Outcome<TokenOwner>>;
  log: Log;
  now: Clock;
}

interface Answer {
  owner: TokenOwner | undefined;
  /** Why it could not be found out now. */
  problem?: LogFields;
}

interface Look {
  since: Millis;
  answer: Promise<Answer>;
  /** Whether its problem is in the log. */
  isSaid?: boolean;
}

/** How long an answer is believed. */
const FRESH: Millis = HOUR;

/**
 * Finds out whose our token is, and remembers it: in the container, and in the directory, where those find it who may
 * not ask. Begins at once. Where it can't be found out nobody is turned away.
 * https://docs.slack.dev/reference/methods/auth.test
 */
export function createServed({ directory, ask, log, now }: ServedOptions): Served {
  async function learn(): Promise<Answer> {
    const remembered = await directory.tokenOwner();
    const told = await ask?.();
    if (!told) return { owner: remembered };
    if (!told.ok) return { owner: remembered, problem: { reason: failureText(told.failure) } };
    const { teamId, enterpriseId } = told.value;
    const isNew = teamId !== remembered?.teamId || enterpriseId !== remembered.enterpriseId;
    if (isNew) await directory.saveTokenOwner(told.value);
    return { owner: told.value };
  }

  const look = (): Look => ({
    since: now(),
    answer: learn().catch((error: unknown) => ({ owner: undefined, problem: errorFields(error) })),
  });

  let latest = look();

  async function known(): Promise<TokenOwner | undefined> {
    const isFresh = (await latest.answer).owner !== undefined && now() - latest.since < FRESH;
    if (!isFresh) latest = look();
    const asked = latest;
    const { owner, problem } = await asked.answer;
    // Here rather than where it happens: the line then says for which request, and only once.
    if (problem && !asked.isSaid) log.warn('owner of the token not known', problem);
    asked.isSaid = true;
    return owner;
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
