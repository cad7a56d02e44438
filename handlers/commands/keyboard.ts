import type { TakePartAnswer } from '../../src/game/answers.ts';
import type { Command } from '../../src/game/decide.ts';
import { findCard } from '../../src/game/deck/card.ts';
import { cardNumber } from '../../src/game/deck/card-number.ts';
import { type Card, estimateCards } from '../../src/game/deck/deck.ts';
import { defined } from '../../src/game/defined.ts';
import type { KeyboardControl, Wish } from '../../src/game/notice.ts';
import type { PostedSession, Session } from '../../src/game/session.ts';
import type { Click } from '../../src/play/clicked-session.ts';
import { control } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { join, stepOut } from '../../src/play/participation.ts';
import { joinedBy, runningHere, sessionsToVoteIn, sessionToControl } from '../../src/play/running.ts';
import { runningTitle } from '../../src/play/stories.ts';
import { type Answer, changed, refused, told } from '../answer.ts';
import type { TypedCommand } from '../receive/interaction.ts';
import { cast } from './cast.ts';
import type { Slip } from './slips.ts';

/** What buttons do, by keyboard. The session is one that runs in this channel; the answer names its story. */

/** `/groom vote 5`: a tap on a card, in the newest session, unless it may be meant for another. */
export async function vote(deps: Deps, by: TypedCommand, typed: string, reason?: string): Promise<Answer> {
  const sessions = await sessionsToVoteIn(deps, by);
  const [newest] = sessions;
  if (!newest) return noSession(by);
  const meant = sessions.flatMap((session) => {
    const card = findCard(typed, session.deck.cards);
    return card === undefined ? [] : { session, card };
  });
  const [only, another] = meant;
  if (!only) return noSuchCard(deps, by, newest, typed, newest.deck.cards);
  if (!another) {
    const { session, card } = only;
    const { story, round } = session;
    return cast(deps, clickOn(by, session), { session, story, round, card, reason });
  }
  const options = await Promise.all(
    meant.map(async ({ session, card }) => ({
      of: roundOf(session),
      card,
      title: await runningTitle(deps.store, session),
    })),
  );
  return told({ kind: 'whichVote', options, ...(reason && { reason }) });
}

/** `/groom agree 8`: a click on *Agree on 8*. */
export async function agree(deps: Deps, by: TypedCommand, typed: string): Promise<Answer> {
  const session = await sessionToControl(deps, by);
  if (!session) return noSession(by);
  const cards = estimateCards(session.deck);
  const card = findCard(typed, cards);
  if (card === undefined) return noSuchCard(deps, by, session, typed, cards);
  return carryOut(deps, by, session, 'agree', card);
}

/** `/groom reveal`, `again`, `next`, `back`, `end`: a click on the button of that name. */
export async function controlHere(
  deps: Deps,
  by: TypedCommand,
  what: Exclude<KeyboardControl, 'agree'>,
): Promise<Answer> {
  const session = await sessionToControl(deps, by);
  return session ? carryOut(deps, by, session, what) : noSession(by);
}

/** `/groom join`: in the newest session. */
export async function joinHere(deps: Deps, by: TypedCommand): Promise<Answer> {
  const [session] = await runningHere(deps, by);
  return session
    ? takePartAnswer(deps, session, await join(deps.store, clickOn(by, session)))
    : noSession(by);
}

/** `/groom leave`: the newest session that they are in. */
export async function leaveHere(deps: Deps, by: TypedCommand): Promise<Answer> {
  const [session] = await joinedBy(deps, await runningHere(deps, by), by.userId);
  if (!session) return refused({ code: 'not_joined' });
  return takePartAnswer(deps, session, await stepOut(deps.store, clickOn(by, session), 'left'));
}

/** Whether what reads like a title may be a command here: only what is asked costs a read. */
export async function isMeant(deps: Deps, by: TypedCommand, { when }: Slip): Promise<boolean> {
  if (when === 'always') return true;
  const running = await runningHere(deps, by);
  if (when === 'hosting') return running.some(({ creatorId }) => creatorId === by.userId);
  const joined = await joinedBy(deps, running, by.userId);
  const isIn = (session: Session) => session.creatorId === by.userId || joined.some((one) => one === session);
  return running.some((session) => isIn(session) && (when === 'joined' || hasCard(session, when.card)));
}

const hasCard = ({ deck }: Session, card: Card): boolean => findCard(card, deck.cards) !== undefined;

/** Each control as its button has it. By keyboard nobody asks whether a story is to stay without an estimate. */
const CONTROLS: Record<KeyboardControl, { wish: Wish; command(of: Session, card: Card): Command }> = {
  reveal: { wish: 'reveal', command: (of) => ({ kind: 'reveal', of }) },
  agree: { wish: 'record', command: (of, card) => ({ kind: 'agree', of, card }) },
  again: { wish: 'voteAgain', command: (of) => ({ kind: 'voteAgain', of }) },
  next: { wish: 'next', command: (of) => ({ kind: 'next', of, onlyEstimated: true }) },
  back: { wish: 'back', command: (of) => ({ kind: 'back', of }) },
  end: { wish: 'end', command: () => ({ kind: 'end' }) },
};

async function carryOut(
  deps: Deps,
  by: TypedCommand,
  session: PostedSession,
  what: KeyboardControl,
  card: Card = '',
): Promise<Answer> {
  const { wish, command } = CONTROLS[what];
  const click = clickOn(by, session);
  const answer = await control(deps.store, deps.now, session.sessionId, click, command(session, card));
  const isDone = answer.kind === 'done';
  const title = await runningTitle(deps.store, isDone ? answer.session : session);
  const notice = isDone
    ? ({ kind: 'controlled', what, title, ...(card && { card }) } as const)
    : ({ kind: 'refusal', refusal: answer.refusal, wish, title } as const);
  return { notice, jobs: [changed(session)] };
}

async function takePartAnswer(deps: Deps, session: Session, answer: TakePartAnswer): Promise<Answer> {
  const title = await runningTitle(deps.store, session);
  const notice =
    answer.kind === 'refusal'
      ? ({ ...answer, title } as const)
      : ({ kind: 'takePart', answer, title } as const);
  return { notice, jobs: [changed(session)] };
}

const noSession = ({ text }: TypedCommand): Answer => refused({ code: 'no_session', typed: text.trim() });

async function noSuchCard(
  deps: Deps,
  { text }: TypedCommand,
  session: Session,
  card: string,
  cards: readonly Card[],
): Promise<Answer> {
  const title = await runningTitle(deps.store, session);
  // Nobody names a story after a number.
  const typed = cardNumber(card) === undefined ? text.trim() : undefined;
  return told({ kind: 'refusal', refusal: defined({ code: 'no_such_card', card, cards, typed }), title });
}

/** The round as its buttons name it. */
const roundOf = ({ sessionId, story, round }: Session) => ({ sessionId, story, round });

/** What is typed counts as a click on the message of the session that it is meant for. */
const clickOn = (
  { teamId, userId, at }: TypedCommand,
  { sessionId, channelId, message }: PostedSession,
): Click => ({
  sessionId,
  teamId,
  userId,
  channelId,
  messageTs: message.ts,
  at,
});
