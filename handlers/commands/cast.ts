import type { Card } from '../../src/game/deck/deck.ts';
import { withGlyphs } from '../../src/game/emoji/shortcodes.ts';
import type { GivenReason } from '../../src/game/notice.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import type { RoundRef } from '../../src/game/round/round.ts';
import type { Session } from '../../src/game/session.ts';
import { cleanTitle } from '../../src/game/story/title.ts';
import type { Click } from '../../src/play/clicked-session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { giveReason } from '../../src/play/reasons.ts';
import { castVote } from '../../src/play/voting.ts';
import { type Answer, changed } from '../answer.ts';

/** A card for a round that was not tapped on the session's message, perhaps with a line of why. */
export interface TypedVote extends RoundRef {
  session: Session;
  card: Card;
  reason?: string | undefined;
}

/** Casts such a vote, and gives its reason where the session asks for reasons. */
export async function cast({ store }: Pick<Deps, 'store'>, click: Click, vote: TypedVote): Promise<Answer> {
  const { session, story, round, card } = vote;
  const [answer, known] = await Promise.all([
    castVote(store, click, vote, card),
    store.story(session.sessionId, story),
  ]);
  const title = known?.title ?? '';
  const jobs = [changed(session)];
  if (answer.kind === 'refusal') return { notice: { ...answer, title }, jobs };
  const of = { sessionId: session.sessionId, story, round };
  const notice = { kind: 'vote', answer, title, of } as const;
  const why = cleanTitle(vote.reason ?? '');
  if (why === undefined) return { notice, jobs };
  // A newer tap of theirs may stand there, or the votes may be revealed.
  const isInTime = answer.kind !== 'too_late' && answer.card === card;
  const reason = isInTime ? await explain({ store }, click, vote, why) : 'too_late';
  return { notice: { ...notice, reason }, jobs };
}

async function explain(
  { store }: Pick<Deps, 'store'>,
  { teamId, userId, channelId, at }: Click,
  { session: { sessionId, options }, story, round, card }: TypedVote,
  text: string,
): Promise<GivenReason> {
  if (!options.reasons) return 'off';
  if (withGlyphs(text).length > MAX_REASON) return 'too_long';
  const of = { sessionId, teamId, channelId, userId, story, round, card };
  const given = await giveReason(store, of, { text, at });
  return given.kind === 'kept' ? 'kept' : 'too_late';
}
