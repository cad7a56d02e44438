import type { Command as ControlCommand } from '../../src/game/decide.ts';
import { findCard } from '../../src/game/deck/card.ts';
import type { Wish } from '../../src/game/notice.ts';
import type { PostedSession, Session } from '../../src/game/session.ts';
import { type Actor, control } from '../../src/play/control.ts';
import { currentSession } from '../../src/play/current-session.ts';
import type { Deps } from '../../src/play/deps.ts';
import { castVote } from '../../src/play/voting.ts';
import { actionTs } from '../../src/time.ts';
import type { Answer, Command } from './command.ts';

/** `/groom vote 5`: a tap on a card. */
export async function vote(deps: Deps, command: Command, typed: string): Promise<Answer> {
  const session = await currentSession(deps, command);
  if (!session) return { notice: { kind: 'noSession' } };
  const { store } = deps;
  const card = findCard(typed, session.deck.cards);
  if (card === undefined) return { notice: { kind: 'noSuchCard', card: typed, cards: session.deck.cards } };
  const [answer, story] = await Promise.all([
    castVote(store, { ...actorOn(deps, command, session), sessionId: session.sessionId }, session, card),
    store.story(session.sessionId, session.story),
  ]);
  const title = story?.title ?? '';
  const notice =
    answer.kind === 'refusal'
      ? ({ kind: 'refusal', refusal: answer.refusal } as const)
      : ({ kind: 'vote', answer, title, of: roundOf(session) } as const);
  return { notice, jobs: changed(session) };
}

/** `/groom reveal`: a click on *Reveal*. */
export const reveal = (deps: Deps, command: Command): Promise<Answer> =>
  act(deps, command, (session) => ({ kind: 'reveal', of: session }), 'reveal');

/** `/groom next`: a click on *Next story*. */
export const nextStory = (deps: Deps, command: Command): Promise<Answer> =>
  act(deps, command, (session) => ({ kind: 'next', of: session }), 'next');

async function act(
  deps: Deps,
  command: Command,
  wanted: (session: Session) => ControlCommand,
  wish: Wish,
): Promise<Answer> {
  const session = await currentSession(deps, command);
  if (!session) return { notice: { kind: 'noSession' } };
  const actor = actorOn(deps, command, session);
  const answer = await control(deps.store, deps.now, session.sessionId, actor, wanted(session));
  const jobs = changed(session);
  return answer.kind === 'done'
    ? { jobs }
    : { notice: { kind: 'refusal', refusal: answer.refusal, wish }, jobs };
}

/** The round as its buttons name it. */
const roundOf = ({ sessionId, story, round }: Session) => ({ sessionId, story, round });

const changed = ({ sessionId, teamId }: Session) => [{ kind: 'changed', sessionId, teamId } as const];

function actorOn(
  { now }: Deps,
  { teamId, userId }: Command,
  session: PostedSession,
): Actor & { messageTs: string } {
  const { channelId, message } = session;
  return { teamId, userId, channelId, messageTs: message.ts, at: actionTs(now()) };
}
