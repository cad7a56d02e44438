import type { ModalView } from '@slack/types';
import type { Translate } from '../blocks/language/translate.ts';
import type { ModalContext } from '../blocks/modals/context.ts';
import { manageModal } from '../blocks/modals/manage.ts';
import { noticeModal } from '../blocks/modals/notice.ts';
import { type Person, peopleModal } from '../blocks/modals/people.ts';
import { takeOverModal } from '../blocks/modals/take-over.ts';
import { refusalText } from '../blocks/private/refusals.ts';
import { nudgeAgainIn } from '../src/game/decide.ts';
import { roster } from '../src/game/round/tally.ts';
import { isOver, type Session, TAKE_OVER_AFTER } from '../src/game/session.ts';
import { sessionFor } from '../src/play/control.ts';
import { lastSeen, missingVoters, takesPart } from '../src/play/presence.ts';
import type { Readers } from '../src/play/readers.ts';
import type { Directory } from '../src/ports/directory.ts';
import type { ViewRef } from '../src/ports/job.ts';
import type { Store } from '../src/ports/store.ts';
import { actionTs, type Clock, MINUTE } from '../src/time.ts';
import { wordsFor } from './reader.ts';

interface ViewDeps {
  store: Store;
  directory: Directory;
  readers: Readers;
  now: Clock;
}

/** *People…* or *Manage…* as this user may see it now. Always a view, if only one that says why not. */
export async function sessionView(deps: ViewDeps, ref: Omit<ViewRef, 'viewId'>): Promise<ModalView> {
  const { store, now } = deps;
  const { sessionId, userId, teamId, channelId, page, view } = ref;
  const context: ModalContext = { sessionId, teamId, channelId, page };
  const [session, t] = await Promise.all([
    sessionFor(store, sessionId, { userId, teamId, channelId, at: actionTs(now()) }),
    wordsFor(deps, ref),
  ]);
  const title = t(`${view}.title`);
  if ('code' in session) return noticeModal(t, title, refusalText(session, t));
  if (isOver(session))
    return noticeModal(t, title, refusalText({ code: 'session_over', status: session.status }, t));
  return view === 'people'
    ? people(deps, t, session, context, userId)
    : manage(deps, t, session, context, userId);
}

async function people(
  { store }: ViewDeps,
  t: Translate,
  session: Session,
  context: ModalContext,
  userId: string,
): Promise<ModalView> {
  const [participants, slots] = await Promise.all([
    store.participants(session.sessionId),
    store.slots(session.sessionId, session),
  ]);
  const { voted, awaited, watching } = roster(session, participants, slots);
  const waiting = session.status === 'voting' ? 'notVoted' : 'joined';
  const withState = (userIds: string[], state: Person['state']) =>
    userIds.map((userId) => ({ userId, state }));
  const everyone = [
    ...withState(awaited, waiting),
    ...withState(voted, 'voted'),
    ...withState(watching, 'isWatching'),
  ];
  return peopleModal(t, context, everyone, session.creatorId, userId === session.creatorId);
}

async function manage(
  { store, now }: ViewDeps,
  t: Translate,
  session: Session,
  context: ModalContext,
  userId: string,
): Promise<ModalView> {
  if (userId === session.creatorId) {
    const [stories, missing] = await Promise.all([
      store.stories(session.sessionId),
      missingVoters(store, session),
    ]);
    const reminder = { missing: missing.length, againIn: nudgeAgainIn(session, now()) };
    return manageModal(t, context, session, stories, reminder);
  }
  const [takes, seen] = await Promise.all([
    takesPart(store, session, userId),
    lastSeen(store, session, session.creatorId),
  ]);
  const silentUntil = Math.max(session.creatorActedAt, seen) + TAKE_OVER_AFTER;
  const minutes = Math.max(0, Math.ceil((silentUntil - now()) / MINUTE));
  return takeOverModal(t, context, session.creatorId, minutes, takes);
}
