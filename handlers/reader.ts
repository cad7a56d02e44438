import { translator } from '../blocks/language/translate.ts';
import { noticeLine } from '../blocks/notices.ts';
import { DEFAULT_LANGUAGE, type Language } from '../src/session/language.ts';
import type { Notice } from '../src/session/notice.ts';
import type { PrivateLine } from '../src/slack/chat.ts';
import type { UserRef } from '../src/store/directory.ts';
import type { Store } from '../src/store/store.ts';

/** Whoever reads what we say in private, and where they are. */
export interface Reader extends UserRef {
  channelId: string;
  sessionId?: string;
}

/** The language in which somebody is spoken to. */
export async function languageFor({ store }: { store: Store }, { sessionId }: Reader): Promise<Language> {
  const session = sessionId === undefined ? undefined : await store.session(sessionId);
  return session?.language ?? DEFAULT_LANGUAGE;
}

/** A private line in its reader's words. */
export async function tell(notice: Notice, _: UserRef, language: Language): Promise<PrivateLine> {
  return noticeLine(notice, translator(language));
}
