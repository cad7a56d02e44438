import type { ModalView } from '@slack/types';
import type { ModalContext } from '../blocks/modals/context.ts';
import { manageModal } from '../blocks/modals/manage.ts';
import { noticeModal } from '../blocks/modals/notice.ts';
import { type Person, peopleModal } from '../blocks/modals/people.ts';
import { takeOverModal } from '../blocks/modals/take-over.ts';
import { refusalText } from '../blocks/replies.ts';
import type { ViewRef } from '../src/queue/queue.ts';
import { sessionFor } from '../src/session/control.ts';
import { isOver, type Session, TAKE_OVER_AFTER } from '../src/session/session.ts';
import { lastSeen, takesPart } from '../src/session/succession.ts';
import { roster } from '../src/session/tally.ts';
import type { Store } from '../src/store/store.ts';
import { actionTs, type Clock, MINUTE } from '../src/time.ts';

/** *People…* or *Manage…* as this user may see it now. Always a view, if only one that says why not. */
export async function sessionView(
  store: Store,
  now: Clock,
  ref: Omit<ViewRef, 'viewId'>,
): Promise<ModalView> {
  const { sessionId, userId, teamId, channelId, page, view } = ref;
  const context: ModalContext = { sessionId, teamId, channelId, page };
  const session = await sessionFor(store, sessionId, { userId, teamId, channelId, at: actionTs(now()) });
  const title = view === 'people' ? 'People' : 'Manage session';
  if ('code' in session) return noticeModal(title, refusalText(session));
  if (isOver(session))
    return noticeModal(title, refusalText({ code: 'session_over', status: session.status }));
  return view === 'people'
    ? people(store, session, context, userId)
    : manage(store, now, session, context, userId);
}

async function people(
  store: Store,
  session: Session,
  context: ModalContext,
  userId: string,
): Promise<ModalView> {
  const [participants, slots] = await Promise.all([
    store.participants(session.sessionId),
    store.slots(session.sessionId, session),
  ]);
  const { voted, awaited, watching } = roster(session, participants, slots);
  const waiting = session.status === 'voting' ? 'not voted yet' : 'joined';
  const withState = (userIds: string[], state: Person['state']) =>
    userIds.map((userId) => ({ userId, state }));
  const everyone = [
    ...withState(awaited, waiting),
    ...withState(voted, 'voted'),
    ...withState(watching, 'watching'),
  ];
  return peopleModal(context, everyone, session.creatorId, userId === session.creatorId);
}

async function manage(
  store: Store,
  now: Clock,
  session: Session,
  context: ModalContext,
  userId: string,
): Promise<ModalView> {
  if (userId === session.creatorId) {
    return manageModal(context, session, await store.stories(session.sessionId));
  }
  const [takes, seen] = await Promise.all([
    takesPart(store, session, userId),
    lastSeen(store, session, session.creatorId),
  ]);
  const silentUntil = Math.max(session.creatorActedAt, seen) + TAKE_OVER_AFTER;
  const minutes = Math.max(0, Math.ceil((silentUntil - now()) / MINUTE));
  return takeOverModal(context, session.creatorId, minutes, takes);
}
