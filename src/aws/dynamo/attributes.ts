import { CustomAttributeType, type V2DocumentClient } from 'electrodb';
import type { EpochSeconds } from '../../time.ts';

/** What the entities of the table have in common. */

/** Every item of a session has the same partition key. */
export const PK = {
  field: 'PK',
  composite: ['sessionId'],
  template: 'SESSION#${sessionId}',
  casing: 'none',
} as const;

/**
 * The table's one index: the sessions that somebody takes part in or has created. Its items are written with the
 * participants and sessions themselves, and hold only what never changes: painting a message costs nothing here.
 */
export const BY_USER = 'byUser';

/**
 * A list or map that is always written as a whole, and whose parts no condition compares: its TypeScript type is all
 * there is to declare, and it is stored just as it is. Put what is new in a session into one of these where that
 * holds: a field of it is then declared once, in its type, and neither in the entity nor in `items.ts`.
 */
// The type of the parameter depends on T, which is not known yet here; for an object it is 'any'.
export const whole = <T extends object>() => CustomAttributeType<T>('any' as never);

/** What all entities carry: whose they are, and when DynamoDB may delete them. */
export const common = {
  sessionId: { type: 'string', required: true },
  teamId: { type: 'string', required: true },
  expirationTime: { type: CustomAttributeType<EpochSeconds>('number'), required: true },
} as const;

export const story = { type: 'number', required: true, padding: { length: 3, char: '0' } } as const;
export const round = { type: 'number', required: true, padding: { length: 2, char: '0' } } as const;

export const model = (entity: string) => ({ entity, service: 'groom', version: '1' });

/** Where the entities are kept. */
export interface TableRef {
  client: V2DocumentClient;
  table: string;
}
