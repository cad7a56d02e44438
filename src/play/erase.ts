import type { ChannelRef, UserRef } from '../game/place.ts';
import type { Directory } from '../ports/directory.ts';
import type { Erasure } from '../ports/erasure.ts';

interface EraseDeps {
  directory: Pick<Directory, 'sessionsOf'>;
  erasure: Erasure;
  /** Resolves once nobody is at work any more with what they have read before. */
  settled(): Promise<void>;
}

/** Erases somebody from all sessions, and what is known of them. Answers with how many sessions that were. */
export async function erasePerson(
  { directory, erasure, settled }: EraseDeps,
  user: UserRef,
): Promise<number> {
  const sessions = await directory.sessionsOf(user);
  await twice(settled, async () => {
    for (const sessionId of sessions) await erasure.takeOut(user, sessionId);
    await erasure.forgetPerson(user);
  });
  return sessions.length;
}

/** Erases a channel's sessions, settings and history. Answers with how many sessions that were. */
export async function eraseChannel(
  { erasure, settled }: Omit<EraseDeps, 'directory'>,
  channel: ChannelRef,
): Promise<number> {
  const sessions = await erasure.sessionsIn(channel);
  await twice(settled, async () => {
    for (const sessionId of sessions) await erasure.forgetSession(sessionId);
    await erasure.forgetChannel(channel);
  });
  return sessions.length;
}

/** Whoever had read what was there before may still write it, such as a result that is being frozen. */
async function twice(settled: () => Promise<void>, erase: () => Promise<void>): Promise<void> {
  await erase();
  await settled();
  await erase();
}
