import { type Translate, translator } from '../blocks/language/translate.ts';
import type { UserRef } from '../src/game/place.ts';
import { isRefusal, type Refusal } from '../src/game/refusal.ts';
import type { Session } from '../src/game/session.ts';
import { type Actor, sessionFor } from '../src/play/control.ts';
import type { Readers } from '../src/play/readers.ts';
import type { Directory } from '../src/ports/directory.ts';
import type { Store } from '../src/ports/store.ts';

/** Whoever reads what we say in private, and where they are. */
export interface Reader extends UserRef {
  channelId: string;
  sessionId?: string;
}

interface ReaderDeps {
  store: Store;
  directory: Directory;
  readers: Readers;
}

/**
 * The words for somebody: in their own language where Slack tells it, else in the session's or the channel's. `reading`:
 * their session, if somebody is reading it anyway.
 */
export async function wordsFor(
  deps: ReaderDeps,
  reader: Reader,
  reading?: Promise<Session | Refusal>,
): Promise<Translate> {
  const own = await deps.readers.language(reader);
  if (own) return translator(own);
  const { sessionId } = reader;
  const read = await reading;
  const known = read && !isRefusal(read) ? read : undefined;
  const session = known ?? (sessionId === undefined ? undefined : await deps.store.session(sessionId));
  return translator(session?.language ?? (await deps.directory.settings(reader)).language);
}

/** The session that somebody acts on, or why they may not, and the words for them. */
export async function sessionAndWords(
  deps: ReaderDeps,
  sessionId: string,
  actor: Actor,
): Promise<[Session | Refusal, Translate]> {
  const reading = sessionFor(deps.store, sessionId, actor);
  return Promise.all([reading, wordsFor(deps, { ...actor, sessionId }, reading)]);
}
