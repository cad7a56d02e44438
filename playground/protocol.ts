/**
 * What the playground's page and its server say to each other: JSON over HTTP, and one stream of
 * server-sent events per open window. Types only; both sides import this file.
 */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export interface Member {
  /** Slack's user id, such as `U0ADA`. */
  id: string;
  /** The handle, such as `ada`. */
  name: string;
  realName: string;
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

/** A file that was shared with a message. Its content is at `GET /playground/files/<id>`. */
export interface MessageFile {
  id: string;
  name: string;
  title: string;
  /** Bytes. */
  size: number;
  mimeType: string;
  /** The first lines, of a text. */
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

/** Everything one window shows. Sent whole on every change (event `snapshot`). */
export interface Snapshot {
  team: { id: string; name: string };
  app: { name: string; botUserId: string; shortcuts: MessageShortcut[] };
  /** Absent while the app has no Home tab. */
  home?: AppHome;
  me: Member;
  members: Member[];
  channels: Channel[];
  messages: Message[];
  views: OpenView[];
  warnings: Warning[];
}

/** One line of the side panel: a request between Slack and the app (event `traffic`). */
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

/** `POST /playground/command`: the composer's `/groom …`. */
export interface CommandRequest {
  memberId: string;
  windowId: string;
  channelId: string;
  /** With the slash: `/groom Add SSO login`. */
  text: string;
}

/** `POST /playground/message`: plain talk. `/invite @Groom` and `/kick @Groom` come here as well. */
export interface MessageRequest {
  memberId: string;
  channelId: string;
  text: string;
}

/** `POST /playground/action`: a click in a message or in a modal. */
export interface ActionRequest {
  memberId: string;
  windowId: string;
  container: { channelId: string; messageTs: string } | { viewId: string };
  blockId: string;
  actionId: string;
  /** The chosen option, user … for selects and overflow menus: `{ selected_option: … }`. */
  chosen?: Record<string, unknown>;
  /** What the modal's inputs hold, for a click in a modal. */
  values?: ViewValues;
}

/** `POST /playground/submit` and `POST /playground/close`. */
export interface ViewRequest {
  memberId: string;
  windowId: string;
  viewId: string;
  values?: ViewValues;
}

/** `POST /playground/home`: a member opens a tab of the app's own conversation. */
export interface HomeRequest {
  memberId: string;
  tab: HomeTab;
}

export type HomeTab = 'home' | 'messages';

/** `POST /playground/shortcut`: an entry of the menu of a message. */
export interface ShortcutRequest {
  memberId: string;
  windowId: string;
  channelId: string;
  messageTs: string;
  callbackId: string;
}

/** `POST /playground/locale`: a member sets the language of their Slack. */
export interface LocaleRequest {
  memberId: string;
  locale: string;
}

/** The answer to each of these posts; what changed arrives by the event stream. */
export type Answer = { ok: true } | { ok: false; error: string };

/**
 * `GET /playground/events?member=U0ADA&window=<windowId>` is the stream. The window id is made by the page
 * on load, so that a reload is a new window: ephemeral messages and open modals belong to a window.
 */
export type StreamEvent = { type: 'snapshot'; data: Snapshot } | { type: 'traffic'; data: Traffic[] };
