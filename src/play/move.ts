import { defined } from '../game/defined.ts';
import { isOver, type Session } from '../game/session.ts';
import { DEFAULT_SETTINGS } from '../game/settings.ts';
import type { Directory } from '../ports/directory.ts';
import type { Erasure } from '../ports/erasure.ts';
import type { Estate } from '../ports/estate.ts';
import type { Job } from '../ports/job.ts';
import type { Queue } from '../ports/queue.ts';
import type { Store } from '../ports/store.ts';

/** Where sessions, settings and history are kept. */
export interface House {
  store: Store;
  directory: Directory;
  erasure: Erasure;
  estate: Estate;
}

interface Moved {
  sessions: number;
  /** How many of them go on. */
  open: number;
  channels: number;
}

/** There is something in the target that moving would overwrite. */
export class NotMoved extends Error {}

/**
 * Copies all sessions, channels' settings and histories, and has `queue`, the target's, look at each session that goes
 * on. Nobody may work with either house meanwhile. The source stays as it is. After an interruption it may be done again.
 * @throws {NotMoved} if the target has sessions that the source doesn't know, or knows in an older state
 */
export async function move(from: House, to: House & { queue: Queue }): Promise<Moved> {
  const sessions = await from.estate.sessions();
  await expectNothingNewer(sessions, await to.estate.sessions());
  const channels = await from.estate.channels();
  for (const channel of channels) {
    await to.erasure.forgetChannel(channel);
    const settings = await from.directory.settings(channel);
    if (settings !== DEFAULT_SETTINGS) await to.directory.saveSettings(channel, settings);
    for (const story of await from.directory.history(channel)) await to.directory.record(channel, story);
  }
  for (const session of sessions) await moveSession(session, from, to);
  const open = sessions.filter((session) => !isOver(session));
  await to.queue.send(open.flatMap(looksAt));
  return { sessions: sessions.length, open: open.length, channels: channels.length };
}

/** Whoever moves in the wrong direction is to lose nothing. */
async function expectNothingNewer(ours: readonly Session[], theirs: readonly Session[]): Promise<void> {
  const known = new Map(ours.map((session) => [session.sessionId, session]));
  const isNewer = (there: Session) => {
    const here = known.get(there.sessionId);
    return (
      !here || there.version > here.version || there.published.paint.number > here.published.paint.number
    );
  };
  const newer = theirs.filter(isNewer).length;
  if (newer > 0)
    throw new NotMoved(
      `${newer} of the ${theirs.length} sessions there are newer than here, or unknown here. Is it the other direction?`,
    );
}

/** The session itself comes last: without it, nothing of the rest counts. */
async function moveSession(session: Session, from: House, { store, erasure, estate }: House): Promise<void> {
  const { sessionId } = session;
  await erasure.forgetSession(sessionId);
  await store.putStories(session, await from.store.stories(sessionId));
  for (const person of await from.store.participants(sessionId))
    await store.writeParticipant(session, person);
  for (const slot of await from.estate.slotsOf(sessionId)) await store.writeSlot(sessionId, slot);
  for (const reason of await from.estate.reasonsOf(sessionId)) await store.writeReason(session, reason);
  for (const result of await from.store.results(sessionId)) await store.createResult(session, result);
  await estate.putSession(withoutNotes(session));
}

/** Nothing that was noted as done in the former place is: neither its timers nor its list of running sessions move. */
function withoutNotes(session: Session): Session {
  const { listed: _, scheduledFor: __, looksAt: ___, ...published } = session.published;
  return { ...session, published };
}

/** A look now, after which the publisher sees to the deadline, and one at each time that it has a timer for already. */
function looksAt({ sessionId, teamId, revealAt, published: { paint, trouble } }: Session): Job[] {
  const times = { revealAt, againAt: paint.againAt, nextAt: trouble?.nextAt, turn: trouble?.turn?.at };
  const timers = Object.values(defined(times)).map(
    (dueAt): Job => ({ kind: 'timer', sessionId, teamId, dueAt }),
  );
  return [{ kind: 'changed', sessionId, teamId }, ...timers];
}
