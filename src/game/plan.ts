import type { Millis } from '../time.ts';
import { resolveUntil, type Until } from './clock/until.ts';
import type { Deck } from './deck/deck.ts';
import type { Game } from './session.ts';
import { type ChannelSettings, type Options, optionsOf } from './settings.ts';

/** What somebody asks of a new session; the rest is as the channel has settled it. */
export interface Wishes extends Partial<Options> {
  deck?: Deck;
  /** `none`: no deadline, though the channel has one. */
  until?: Until | 'none';
}

/** What a new session begins with, besides its stories. */
export type Plan = Pick<Game, 'deck' | 'options' | 'language' | 'issueLinks' | 'timeLimit' | 'deadlineAt'>;

/** Wishes over settings. `timeZone` is that of clock times (an IANA name). */
export function planSession(
  settings: ChannelSettings,
  { deck = settings.deck, until, ...wished }: Wishes,
  now: Millis,
  timeZone: string,
): Plan {
  const options = { ...optionsOf(settings), ...wished };
  const { language, issueLinks } = settings;
  const clocks = clocksOf(until ?? limitOf(settings), options.lobby, now, timeZone);
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
  timeZone: string,
): Pick<Plan, 'timeLimit' | 'deadlineAt'> {
  if (until === 'none') return {};
  if (until.kind === 'at') return { deadlineAt: resolveUntil(until, now, timeZone) };
  return { timeLimit: until.ms, ...(!lobby && { deadlineAt: now + until.ms }) };
}
