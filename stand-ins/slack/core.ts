import { Channels } from './channels.ts';
import { Clock } from './clock.ts';
import { Connections } from './connections.ts';
import { Faults } from './faults.ts';
import { Files } from './files.ts';
import { Journal } from './journal.ts';
import { Messages } from './messages.ts';
import { type Limits, RateLimiter, SLACK_LIMITS } from './rate-limits.ts';
import { ResponseUrls } from './response-urls.ts';
import { Triggers } from './triggers.ts';
import { type LiveHome, Windows } from './windows.ts';
import { defaultWorkspace, type Workspace } from './workspace.ts';

export interface SlackOptions {
  /** What Slack signs its requests to the app with. */
  signingSecret: string;
  /** The bot token that the app must present. */
  botToken: string;
  /** The app-level token (`xapp-…`) of an app in Socket Mode: all goes through its connections, nothing to `deliverTo`. */
  appToken?: string;
  /** What that may do; `connections:write` if absent. */
  appTokenScopes?: readonly string[];
  /** The app's Request URL, `http://…/slack/events`. May be set later: `slack.deliverTo = url`. */
  deliverTo?: string;
  /** Where to listen; a free port if absent. */
  port?: number;
  /** What the token may do; what the manifest asks for if absent. May be changed later: `slack.grant(…)`. */
  scopes?: readonly string[];
  /** Who and what there is; Acme with five members if absent. */
  workspace?: Workspace;
  /** Milliseconds since the epoch; the computer's clock if absent. */
  now?: () => number;
  /** Milliseconds that pass before a Web API call takes effect; none if absent. */
  latency?: (method: string) => number;
  /** Rate limits by method; Slack's own if absent. */
  limits?: Limits | 'off';
  /** Whether chat.update lets rich text be replaced by what has none. Slack documents that it doesn't. */
  mayLoseRichText?: boolean;
  /**
   * Milliseconds after its answer until a picture that replaces a message through a response_url is seen, so that two may
   * come in another order; none if absent. Slack promises neither time nor order.
   */
  replacementDelay?: () => number;
  /** Milliseconds the app has to acknowledge; 3000 if absent, as with Slack. */
  ackTimeoutMs?: number;
  /** Milliseconds a trigger id lives; 3000 if absent, as with Slack. */
  triggerLifeMs?: number;
}

/** The state of one Slack, shared by the functions that act on it. */
export interface Core {
  readonly options: SlackOptions;
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly windows: Windows;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly files: Files;
  /** What the app has published on Home tabs, by member. */
  readonly homes: Map<string, LiveHome>;
  /** Granted to the app. */
  readonly scopes: Set<string>;
  readonly appTokenScopes: ReadonlySet<string>;
  readonly limiter: RateLimiter;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly ackTimeoutMs: number;
  readonly connections: Connections;
  deliverTo: string | undefined;
  signingSecret: string;
  botToken: string;
  appToken: string | undefined;
  /** Why the token is refused, once it was revoked. */
  tokenError: string | undefined;
  /** To be called after every change that somebody could see. */
  changed(): void;
  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void;
}

export function createCore(options: SlackOptions): Core {
  const workspace = options.workspace ?? defaultWorkspace();
  const clock = new Clock(options.now ?? (() => Date.now()));
  const ackTimeoutMs = options.ackTimeoutMs ?? 3000;
  const connections = new Connections({
    enabled: options.appToken !== undefined,
    clock,
    appId: workspace.app.id,
    ackTimeoutMs,
  });
  const listeners = new Set<() => void>();
  return {
    options,
    workspace,
    clock,
    channels: new Channels(workspace),
    messages: new Messages(),
    windows: new Windows(),
    triggers: new Triggers(clock, options.triggerLifeMs ?? 3000),
    responseUrls: new ResponseUrls(clock),
    files: new Files(),
    homes: new Map(),
    scopes: new Set(options.scopes ?? workspace.app.scopes),
    appTokenScopes: new Set(options.appTokenScopes ?? ['connections:write']),
    limiter: new RateLimiter(options.limits === 'off' ? {} : (options.limits ?? SLACK_LIMITS), clock),
    faults: new Faults(),
    journal: new Journal(),
    ackTimeoutMs,
    connections,
    deliverTo: options.deliverTo,
    signingSecret: options.signingSecret,
    botToken: options.botToken,
    appToken: options.appToken,
    tokenError: undefined,
    changed: () => {
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
