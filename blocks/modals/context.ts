/** What a modal that belongs to a session remembers in its `private_metadata` (3000 characters at most). */
export interface ModalContext {
  sessionId: string;
  /** The session's: a submission may name only its submitter's. */
  teamId: string;
  channelId: string;
  /** Which page of *People…* is shown, counted from 0. */
  page: number;
}

/** What a modal that belongs to a channel remembers. */
export interface ChannelContext {
  channelId: string;
  /** The channel's: a submission may name only its submitter's. */
  teamId: string;
  /** That of the command that opened the modal: a way to post where the app is no member. */
  responseUrl?: string;
}
