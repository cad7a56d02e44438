import type { Millis } from '../time.ts';
import type { Until } from './clock/until.ts';
import { type KnownTimeZone, nextWallClock, type TimeOfDay } from './clock/wall-clock.ts';
import type { Deck } from './deck/deck.ts';
import { defined } from './defined.ts';
import { isProblem, type Problem } from './problem.ts';
import type { Game } from './session.ts';
import { type ChannelSettings, type Options, optionsOf } from './settings.ts';

/** What somebody asks of a new session; the rest is as the channel has settled it. */
export interface Wishes extends Partial<Options> {
  deck?: Deck;
  /** `none`: no deadline, though the channel has one. */
  until?: Until | 'none';
}

/** What a new session begins with, besides its stories. */
export type Plan = Pick<Game, 'deck' | 'options' | 'language' | 'issueLinks'> & Clocks;

/** `guessed`: the time of day that the deadline is, if its zone isn't known. */
interface Clocks extends Pick<Game, 'timeLimit' | 'deadlineAt'> {
  guessed?: TimeOfDay;
}

/** Wishes over settings. `zone` is that of clock times. A time of today may be over already. */
export function planSession(
  settings: ChannelSettings,
  { deck = settings.deck, until, ...wished }: Wishes,
  now: Millis,
  zone: KnownTimeZone,
): Plan | Problem {
  const options = { ...optionsOf(settings), ...wished };
  const { language, issueLinks } = settings;
  const clocks = clocksOf(until ?? limitOf(settings), options.lobby, now, zone);
  if (isProblem(clocks)) return clocks;
  return { deck, options, language, ...(issueLinks && { issueLinks }), ...clocks };
}

function limitOf({ timeLimit }: ChannelSettings): Until | 'none' {
  return timeLimit === undefined ? 'none' : { kind: 'after', ms: timeLimit };
}

/** A time limit begins with the round: in a lobby it is still to come. */
function clocksOf(
  until: Until | 'none',
  lobby: boolean,
  now: Millis,
  { timeZone, isKnown }: KnownTimeZone,
): Clocks | Problem {
  if (until === 'none') return {};
  if (until.kind === 'after') return { timeLimit: until.ms, ...(!lobby && { deadlineAt: now + until.ms }) };
  const { kind: _, ...time } = until;
  const { hour, minute } = time;
  const deadlineAt = nextWallClock(time, now, timeZone);
  if (isKnown) return deadlineAt === undefined ? { code: 'until_passed' } : { deadlineAt };
  // Where nobody knows the zone, nobody knows either whether it is over.
  const guess = deadlineAt ?? nextWallClock({ hour, minute }, now, timeZone);
  return defined({ deadlineAt: guess, guessed: time });
}
