import type { Card } from '../../../src/game/deck/deck.ts';
import type { Out, ParticipantRole } from '../../../src/game/participant.ts';
import type { RoundRef } from '../../../src/game/round/round.ts';
import type { SessionStatus } from '../../../src/game/session.ts';
import type { Options } from '../../../src/game/settings.ts';
import { type ActionTs, MINUTE } from '../../../src/time.ts';
import { ADA } from '../../game/a-session.ts';

/** What stands in somebody's slot: a card, or out. */
export interface Entry {
  at: ActionTs;
  card?: Card;
  out?: Out;
}

/** A vote in a result. */
export interface CountedEntry {
  at: ActionTs;
  card: Card;
  reason?: string;
}

export type VoteOutcome =
  | { kind: 'counts' | 'counted'; card: Card }
  | { kind: 'too_late'; card?: Card }
  | { kind: 'refusal' };

export const keyOf = ({ story, round }: RoundRef): string => `${story}#${round}`;

/** A session as a person would keep it on paper: everything happens at once, and nothing is ever lost. */
export class Model implements RoundRef {
  status: SessionStatus;
  story = 1;
  round = 1;
  order = [1, 2, 3];
  skipped: number[] = [];
  creatorId = ADA;
  creatorActedAt: number;
  estimates = new Map<number, Card>();
  people = new Map<string, { role: ParticipantRole; at: ActionTs }>();
  slots = new Map<string, Map<string, Entry>>();
  /** Revealed, but nobody has frozen it yet. */
  unfrozen = new Set<string>();
  results = new Map<string, Map<string, CountedEntry>>();
  /** The newest reason of each person in each round, and the card that it is for. */
  reasons = new Map<string, { card: Card; text: string }>();
  /** When voting on a story began, and when it was decided last. */
  times = new Map<number, { from: number; to?: number }>();
  nudgedAt = Number.NEGATIVE_INFINITY;
  /** Every round that was open, the running one last: buttons of older ones may still be tapped. */
  rounds: RoundRef[] = [{ story: 1, round: 1 }];
  /** Where the stories stand that were left: how, and in which round. */
  left = new Map<number, { round: number; revealed: boolean }>();
  handedOver = false;
  readonly startedAt: number;
  readonly options: Options;
  waits = 0;

  constructor(status: SessionStatus, options: Options, now: number) {
    this.status = status;
    this.options = options;
    if (status === 'voting') this.begin(now);
    this.startedAt = now;
    this.creatorActedAt = now;
  }

  get isOver(): boolean {
    return this.status === 'ended' || this.status === 'cancelled';
  }

  /** How long the session lasted: its creator's last act ended it. */
  get minutes(): number {
    return Math.max(1, Math.round((this.creatorActedAt - this.startedAt) / MINUTE));
  }

  isRunning(of: RoundRef): boolean {
    return keyOf(of) === keyOf(this);
  }

  slotsOf(of: RoundRef): Map<string, Entry> {
    const key = keyOf(of);
    if (!this.slots.has(key)) this.slots.set(key, new Map());
    return this.slots.get(key) ?? new Map();
  }

  vote(userId: string, of: RoundRef, card: Card, at: ActionTs): VoteOutcome {
    const slots = this.slotsOf(of);
    const before = slots.get(userId);
    const isNewest = before === undefined || before.at < at;
    if (isNewest) slots.set(userId, { at, card });
    if (this.isOpen(of)) {
      const standing = slots.get(userId)?.card;
      return standing === undefined ? { kind: 'refusal' } : { kind: 'counts', card: standing };
    }
    const result = this.freeze(of);
    if (!result) {
      if (isNewest && before) slots.set(userId, before);
      else if (isNewest) slots.delete(userId);
      return { kind: 'refusal' };
    }
    const counted = result.get(userId);
    if (!counted) return { kind: 'too_late' };
    return { kind: counted.at === at ? 'counted' : 'too_late', card: counted.card };
  }

