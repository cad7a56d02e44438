import { type Language, languageOf } from '../game/language.ts';
import type { UserRef } from '../game/place.ts';
import type { Chat } from '../ports/chat.ts';
import type { Directory, KnownProfile } from '../ports/directory.ts';
import { type Clock, MINUTE, type Millis } from '../time.ts';

/** Who reads private lines, and in which language. */
export interface Readers {
  /** The language that somebody has set in Slack, if Slack tells and Groom speaks it. */
  language(reader: UserRef): Promise<Language | undefined>;
}

interface ReadersOptions {
  directory: Directory;
  /** Absent where Slack must not be asked: before an ack. */
  chats?: { for(teamId: string): Pick<Chat, 'profile'> };
  now: Clock;
}

/** How long to believe what Slack has said of somebody before asking again. */
const FRESH: Millis = 5 * MINUTE;
/** How long to wait before asking a team again after `missing_scope`. */
const NOT_GRANTED: Millis = 15 * MINUTE;

/**
 * Asks Slack for people's languages, which takes the optional scope `users:read`, and remembers their profiles: in the
 * container, and in the directory, where commands find them too. Where Slack does not tell (no scope, a rate limit, an outage)
 * what it said before is good enough, and nobody waits.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function createReaders({ directory, chats, now }: ReadersOptions): Readers {
  const known = new Map<string, KnownProfile>();
  /** By team: from when on Slack may be asked again. */
  const askAgainAt = new Map<string, Millis>();

  async function ask(reader: UserRef): Promise<KnownProfile | undefined> {
    const { teamId, userId } = reader;
    if (!chats || now() < (askAgainAt.get(teamId) ?? 0)) return undefined;
    const answer = await chats.for(teamId).profile(userId);
    if (answer.ok) {
      await directory.saveProfile(reader, answer.value);
      return { ...answer.value, asOf: now() };
    }
    const { failure } = answer;
    if (failure.kind === 'rate_limited') askAgainAt.set(teamId, now() + failure.retryAfter);
    if (failure.kind === 'refused' && failure.error === 'missing_scope')
      askAgainAt.set(teamId, now() + NOT_GRANTED);
    return undefined;
  }

  const isFresh = (profile: KnownProfile | undefined) => profile && profile.asOf + FRESH > now();

  return {
    async language(reader) {
      const key = `${reader.teamId}/${reader.userId}`;
      let profile = known.get(key);
      if (!isFresh(profile)) profile = await directory.profile(reader);
      if (!isFresh(profile)) profile = (await ask(reader)) ?? profile;
      if (!profile) return undefined;
      known.set(key, profile);
      return languageOf(profile.locale);
    },
  };
}
