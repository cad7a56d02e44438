import type { Participant } from '../../../src/game/participant.ts';
import type { Reason } from '../../../src/game/round/reason.ts';
import { type RoundRef, roundKey } from '../../../src/game/round/round.ts';
import type { Result, Slot } from '../../../src/game/round/vote.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Story } from '../../../src/game/story/story.ts';
import type { EpochSeconds } from '../../../src/time.ts';

/** The items of one session. */
export interface Partition {
  session?: Session;
  stories: Map<number, Story>;
  participants: Map<string, Participant>;
  results: Map<string, Result>;
  rounds: Map<string, Map<string, Slot>>;
  reasons: Map<string, Map<string, Reason>>;
}

/** Items by session. They are replaced, never changed: whoever has read one keeps what was read. */
export class SessionTable {
  readonly #partitions = new Map<string, Partition>();
  /** The session that has claimed a start, and until when, in epoch seconds. */
  readonly claims = new Map<string, { sessionId: string; expirationTime: EpochSeconds }>();

  at(sessionId: string): Partition {
    return getOrCreate(this.#partitions, sessionId, () => ({
      stories: new Map(),
      participants: new Map(),
      results: new Map(),
      rounds: new Map(),
      reasons: new Map(),
    }));
  }

  /** The ids of the sessions that somebody has created or joined. */
  sessionsOf({ teamId, userId }: { teamId: string; userId: string }): string[] {
    return [...this.#partitions]
      .filter(([, { session, participants }]) => {
        return session?.teamId === teamId && (session.creatorId === userId || participants.has(userId));
      })
      .map(([sessionId]) => sessionId);
  }

  slotsOf(sessionId: string, of: RoundRef): Map<string, Slot> {
    return getOrCreate(this.at(sessionId).rounds, roundKey(of), () => new Map());
  }

  reasonsOf(sessionId: string, of: RoundRef): Map<string, Reason> {
    return getOrCreate(this.at(sessionId).reasons, roundKey(of), () => new Map());
  }
}

function getOrCreate<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const created = create();
  map.set(key, created);
  return created;
}
