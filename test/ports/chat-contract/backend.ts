import type { KnownBlock, ModalView } from '@slack/types';
import type { Chat, PrivateLine, Rendering } from '../../../src/ports/chat.ts';
import type { Millis } from '../../../src/time.ts';

/** What goes wrong with a call. */
export type Trouble =
  /** Slack wants to be left alone for `retryAfter`. */
  | 'limited'
  /** Nobody hears of it. */
  | 'lost'
  /** It takes effect, but nobody says so. */
  | 'unanswered'
  /** Slack has a bad day. */
  | 'failing'
  /** Nobody answers for a long time. */
  | 'hanging';

/** A chat to be tested: with one workspace, and a channel in which the app and `ADA` and `BO` are. */
export interface ChatBackend {
  chat: Chat;
  /** What everybody in the channel sees, oldest first. */
  messages(): Shown[];
  /** What somebody was told there for their eyes only, oldest first. */
  told(userId: string): Said[];
  /** What the app has written to somebody in its own conversation with them, oldest first. */
  direct(userId: string): Said[];
  /** A response_url of a command that somebody has typed in the channel, or of a click on one of its messages. */
  responseUrl(userId: string, ts?: string): string;
  /** Removes the app from the channel. */
  kick(): void;
  /** Has the next call go wrong. */
  failNext(trouble: Trouble): void;
  /** When to call again where the trouble is that calls are limited. */
  retryAfter: Millis;
  pass(ms: Millis): void;
  close(): Promise<void>;
}

export interface Said {
  text: string;
  blocks?: readonly unknown[] | undefined;
}

interface Shown extends Said {
  ts: string;
}

/** … and with modals, Home tabs, files, and people whose profiles are known. */
export interface FullChatBackend extends ChatBackend {
  /** Somebody's window. */
  window(userId: string): ChatWindow;
  /** What stands on somebody's Home tab. */
  home(userId: string): readonly unknown[] | undefined;
  setProfile(userId: string, profile: { locale: string; timeZone: string; name: string }): void;
  grant(scope: string): void;
  /** The files in the app's own conversation with somebody. */
  files(userId: string): { name: string; content: string }[];
}

interface ChatWindow {
  /** The permission to open a modal in it: for one call, and for three seconds. */
  trigger(): string;
  /** The titles of its modals; the last one is on top. */
  titles(): string[];
  /** The id of the one on top. */
  viewId(): string;
}

const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

/** A message: with a text for notifications, and blocks that people see. */
export const message = (text: string): Rendering => ({ text, blocks: [section(`*${text}*`)] });

export const line = (text: string): PrivateLine => ({ text });

export const modal = (title: string): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [section(title)],
});

export const home = (text: string) => ({ type: 'home' as const, blocks: [section(text)] });
