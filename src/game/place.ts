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
