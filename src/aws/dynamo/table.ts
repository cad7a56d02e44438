import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Session } from '../../game/session.ts';
import { type Clock, DAY, type EpochSeconds, epochSeconds, HOUR, type Millis } from '../../time.ts';
import { entities } from './entities.ts';

export interface DynamoStoreOptions {
  client: DynamoDBClient;
  table: string;
  /** How long a session lives after its last change. */
  sessionTtlHours: number;
  now: Clock;
}

/** What belongs to a session expires this long after it was written, whatever becomes of the session. */
export const ITEM_TTL = 30 * DAY;

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
    /** A session that waits for its deadline lives to see it, and its people a day longer. */
    sessionExpiry: (deadlineAt: Millis = 0): EpochSeconds =>
      Math.max(epochSeconds(now(), sessionTtlHours * HOUR), epochSeconds(deadlineAt, DAY)) as EpochSeconds,
    /** What every item carries besides its own attributes. */
    owned: ({ sessionId, teamId }: Pick<Session, 'sessionId' | 'teamId'>) => ({
      sessionId,
      teamId,
      expirationTime: epochSeconds(now(), ITEM_TTL),
    }),
  };
}

export type Table = ReturnType<typeof openTable>;
