import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { Millis } from '../time.ts';
import type { Profile } from './directory.ts';

/** A message as it is posted: the blocks that people see, and the text for notifications and screen readers. */
export interface Rendering {
  text: string;
  blocks: KnownBlock[];
}

/** A message for one person; without blocks, the text is mrkdwn of our own making. */
export interface PrivateLine {
  text: string;
  blocks?: KnownBlock[];
}

/** How a call to Slack ended. Failures are values: what to do about them depends on who called. */
export type Outcome<T = unknown> = { ok: true; value: T } | { ok: false; failure: Failure };

export type Failure =
  /** Nothing happened; Slack wants to be left alone for a while. */
  | { kind: 'rate_limited'; retryAfter: Millis }
  | Refused
  /** Timed out or broke off: it may have happened all the same. */
  | { kind: 'unknown'; error: string };

/** Nothing happened, for this reason of Slack's, such as `message_not_found`. */
interface Refused {
  kind: 'refused';
  error: string;
}

/** Slack, one workspace at a time: each has a token of its own. */
export interface Chats {
  for(teamId: string): Chat;
}

/** What the product asks of a workspace. */
export interface Chat {
  /** Asks whether the app is installed there, and its token worth something. */
  check(): Promise<Outcome>;
  /** Posts a message and answers with its `ts`. */
  post(channelId: string, message: Rendering): Promise<Outcome<string>>;
  update(channelId: string, messageTs: string, message: Rendering): Promise<Outcome>;
  /** Deletes a message of the app's own. */
  deleteMessage(channelId: string, messageTs: string): Promise<Outcome>;
  /** Writes to somebody in the app's own conversation with them. */
  postDirect(userId: string, line: PrivateLine): Promise<Outcome>;
  /** Writes in a channel what only one of its members sees, if they are there at the moment. */
  postEphemeral(channelId: string, userId: string, line: PrivateLine): Promise<Outcome>;
  permalink(channelId: string, messageTs: string): Promise<Outcome<string>>;
  openView(triggerId: string, view: ModalView): Promise<Outcome>;
  /** Opens a view on top of the one that the trigger belongs to. */
  pushView(triggerId: string, view: ModalView): Promise<Outcome>;
  updateView(viewId: string, view: ModalView): Promise<Outcome>;
  publishHome(userId: string, view: HomeView): Promise<Outcome>;
  /** A private line to whoever clicked. It replaces what they clicked on only if that was a private line, and is to. */
  respond(responseUrl: string, line: PrivateLine, how?: { replaces?: boolean }): Promise<Outcome>;
  /** Posts a message to everybody through a command's response_url, where the app may not post itself. */
  postThrough(responseUrl: string, message: Rendering): Promise<Outcome>;
  /** Replaces the clicked message through the click's response_url, where the app may not update it itself. */
  replaceThrough(responseUrl: string, message: Rendering): Promise<Outcome>;
  /** Asks for somebody's language, time zone and name, which takes the optional scope users:read. */
  profile(userId: string): Promise<Outcome<Profile>>;
  /**
   * Uploads a file, of which nobody sees anything yet, and answers with its id. That takes the optional scope
   * files:write.
   */
  uploadFile(file: TextFile): Promise<Outcome<string>>;
  /** Gives somebody a file that was uploaded, in the app's own conversation with them, below a line of its own. */
  shareFile(userId: string, file: { id: string; name: string }, line: PrivateLine): Promise<Outcome>;
}

export interface TextFile {
  name: string;
  content: string;
}

/**
 * Slack's own troubles, which pass. Whatever else it says is final: the message is gone, the app may not write there
 * any more, or an error that we have never heard of. https://docs.slack.dev/reference/methods/chat.update#errors
 */
const TRANSIENT: ReadonlySet<string> = new Set([
  'ratelimited',
  'fatal_error',
  'internal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
  'external_channel_migrating',
]);

/** Whether no other try will help. */
export const isFinal = (failure: Failure): failure is Refused =>
  failure.kind === 'refused' && !TRANSIENT.has(failure.error);

/** What Slack says of a token that is worth nothing any more: the app was removed, or has got another one. */
export const INVALID_TOKEN = ['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive'] as const;

export const isInvalidToken = (failure: Failure): boolean =>
  failure.kind === 'refused' && INVALID_TOKEN.some((error) => error === failure.error);

/** What goes on as before once the app has another token, or has been allowed more. */
const MENDED_BY_A_TOKEN: ReadonlySet<string> = new Set([
  ...INVALID_TOKEN,
  'not_authed',
  'missing_scope',
  'not_allowed_token_type',
]);

/** Whether a message that Slack has refused to update for this reason is worth another try by itself. */
export const isMendedByToken = (error: string | undefined): boolean =>
  error !== undefined && MENDED_BY_A_TOKEN.has(error);

/** What Slack says of a conversation that the app is not in, such as a direct message between two people. */
const NOT_A_MEMBER: ReadonlySet<string> = new Set(['channel_not_found', 'not_in_channel']);

/** Whether it is refused because the app is not in the conversation: a response_url works there all the same. */
export const isOutside = (failure: Failure): boolean =>
  failure.kind === 'refused' && NOT_A_MEMBER.has(failure.error);

/** Refusals of what a message says, not of writing it at all. */
const OF_CONTENT: ReadonlySet<string> = new Set([
  'msg_too_long',
  'msg_blocks_too_long',
  'invalid_blocks',
  'invalid_blocks_format',
  'block_mismatch',
  'no_text',
]);

/** Whether the same message may be taken if it says less. */
export const isAboutContent = (failure: Failure): failure is Refused =>
  failure.kind === 'refused' && OF_CONTENT.has(failure.error);

/** For logs: never holds what was sent. */
export const failureText = (failure: Failure): string =>
  failure.kind === 'rate_limited' ? `rate limited for ${failure.retryAfter} ms` : failure.error;
