/** The workspace or organization that has installed the app: whose our token is. */
export interface TokenOwner {
  /** Of an org-wide install, the organization's. */
  teamId: string;
  enterpriseId?: string;
}

/** Whether a workspace belongs to the owner of the token. `enterpriseId`: of its organization, as far as is known. */
export function isServed(
  owner: TokenOwner,
  { teamId, enterpriseId }: { teamId: string; enterpriseId?: string | undefined },
): boolean {
  if (teamId === owner.teamId || teamId === owner.enterpriseId) return true;
  return enterpriseId !== undefined && enterpriseId === owner.enterpriseId;
}

/** A channel of a workspace. */
export interface ChannelRef {
  teamId: string;
  channelId: string;
}

/** Somebody in a workspace. */
export interface UserRef {
  teamId: string;
  userId: string;
}
