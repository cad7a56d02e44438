/**
 * What the playground's page and its server say to each other: JSON over HTTP, and one stream of
 * server-sent events per open window. Types only; both sides import this file.
 */
import type {
  AppHome,
  Channel,
  HomeTab,
  Member,
  Message,
  MessageShortcut,
  OpenView,
  Traffic,
  ViewValues,
  Warning,
} from '../stand-ins/slack/shapes.ts';

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

/** `POST /playground/command`: the composer's `/groom …`. */
export interface CommandRequest {
  memberId: string;
  windowId: string;
  channelId: string;
  /** With the slash: `/groom Add SSO login`. */
  text: string;
}

/** `POST /playground/message`: plain talk, and `/invite @Groom` and `/kick @Groom` as well. */
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
