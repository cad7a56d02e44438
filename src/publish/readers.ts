import { type Language, languageOf } from '../session/language.ts';
import type { Chat } from '../slack/chat.ts';
import type { Directory, Profile, UserRef } from '../store/directory.ts';
import { type Clock, HOUR, MINUTE, type Millis } from '../time.ts';

/** Who reads private lines, and in which language. */
export interface Readers {
  /** The language that somebody has set in Slack, if Slack tells and Groom speaks it. */
  language(reader: UserRef): Promise<Language | undefined>;
}

export interface ReadersOptions {
  directory: Directory;
  /** Absent where Slack must not be asked: before an ack. */
  chat?: Pick<Chat, 'profile'>;
  now: Clock;
}

/** So long a container remembers somebody. */
const REMEMBERED: Millis = 1 * HOUR;
/** So long Slack is not asked again, once it has said that it may not be asked. */
const NOT_GRANTED: Millis = 15 * MINUTE;

/**
 * Asks Slack for people's languages, which takes the optional scope `users:read`, and remembers them: in the container,
 * and in the directory, where commands find them too. Where Slack does not tell (no scope, a rate limit, an
 * outage) there is no language, and nobody waits.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function createReaders({ directory, chat, now }: ReadersOptions): Readers {
  const known = new Map<string, { profile: Profile; until: Millis }>();
  let askAgainAt: Millis = 0;

  async function ask(reader: UserRef): Promise<Profile | undefined> {
    if (!chat || now() < askAgainAt) return undefined;
    const answer = await chat.profile(reader.userId);
    if (answer.ok) {
      await directory.saveProfile(reader, answer.value);
      return answer.value;
    }
    const { failure } = answer;
    if (failure.kind === 'rate_limited') askAgainAt = now() + failure.retryAfter;
    if (failure.kind === 'refused' && failure.error === 'missing_scope') askAgainAt = now() + NOT_GRANTED;
    return undefined;
  }

  return {
    async language(reader) {
      const key = `${reader.teamId}/${reader.userId}`;
      const remembered = known.get(key);
      if (remembered && remembered.until > now()) return languageOf(remembered.profile.locale);
      const profile = (await directory.profile(reader)) ?? (await ask(reader));
      if (!profile) return undefined;
      known.set(key, { profile, until: now() + REMEMBERED });
      return languageOf(profile.locale);
    },
  };
}
