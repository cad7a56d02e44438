import type { Millis } from '../time.ts';
import { defined } from './defined.ts';
import type { Refused } from './refusal.ts';
import { type RoundRef, roundKey } from './round/round.ts';
import type { Game, Session } from './session.ts';

/**
 * Attributes of the session to set, or to remove where they are `null`. A revealed round is added to the unfrozen
 * ones.
 */
export type Changes = Partial<
  Pick<
    Game,
    | 'status'
    | 'story'
    | 'round'
    | 'order'
    | 'left'
    | 'skipped'
    | 'lastStory'
    | 'estimates'
    | 'creatorId'
    | 'creatorActedAt'
    | 'endedAt'
    | 'times'
    | 'nudgedAt'
    | 'ranOut'
  >
> & { freeze?: RoundRef; hostName?: null; revealAt?: null; deadlineAt?: Millis | null };

export type Decision =
  | { kind: 'change'; changes: Changes }
  /** The wish is already fulfilled, by an earlier tap on the same button. */
  | { kind: 'done' }
  | Refused;

export const change = (changes: Changes): Decision => ({ kind: 'change', changes });

/** The session once these changes are written. */
export function afterChanges(session: Session, changes: Changes): Session {
  const { freeze, hostName, revealAt, deadlineAt = session.deadlineAt, ...attributes } = changes;
  return defined({
    ...session,
    ...attributes,
    hostName: hostName === null ? undefined : session.hostName,
    revealAt: revealAt === null ? undefined : session.revealAt,
    deadlineAt: deadlineAt ?? undefined,
    unfrozen: freeze ? [...session.unfrozen, roundKey(freeze)] : session.unfrozen,
    version: session.version + 1,
  });
}
