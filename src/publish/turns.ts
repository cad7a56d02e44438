import type { Directory, Share } from '../ports/directory.ts';
import { type Clock, MINUTE, type Millis } from '../time.ts';

/**
 * All sessions of a workspace share one budget: chat.update takes some 50 calls a minute, and a few at one go after a
 * pause. What Slack tolerates at one go it does not say; here it is guessed, and guessed lower after every 429.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
export interface Turns {
  /** Takes a turn at once, which answers 0, or says after how many ms. An urgent one is taken then, others ask again. */
  take(teamId: string, turn: Turn): Promise<Millis>;
  /** Slack has said 429: nobody calls before it says, and then one after the other. */
  limited(teamId: string, retryAfter: Millis): Promise<void>;
}

export interface Turn {
  /** A new phase: it goes before all progress. */
  urgent: boolean;
  /** It has waited for its turn, which has come. */
  awaited: boolean;
}

/** As many calls at one go as in this part of a minute. */
const BURST_OF_A_MINUTE = 0.4;
const LEAST_BURST = 6;
/** The part of a burst that progress leaves to new phases: nobody waits for a reveal. */
const RESERVED = 0.6;
/** So often it is tried to write down a turn that others write to as well; then it is taken without. */
const MOST_RACES = 6;

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
    spentUntil: 0,
    queuedUntil: 0,
    burst: Math.floor(perMinute * BURST_OF_A_MINUTE),
  };

  async function change(teamId: string, decide: (share: Share, now: Millis) => Taken): Promise<Millis> {
    for (let races = 0; ; races++) {
      const before = (await directory.share(teamId)) ?? unused;
      const { share, wait } = decide(before, now());
      const after = { ...share, version: before.version + 1 };
      if (races === MOST_RACES || (await directory.saveShare(teamId, after))) return wait;
    }
  }

  return {
    take: (teamId, turn) => change(teamId, (share, at) => turnOf(share, turn, interval, at)),
    async limited(teamId, retryAfter) {
      await change(teamId, ({ burst: guessed, ...share }, at) => {
        const burst = Math.max(LEAST_BURST, Math.floor(guessed * 0.75));
        const spentUntil = Math.max(share.spentUntil, at + retryAfter + (burst - 1) * interval);
        return { share: { ...share, burst, spentUntil }, wait: 0 };
      });
    },
  };
}

interface Taken {
  share: Share;
  wait: Millis;
}

/**
 * A leaky bucket: `spentUntil` is when all calls so far will have leaked out. Progress that has to wait queues up, so
 * that those who wait come one by one; but only calls that are made spend anything, so that a new phase finds its part.
 */
export function turnOf(share: Share, { urgent, awaited }: Turn, interval: Millis, now: Millis): Taken {
  const { spentUntil, queuedUntil, burst } = share;
  const room = urgent ? burst : Math.floor(burst * (1 - RESERVED));
  const freeAt = spentUntil - (room - 1) * interval;
  const isFree = freeAt <= now && (urgent || awaited || queuedUntil <= now);
  if (isFree || urgent) {
    const spent = Math.max(now, spentUntil) + interval;
    return { share: { ...share, spentUntil: spent }, wait: Math.max(0, freeAt - now) };
  }
  const queued = Math.max(now, queuedUntil, freeAt - interval) + interval;
  return { share: { ...share, queuedUntil: queued }, wait: queued - now };
}
