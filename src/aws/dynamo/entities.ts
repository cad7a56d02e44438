import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { directoryEntities } from './directory-entities.ts';
import { documentClient } from './document-client.ts';
import { participationEntities } from './participation-entities.ts';
import { sessionEntities } from './session-entities.ts';

/** The entities of the one table. */
export function entities(client: DynamoDBClient, table: string) {
  const at = { client: documentClient(client), table };
  return madeOnDemand({ ...sessionEntities(at), ...participationEntities(at), ...directoryEntities(at) });
}

export type Entities = ReturnType<typeof entities>;

type Makers = Record<string, () => unknown>;
type Made<M extends Makers> = { readonly [Name in keyof M]: ReturnType<M[Name]> };

/** Makes each entity when it is first used: a cold start needs two of nine, and making one takes a millisecond. */
function madeOnDemand<M extends Makers>(makers: M): Made<M> {
  const made: Record<string, unknown> = {};
  return new Proxy(makers, {
    get: (_, name: string) => (made[name] ??= makers[name]?.()),
  }) as unknown as Made<M>;
}
