import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Session } from '../../game/session.ts';
import { keptUntil, lifetimeOf } from '../../ports/retention.ts';
import { type Clock, type EpochSeconds, epochSeconds } from '../../time.ts';
import { entities } from './entities.ts';

export interface DynamoStoreOptions {
  client: DynamoDBClient;
  table: string;
  /** How long a session lives after its last change. */
  sessionTtlHours: number;
  now: Clock;
}

/** ElectroDB then answers `{ rejected: true }` for a failed condition instead of throwing error 4001. */
export const CONDITIONAL = { returnOnConditionCheckFailure: true } as const;

/** The table's entities, and what reading and writing them has in common. */
export function openTable({ client, table, sessionTtlHours, now }: DynamoStoreOptions) {
  const db = entities(client, table);
  const seconds = (): number => epochSeconds(now());
  const change = (sessionId: string) => db.session.patch({ sessionId });
  type Where = Parameters<ReturnType<ReturnType<typeof change>['set']>['where']>[0];
  /** DynamoDB deletes what has expired only days later; until then it must not be changed any more. */
  const alive: Where = ({ expirationTime }, { gt }) => gt(expirationTime, seconds());
  return {
    db,
    now,
    seconds,
    /** A change of a session; to be made on condition that it is `alive`. */
    change,
    alive,
    /** What a change makes of the lifetime of a session. */
    lifetime: (session: Session, changedAt = now()) => lifetimeOf(session, changedAt, sessionTtlHours),
    /** What every item carries besides its own attributes: it is kept as long as its session can be. */
    owned: ({ sessionId, teamId }: Pick<Session, 'sessionId' | 'teamId'>) => ({
      sessionId,
      teamId,
      expirationTime: keptUntil(sessionId, now),
    }),
    /** Whether an item that was read still counts. */
    isKept: ({ expirationTime }: { expirationTime: EpochSeconds }): boolean => expirationTime > seconds(),
  };
}

export type Table = ReturnType<typeof openTable>;
