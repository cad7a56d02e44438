import { type Chats, isInvalidToken, type Outcome } from '../ports/chat.ts';
import type { Directory } from '../ports/directory.ts';
import { fingerprintOf } from '../ports/hash.ts';
import type { Secret } from '../ports/secret.ts';
import { type Clock, MINUTE, type Millis } from '../time.ts';

/** Whether the app is still installed in a workspace. */
export interface Installation {
  /**
   * To be called when Slack says that the app was removed, or a token revoked. Slack says so of any token, and again
   * when it got no answer, perhaps after another installation: it is asked whether our token is worth something.
   */
  removed(teamId: string): Promise<Outcome>;
  /** Whether it was removed, and not installed again since. Known to all containers within a minute. */
  isRemoved(teamId: string): Promise<boolean>;
}

interface InstallationOptions {
  directory: Pick<Directory, 'deadToken' | 'saveDeadToken'>;
  chats: Chats;
  token: Secret;
  now: Clock;
}

/** How long to believe what the directory has said. */
const FRESH: Millis = MINUTE;

/**
 * What is remembered is which token is dead, by its fingerprint: with another one in the Parameter Store work goes on by
 * itself, and nothing has to be forgotten first.
 */
export function createInstallation({ directory, chats, token, now }: InstallationOptions): Installation {
  const known = new Map<string, { dead: string | undefined; asOf: Millis }>();

  async function deadToken(teamId: string): Promise<string | undefined> {
    const fresh = known.get(teamId);
    if (fresh && now() - fresh.asOf < FRESH) return fresh.dead;
    const dead = await directory.deadToken(teamId);
    known.set(teamId, { dead, asOf: now() });
    return dead;
  }

  return {
    async removed(teamId) {
      const answer = await chats.for(teamId).check();
      if (answer.ok || !isInvalidToken(answer.failure)) return answer;
      await directory.saveDeadToken(teamId, fingerprintOf(token.current));
      known.delete(teamId);
      return { ok: true, value: undefined };
    },

    async isRemoved(teamId) {
      const dead = await deadToken(teamId);
      if (dead === undefined || dead !== fingerprintOf(token.current)) return false;
      await token.renew();
      return dead === fingerprintOf(token.current);
    },
  };
}
