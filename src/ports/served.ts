import type { UserRef } from '../game/place.ts';

/**
 * Who is served: an app may be installed in several workspaces, each with a token of its own, and ours is that of one of
 * them, or of an organization. As long as nobody has found out which, all are.
 */
export interface Served {
  /** Whether a workspace belongs to our installation; `enterpriseId`: of its organization, as its payload says. */
  serves(where: Pick<UserRef, 'teamId'> & { enterpriseId?: string | undefined }): Promise<boolean>;
  /** Whether it may, for somebody who knows no more than its id: within an organization that doesn't say enough. */
  mayServe(teamId: string): Promise<boolean>;
}
