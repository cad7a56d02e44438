import type { Command } from '../../src/game/decide.ts';
import { findCard } from '../../src/game/deck/card.ts';
import type { Wish } from '../../src/game/notice.ts';
import type { PostedSession, Session } from '../../src/game/session.ts';
import { type Actor, control } from '../../src/play/control.ts';
import { currentSession } from '../../src/play/current-session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { castVote } from '../../src/play/voting.ts';
import { actionTs } from '../../src/time.ts';
import { type Answer, refused, told } from '../answer.ts';
import type { Interaction } from '../receive/interaction.ts';

/** `/groom vote 5`: a tap on a card. */
export async function vote(deps: Deps, where: Interaction, typed: string): Promise<Answer> {
  const session = await currentSession(deps, where);
  if (!session) return refused({ code: 'no_session' });
  const { store } = deps;
  const card = findCard(typed, session.deck.cards);
  if (card === undefined) return refused({ code: 'no_such_card', card: typed, cards: session.deck.cards });
  const [answer, story] = await Promise.all([
    castVote(store, { ...actorOn(deps, where, session), sessionId: session.sessionId }, session, card),
    store.story(session.sessionId, session.story),
  ]);
  const jobs = changed(session);
  if (answer.kind === 'refusal') return { ...refused(answer.refusal), jobs };
  return { ...told({ kind: 'vote', answer, title: story?.title ?? '', of: roundOf(session) }), jobs };
}

/** `/groom reveal`: a click on *Reveal*. */
export const revealNow = (deps: Deps, where: Interaction): Promise<Answer> =>
  act(deps, where, (session) => ({ kind: 'reveal', of: session }), 'reveal');

/** `/groom next`: a click on *Next story*. */
export const nextStory = (deps: Deps, where: Interaction): Promise<Answer> =>
  act(deps, where, (session) => ({ kind: 'next', of: session }), 'next');

async function act(
  deps: Deps,
  where: Interaction,
  wanted: (session: Session) => Command,
  wish: Wish,
): Promise<Answer> {
  const session = await currentSession(deps, where);
  if (!session) return refused({ code: 'no_session' });
  const actor = actorOn(deps, where, session);
  const answer = await control(deps.store, deps.now, session.sessionId, actor, wanted(session));
  const jobs = changed(session);
  return answer.kind === 'refusal' ? { ...refused(answer.refusal, wish), jobs } : { jobs };
}

/** The round as its buttons name it. */
const roundOf = ({ sessionId, story, round }: Session) => ({ sessionId, story, round });

const changed = ({ sessionId, teamId }: Session) => [{ kind: 'changed', sessionId, teamId } as const];

function actorOn(
  { now }: Deps,
  { teamId, userId }: Interaction,
  session: PostedSession,
): Actor & { messageTs: string } {
  const { channelId, message } = session;
  return { teamId, userId, channelId, messageTs: message.ts, at: actionTs(now()) };
}
