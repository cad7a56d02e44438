import type { ModalView } from '@slack/types';
import type { Translate } from '../blocks/language/translate.ts';
import type { ModalContext } from '../blocks/modals/context.ts';
import { manageModal } from '../blocks/modals/manage.ts';
import { noticeModal } from '../blocks/modals/notice.ts';
import { type Person, peopleModal } from '../blocks/modals/people.ts';
import { takeOverModal } from '../blocks/modals/take-over.ts';
import { refusalInDialog } from '../blocks/private/refusals.ts';
import { nudgeAgainIn, takeOverIn } from '../src/game/decide.ts';
import { isRefusal, type Refusal } from '../src/game/refusal.ts';
import { roster } from '../src/game/round/roster.ts';
import type { Session } from '../src/game/session.ts';
import { whyOver } from '../src/game/why-not.ts';
import { lastSeen, missingVoters, takesPart } from '../src/play/presence.ts';
import type { Readers } from '../src/play/readers.ts';
import type { Directory } from '../src/ports/directory.ts';
import type { ViewRef } from '../src/ports/job.ts';
import type { Store } from '../src/ports/store.ts';
import { actionTs, type Clock } from '../src/time.ts';
import { sessionAndWords } from './words-for.ts';

interface ViewDeps {
  store: Store;
  directory: Directory;
  readers: Readers;
  now: Clock;
}

/** A modal; `refusal`: it only says why there is nothing to see. */
interface SessionView {
  modal: ModalView;
  refusal?: Refusal;
}

/** *People…* or *Manage…* as this user may see it now. */
export async function sessionView(
  deps: ViewDeps,
  { sessionId, userId, teamId, channelId, page, view }: Omit<ViewRef, 'viewId'>,
): Promise<SessionView> {
  const actor = { userId, teamId, channelId, at: actionTs(deps.now()) };
  const [session, t] = await sessionAndWords(deps, sessionId, actor);
  const no = (refusal: Refusal): SessionView => ({
    modal: noticeModal(t, t(`${view}.title`), refusalInDialog(refusal, t)),
    refusal,
  });
  if (isRefusal(session)) return no(session);
  const over = whyOver(session);
  if (over) return no(over);
  const context: ModalContext = { sessionId, teamId, channelId, page };
  const draw = view === 'people' ? people : manage;
  return { modal: await draw(deps, t, session, context, userId) };
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
  const withState = (userIds: readonly string[], state: Person['state']) =>
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
  return takeOverModal(t, context, session.creatorId, takeOverIn(session, seen, now()), takes);
}
