import type { Card } from '../game/deck/deck.ts';
import { defined } from '../game/defined.ts';
import { isRefusal, type Refused, refuse } from '../game/refusal.ts';
import type { Reason } from '../game/round/reason.ts';
import type { RoundRef } from '../game/round/round.ts';
import { countsInRound } from '../game/round/tally.ts';
import type { Session } from '../game/session.ts';
import { isOpen } from '../game/story/left-stories.ts';
import type { Store } from '../ports/store.ts';
import { sessionInChannel } from './clicked-session.ts';
import { resultOf } from './freeze.ts';

export type ReasonAnswer =
  /** It is, or will be, shown with this card. */
  { kind: 'kept'; card: Card } | Refused;

/** Who explains which of their cards, and where. */
export interface Explanation extends RoundRef {
  sessionId: string;
  teamId: string;
  channelId: string;
  userId: string;
  card: Card;
}

/** The card that somebody is asked to explain: on which story, and what they have said of it before. */
interface Unexplained {
  kind: 'card';
  session: Session;
  card: Card;
  title: string;
  text?: string;
}

/** What *Add why* asks whoever has a card: if they have chosen another one since its line, that is explained. */
export async function cardToExplain(
  store: Store,
  of: Omit<Explanation, 'teamId'>,
): Promise<Unexplained | Refused> {
  const { sessionId, channelId, userId, story: number } = of;
  const session = await sessionInChannel(store, sessionId, channelId);
  if (isRefusal(session)) return refuse(session);
  if (!isOpen(session, of)) return refuse({ code: 'reason_too_late' });
  const [story, slot, reasons] = await Promise.all([
    store.story(sessionId, number),
    store.slot(sessionId, of, userId),
    store.reasons(sessionId, of),
  ]);
  if (!slot?.card || !countsInRound(session, slot) || !session.options.reasons)
    return refuse({ code: 'no_vote_to_explain' });
  const { card } = slot;
  const known = reasons.find((reason) => reason.userId === userId && reason.card === card);
  return defined({ kind: 'card', session, card, title: story?.title ?? '', text: known?.text });
}

/**
 * Adds one line of why to somebody's card in a round. As with votes, what they are told is what is shown: it is
 * written first, then the session is read. Still voting: the freeze to come will see it. Revealed: the stored
 * result says whether it was in time.
 */
export async function giveReason(
  store: Store,
  of: Explanation,
  reason: Pick<Reason, 'text' | 'at'>,
): Promise<ReasonAnswer> {
  const { sessionId, userId, story, round, card } = of;
  const known = await sessionInChannel(store, sessionId, of.channelId);
  if (isRefusal(known)) return refuse(known);
  const slot = await store.slot(sessionId, of, userId);
  // It is asked for in a private line, not on the session's message: their own card there is what authorises them.
  const isTheirs = slot?.teamId === of.teamId && slot.card === card && countsInRound(known, slot);
  if (!isTheirs || !known.options.reasons) return refuse({ code: 'no_vote_to_explain' });
  await store.writeReason(known, { story, round, userId, card, ...reason });
  const session = (await store.session(sessionId)) ?? known;
  if (isOpen(session, of)) return { kind: 'kept', card };
  const result = await resultOf(store, session, of);
  const vote = result?.votes.find((one) => one.userId === userId);
  return vote?.reason === reason.text ? { kind: 'kept', card } : refuse({ code: 'reason_too_late' });
}
