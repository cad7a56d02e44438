import type { HomeView, KnownBlock, ModalView } from '@slack/types';

/** What a workspace holds, as its windows show it. Types only. */

export interface Member {
  /** Slack's user id, such as `U0ADA`. */
  id: string;
  /** The legacy handle, such as `ada`: all that payloads tell. Nobody sees it in Slack. */
  name: string;
  realName: string;
  /** What they are called in Slack; '' or absent if they have chosen nothing, and are called by their real name. */
  displayName?: string;
  /**
   * Their own team, where it is not this workspace: another company's, whose member is here by Slack Connect, or with
   * Enterprise Grid the organization's own id, such as `E0ACME`.
   */
  teamId?: string;
  /** CSS colour of the avatar. */
  color: string;
  /** The language of their Slack, as IETF writes it: `de-DE`. `en-US` if absent. */
  locale?: string;
  /** IANA's name of their time zone; Slack's own (America/Los_Angeles) if absent. */
  timeZone?: string;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'dm';
  /** Whether the app was invited (`chat.postMessage` needs it). */
  appIsMember: boolean;
  memberIds: string[];
}

export interface Message {
  ts: string;
  channelId: string;
  /** Who wrote it; absent for the app's own messages. */
  userId?: string;
  text: string;
  blocks?: KnownBlock[];
  /** Set once `chat.update` has changed it. */
  editedTs?: string;
  /** Only the member whose window this is sees it; gone on reload, as in Slack. */
  ephemeral?: true;
  files?: MessageFile[];
}

/** A file that was shared with a message. */
export interface MessageFile {
  id: string;
  name: string;
  title: string;
  /** Bytes. */
  size: number;
  mimeType: string;
  /** The first lines, if it is a text. */
  preview?: string;
}

/** What the app offers in the menu of every message. */
export interface MessageShortcut {
  callbackId: string;
  name: string;
}

/** One modal of the stack that is open in this window; the last one is on top. */
export interface OpenView {
  id: string;
  hash: string;
  view: ModalView;
  /** `response_action: errors`, by block_id. */
  errors?: Record<string, string>;
}

/** The app's own conversation with the member, and what it has published on their Home tab, if anything. */
export interface AppHome {
  channelId: string;
  published?: { id: string; hash: string; view: HomeView };
}

/** What Slack shows in red or as a small warning when an app did not answer properly. */
export interface Warning {
  id: string;
  channelId?: string;
  /** The message under which Slack shows it, where it belongs to one. */
  messageTs?: string;
  text: string;
}

/** A request between Slack and the app, in short. */
export interface Traffic {
  id: number;
  /** Milliseconds since the epoch. */
  at: number;
  direction: 'to app' | 'to Slack';
  /** `/groom`, `block_actions`, `chat.update`, `response_url` … */
  name: string;
  /** HTTP status, or Slack's error code. */
  outcome: string;
  ms: number;
  request: unknown;
  response: unknown;
}

/** A value as Slack keeps it in `state.values` and sends it in `actions[]`. */
export type ElementState = Record<string, unknown> & { type: string };

export type ViewValues = Record<string, Record<string, ElementState>>;

export type HomeTab = 'home' | 'messages';
