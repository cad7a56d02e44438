/** What a modal that belongs to a session remembers in its `private_metadata` (3000 characters at most). */
export interface ModalContext {
  sessionId: string;
  /** Only version 0.1.0 reads it, which may be back after a rollback. */
  teamId: string;
  channelId: string;
  /** Which page of *People…* is shown, counted from 0. */
  page: number;
}

/** What a modal that belongs to a channel remembers. */
export interface ChannelContext {
  channelId: string;
  /** That of the command that opened the modal: a way to post where the app is no member. */
  responseUrl?: string;
}
