import type { Directory, Share } from '../ports/directory.ts';
import { type Clock, MINUTE, type Millis } from '../time.ts';

/**
 * All sessions of a workspace share one budget: chat.update takes some 50 calls a minute, and a few at one go after a
 * pause. What Slack tolerates at one go it does not say; here it is guessed, and guessed lower after a 429.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export interface Turns {
  /** Takes a turn, at once if it may be. One that isn't `taken` is to be asked for again when its time has come. */
  take(teamId: string, call: Call): Promise<Turn>;
  /** Slack has said 429 to a call. Answers how long its session waits: new phases come one after the other. */
  refused(teamId: string, refusal: Refusal): Promise<Millis>;
}

interface Call {
  /** A new phase: it goes before all progress. */
  isNewPhase: boolean;
  /** The turn that it has waited for. */
  awaited?: Turn | undefined;
  /** It has another way: if it would have to wait it takes no turn, and no place among those who wait. */
  hasOtherWay?: boolean;
}

export interface Turn {
  at: Millis;
  /** It is counted already. */
  taken: boolean;
  /** How much all turns had been put off when it was given; see `Share`. */
  putOff: Millis;
}

interface Refusal {
  isNewPhase: boolean;
  /** When the call began. */
  at: Millis;
  retryAfter: Millis;
}

/** As many calls at one go as in this part of a minute. */
const BURST_OF_A_MINUTE = 0.4;
const LEAST_BURST = 6;
/** The part of a burst that progress leaves to new phases: nobody waits for a reveal. */
const RESERVED = 0.6;
/** Refusals further apart than this say nothing of each other. */
const IN_A_ROW: Millis = 1 * MINUTE;
/** How often to try to write down a turn that others write as well; then it is taken without. */
const MOST_RACES = 20;

interface TurnsOptions {
  directory: Pick<Directory, 'share' | 'saveShare'>;
  now: Clock;
  /** How many calls Slack takes. */
  perMinute: number;
}

/** Turns that all processes agree on. */
export function createTurns({ directory, now, perMinute }: TurnsOptions): Turns {
  const interval = MINUTE / perMinute;
  const unused: Share = {
    version: 0,
    burst: Math.floor(perMinute * BURST_OF_A_MINUTE),
    spentUntil: 0,
    queuedUntil: 0,
    putOff: 0,
    refusals: 0,
    refusedAt: 0,
    retryUntil: 0,
  };

  async function change<T>(teamId: string, decide: (share: Share, now: Millis) => Decided<T>): Promise<T> {
    for (let races = 0; ; races++) {
      const before = (await directory.share(teamId)) ?? unused;
      const { share, answer } = decide(before, now());
      // Who only looks writes nothing.
      if (share === before) return answer;
      const after = { ...share, version: before.version + 1 };
      if (races === MOST_RACES || (await directory.saveShare(teamId, after))) return answer;
    }
  }

  return {
    take: (teamId, { isNewPhase, awaited, hasOtherWay = false }) =>
      change(teamId, (share, at) => {
        const decided = isNewPhase
          ? forNewPhase(share, interval, at)
          : forProgress(share, interval, at, awaited);
        const { answer } = decided;
        if (!hasOtherWay || (answer.taken && answer.at <= at)) return decided;
        return { share, answer: { ...answer, taken: false } };
      }),
    refused: (teamId, refusal) => change(teamId, (share, at) => afterRefusal(share, interval, at, refusal)),
  };
}

/** For a workspace whose sessions hardly ever run at once: each goes when it wants to. */
export const noTurns: Turns = {
  take: async () => ({ at: 0, taken: true, putOff: 0 }),
  refused: async (_teamId, { retryAfter }) => retryAfter,
};

interface Decided<T> {
  share: Share;
  answer: T;
}

/**
 * One call more than is thought to be there: a new phase tries at once, unless another one waits already. Who waits for
 * progress waits that much longer.
 */
function forNewPhase(share: Share, interval: Millis, now: Millis): Decided<Turn> {
  const at = Math.max(now, share.spentUntil - share.burst * interval);
  const spent = spend(share, interval, now);
  const isAwaited = share.queuedUntil > now;
  return {
    share: isAwaited ? putOff(spent, interval) : spent,
    answer: { at, taken: true, putOff: share.putOff },
  };
}

/**
 * Progress leaves a part of the burst to new phases, and queues up where it has to wait. Only calls that are made spend
 * anything: who waits may be overtaken by their own reveal.
 */
function forProgress(share: Share, interval: Millis, now: Millis, awaited?: Turn): Decided<Turn> {
  const freeAt = share.spentUntil - (progressRoom(share) - 1) * interval;
  const dueAt = awaited ? awaited.at + share.putOff - awaited.putOff : share.queuedUntil;
  if (dueAt <= now && freeAt <= now)
    return { share: spend(share, interval, now), answer: { at: now, taken: true, putOff: share.putOff } };
  if (awaited) {
    const at = Math.max(dueAt, freeAt);
    return { share, answer: { at, taken: false, putOff: share.putOff } };
  }
  const at = Math.max(now, share.queuedUntil, freeAt - interval) + interval;
  return { share: { ...share, queuedUntil: at }, answer: { at, taken: false, putOff: share.putOff } };
}

/**
 * Slack's bucket is emptier than ours. The first refusal may be about one message only, so progress keeps one call, for
 * whichever session asks next. After another one all progress pauses until Slack is to be asked again, in ever longer
 * pauses, and less is thought to be tolerated at one go. What had been called before is no further news.
 */
function afterRefusal(
  share: Share,
  interval: Millis,
  now: Millis,
  { isNewPhase, at, retryAfter }: Refusal,
): Decided<Millis> {
  const retryAt = isNewPhase ? Math.max(now + retryAfter, share.retryUntil + interval) : now + retryAfter;
  const known = isNewPhase ? { ...share, retryUntil: retryAt } : share;
  const answer = retryAt - now;
  if (at <= share.refusedAt) return { share: known, answer };
  const refusals = share.refusedAt + IN_A_ROW > now ? share.refusals + 1 : 1;
  const isFirst = refusals === 1;
  const burst = isFirst ? share.burst : Math.max(LEAST_BURST, Math.floor(share.burst * 0.75));
  const left = isFirst ? 1 : 0;
  const spentUntil = Math.max(share.spentUntil, now + (progressRoom({ burst }) - left) * interval);
  const refused = { ...known, burst, spentUntil, refusals, refusedAt: now };
  if (isFirst) return { share: refused, answer };
  const pause = Math.min(retryAfter, interval * 2 ** (refusals - 1));
  const queuedUntil = Math.max(now, share.queuedUntil);
  return { share: putOff({ ...refused, queuedUntil }, pause), answer };
}

const progressRoom = ({ burst }: Pick<Share, 'burst'>): number => Math.floor(burst * (1 - RESERVED));

const spend = (share: Share, interval: Millis, now: Millis): Share => ({
  ...share,
  spentUntil: Math.max(now, share.spentUntil) + interval,
});

const putOff = (share: Share, by: Millis): Share => ({
  ...share,
  putOff: share.putOff + by,
  queuedUntil: share.queuedUntil + by,
});