  /** The card that is in a result already, and stays there. */
  stepOut(userId: string, out: Out, at: ActionTs): { counted: Card | undefined } {
    const slots = this.slotsOf(this);
    const before = slots.get(userId);
    if (before === undefined || before.at < at) {
      slots.set(userId, { at, out });
      this.become(userId, out, at);
    }
    for (const paused of this.paused) {
      const there = this.slotsOf(paused);
      if ((there.get(userId)?.at ?? '') < at) there.set(userId, { at, out });
    }
    const result = this.status === 'voting' ? undefined : this.freeze(this);
    return { counted: result?.get(userId)?.card };
  }

  become(userId: string, role: ParticipantRole, at: ActionTs): void {
    const known = this.people.get(userId);
    if (known === undefined || known.at < at) this.people.set(userId, { role, at });
  }

  reveal(now: number): void {
    this.status = 'revealed';
    this.unfrozen.add(keyOf(this));
    this.decide(now);
  }

  /** People vote in it, or will again. */
  isOpen(of: RoundRef): boolean {
    if (this.isOver) return false;
    const isPaused = this.paused.some((one) => keyOf(one) === keyOf(of));
    return isPaused || (this.status === 'voting' && this.isRunning(of));
  }

  get paused(): RoundRef[] {
    return [...this.left]
      .filter(([story, { revealed }]) => !revealed && story !== this.story && this.order.includes(story))
      .map(([story, { round }]) => ({ story, round }));
  }

  /** The story before, if it has a result. */
  get before(): number | undefined {
    const story = this.order[this.order.indexOf(this.story) - 1] ?? 0;
    return this.left.get(story)?.revealed ? story : undefined;
  }

  /** Another story, where it was left. */
  goTo(story: number, now: number): void {
    const { round = 1, revealed = false } = this.left.get(story) ?? {};
    if (this.status !== 'lobby') this.status = revealed ? 'revealed' : 'voting';
    this.open({ story, round }, now);
  }

  leave(): void {
    this.left.set(this.story, { round: this.round, revealed: this.status === 'revealed' });
  }

  open(of: RoundRef, now: number): void {
    this.story = of.story;
    this.round = of.round;
    this.rounds.push({ ...of });
    if (this.status === 'voting') this.begin(now);
  }

  /** Voting on the story begins, or does so again. */
  begin(now: number): void {
    if (!this.times.has(this.story)) this.times.set(this.story, { from: now });
  }

  decide(now: number): void {
    const time = this.times.get(this.story);
    if (time) time.to = now;
  }

  /** Whether it will be shown, or is; `undefined`: there is no such card to explain. */
  explain(userId: string, of: RoundRef, card: Card, text: string): boolean | undefined {
    if (!this.options.reasons || this.slotsOf(of).get(userId)?.card !== card) return undefined;
    this.reasons.set(`${keyOf(of)} ${userId}`, { card, text });
    if (this.isOpen(of)) return true;
    return this.freeze(of)?.get(userId)?.reason === text;
  }

  /** The result of a round that was ever revealed. */
  freeze(of: RoundRef): Map<string, CountedEntry> | undefined {
    const key = keyOf(of);
    if (this.unfrozen.delete(key)) {
      const votes = this.cards(of).map(([userId, vote]): [string, CountedEntry] => {
        const reason = this.reasons.get(`${key} ${userId}`);
        return [userId, reason?.card === vote.card ? { ...vote, reason: reason.text } : vote];
      });
      this.results.set(key, new Map(votes));
      this.remember(of);
    }
    return this.results.get(key);
  }

  /** The cards of a round, by people's ids. */
  cards(of: RoundRef): [string, { card: Card; at: ActionTs }][] {
    return [...this.slotsOf(of)]
      .flatMap(([userId, { card, at }]): [string, { card: Card; at: ActionTs }][] =>
        card === undefined ? [] : [[userId, { card, at }]],
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Whoever tapped a card takes part from then on. Nothing changes for those who do already. */
  remember(of: RoundRef): void {
    for (const [userId, { at }] of this.cards(of)) {
      if (this.people.get(userId)?.role !== 'voter') this.become(userId, 'voter', at);
    }
  }

  get upcoming(): number[] {
    return this.order.slice(this.order.indexOf(this.story) + 1);
  }
}
