import { type Translate, translator } from '../blocks/language/translate.ts';
import type { UserRef } from '../src/game/place.ts';
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

/** The words for somebody: in their own language where Slack tells it, else in the session's or the channel's. */
export async function wordsFor(deps: ReaderDeps, reader: Reader): Promise<Translate> {
  const own = await deps.readers.language(reader);
  if (own) return translator(own);
  const { sessionId } = reader;
  const session = sessionId === undefined ? undefined : await deps.store.session(sessionId);
  return translator(session?.language ?? (await deps.directory.settings(reader)).language);
}
