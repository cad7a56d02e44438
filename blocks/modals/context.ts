/** What a modal that belongs to a session remembers in its `private_metadata` (3000 characters at most). */
export interface ModalContext {
  sessionId: string;
  /** Nobody reads it any more but version 0.1.0, which may be back after a rollback. */
  teamId: string;
  channelId: string;
  /** Of *People…*, from 0. */
  page: number;
}

/** What a modal that belongs to a channel remembers. */
export interface ChannelContext {
  channelId: string;
  /** Of the command that opened it: a way to post where the app is no member. */
  responseUrl?: string;
}
