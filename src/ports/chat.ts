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
  /** Nothing happened, for this reason of Slack's, such as `message_not_found`. */
  | { kind: 'refused'; error: string }
  /** Timed out or broke off: it may have happened all the same. */
  | { kind: 'unknown'; error: string };

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
  /** A private line to whoever clicked; the message they clicked on stays as it is. */
  respond(responseUrl: string, line: PrivateLine): Promise<Outcome>;
  /** Posts a message to everybody through a command's response_url, where the app may not post itself. */
  postThrough(responseUrl: string, message: Rendering): Promise<Outcome>;
  /** Replaces the clicked message through the click's response_url, where the app may not update it itself. */
  replaceThrough(responseUrl: string, message: Rendering): Promise<Outcome>;
  /** Asks for somebody's language and time zone, which takes the optional scope users:read. */
  profile(userId: string): Promise<Outcome<Profile>>;
  /**
   * Gives somebody a file in the app's own conversation with them, below a line of its own. That takes the
   * optional scope files:write; without it the line does not appear either.
   */
  sendFile(userId: string, file: TextFile, line: PrivateLine): Promise<Outcome>;
}

export interface TextFile {
  name: string;
  content: string;
}

/**
 * Refusals that no retry mends: the message is gone, or the app may not write there any more.
 * https://docs.slack.dev/reference/methods/chat.update#errors
 */
const TERMINAL: ReadonlySet<string> = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'is_inactive',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'invalid_auth',
  'not_authed',
  'no_permission',
  'missing_scope',
  'access_denied',
  'restricted_action',
  'team_access_not_granted',
  'org_login_required',
]);

export const isTerminal = (failure: Failure): boolean =>
  failure.kind === 'refused' && TERMINAL.has(failure.error);

/** For logs: never holds what was sent. */
export const failureText = (failure: Failure): string =>
  failure.kind === 'rate_limited' ? `rate limited for ${failure.retryAfter} ms` : failure.error;
