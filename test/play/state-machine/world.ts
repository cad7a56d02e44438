import { expect } from 'vitest';
import type { RoundRef } from '../../../src/game/round/round.ts';
import type { Session } from '../../../src/game/session.ts';
import type { Click } from '../../../src/play/clicked-session.ts';
import type { Actor } from '../../../src/play/control.ts';
import { SECOND } from '../../../src/time.ts';
import type { LocalStore } from '../../aws/dynamo/local-store.ts';
import { CHANNEL, MESSAGE, TEAM } from '../../game/a-session.ts';
import { keyOf, type Model } from './model.ts';

/** What was answered to a click on a card, to be held against the results. */
interface Told {
  userId: string;
  of: RoundRef;
  at: string;
  /** `undefined`: too late. */
  card: string | undefined;
}

/** The real thing: one session in a real store, clicked on by several people. */
export class World {
  readonly local: LocalStore;
  readonly sessionId: string;
  readonly told: Told[] = [];
  /** The newest click of each person in each round that was not refused. */
  readonly newest = new Map<string, string>();
  #clicks = 0;
  #last: Session | undefined;

  constructor(local: LocalStore, sessionId: string) {
    this.local = local;
    this.sessionId = sessionId;
  }

  /** A click that was made `age` seconds before it arrives. No two have the same time. */
  click(userId: string, age: number): Click & Actor {
    this.#clicks += 1;
    const seconds = Math.floor(this.local.clock.now() / SECOND) - age;
    const at = `${seconds}.${String(this.#clicks).padStart(6, '0')}`;
    return { sessionId: this.sessionId, userId, teamId: TEAM, channelId: CHANNEL, messageTs: MESSAGE, at };
  }

  async session(): Promise<Session> {
    const session = await this.local.store.session(this.sessionId);
    if (!session) throw new Error('the session is gone');
    return session;
  }

  noteClick({ userId, at }: Click, of: RoundRef): void {
    const key = `${keyOf(of)} ${userId}`;
    if ((this.newest.get(key) ?? '') < at) this.newest.set(key, at);
  }

  /** Compares the session with the model, and checks what must hold whatever the model says. */
  async agreesWith(model: Model, refused: boolean): Promise<void> {
    const session = await this.session();
    const { status, story, round, order, skipped, creatorId, creatorActedAt } = model;
    expect(session).toMatchObject({ status, story, round, order, skipped, creatorId, creatorActedAt });
    expect(new Map(session.estimates.map(({ story, card }) => [story, card]))).toEqual(model.estimates);
    expect(new Set(session.unfrozen)).toEqual(model.unfrozen);
    const stories = [...session.order, ...session.skipped];
    expect(new Set(stories).size).toBe(stories.length);
    expect(Math.max(...stories)).toBeLessThanOrEqual(session.lastStory);
    if (refused) expect(session.version).toBe(this.#last?.version ?? session.version);
    this.#last = session;
  }

  /** One result a revealed round, equal to what the model froze, and true to what people were told. */
  async resultsAgreeWith(model: Model): Promise<void> {
    const results = await this.local.store.results(this.sessionId);
    const stored = results.map((result) => [
      keyOf(result),
      result.votes.map(({ userId, ...vote }) => [userId, vote]),
    ]);
    expect(Object.fromEntries(stored)).toEqual(
      Object.fromEntries([...model.results].map(([key, votes]) => [key, [...votes]])),
    );
    for (const { userId, of, at, card } of this.told) {
      const result = results.find((one) => keyOf(one) === keyOf(of));
      const own = result?.votes.filter((vote) => vote.userId === userId && vote.at === at);
      if (!own) continue;
      if (card === undefined) expect(own).toEqual([]);
      else if (this.newest.get(`${keyOf(of)} ${userId}`) === at)
        expect(own).toMatchObject([{ userId, card, at }]);
    }
  }
}
