import type { Json } from './blockkit/json.ts';
import type { DisconnectReason } from './connections.ts';
import type { Core } from './core.ts';
import {
  type Delivery,
  deliverEvent,
  deliverForm,
  deliverLogged,
  type RawRequest,
  signedHeaders,
} from './deliver.ts';
import type { Failure, Interceptor } from './faults.ts';
import { install, uninstall, verifyUrl } from './installation.ts';
import type { Sent } from './journal.ts';
import type { StoredMessage } from './messages.ts';
import { eventEnvelope, member } from './payloads.ts';
import { Person } from './person.ts';
import type { Message, Traffic } from './shapes.ts';
import { waitUntil } from './wait-until.ts';

/** The channel people are in unless told otherwise. */
const DEFAULT_CHANNEL = '#planning';

/** A file that people find in a conversation. */
export interface SharedFile {
  id: string;
  name: string;
  title: string;
  content: string;
  channelId: string;
  messageTs: string;
}

/** A running stand-in for Slack: its people, its history, and its levers for tests. */
export class Slack {
  /** For the app's `SLACK_API_URL`. */
  readonly apiUrl: string;
  /** For the playground's server, which shows all of it. */
  readonly core: Core;
  readonly close: () => Promise<void>;

  constructor(core: Core, apiUrl: string, close: () => Promise<void>) {
    this.core = core;
    this.apiUrl = apiUrl;
    this.close = close;
  }

  /** The app's Request URL. */
  set deliverTo(url: string) {
    this.core.deliverTo = url;
  }

  /** A member, by name or id, at a window of their own: `slack.as('ada')`. */
  as(member: string, channel = DEFAULT_CHANNEL, windowId?: string): Person {
    return new Person(this.core, member, channel, windowId);
  }

  /** What the channel (by name or id) shows, or every channel; oldest first. */
  messages(channel?: string): StoredMessage[] {
    return this.core.messages.list(channel === undefined ? undefined : this.core.channels.get(channel).id);
  }

  /** The newest of the app's messages in a channel. @throws {Error} when there is none */
  lastMessage(channel = DEFAULT_CHANNEL): StoredMessage {
    const message = this.messages(channel).findLast(({ userId }) => userId === undefined);
    if (message === undefined) throw new Error(`The app has posted nothing in ${channel}`);
    return message;
  }

  /** A message as it is now. @throws {Error} when it was deleted */
  current({ channelId, ts }: Message): StoredMessage {
    const message = this.core.messages.find(channelId, ts);
    if (message === undefined) throw new Error(`The message ${ts} is not there any more`);
    return message;
  }

  /** Everything the app ever showed to this member alone, whether or not a window was open. */
  ephemeralsOf(idOrName: string): Sent[] {
    const { id } = member(this.core, idOrName);
    return this.sent.filter((sent) => sent.to === id && sent.view === undefined);
  }

  /** Everything the app ever sent, in order: posts, updates, private messages, views. */
  get sent(): readonly Sent[] {
    return this.core.journal.sent;
  }

  /** What the app sent for all of a channel to see. */
  sentToChannel(channel = DEFAULT_CHANNEL): Sent[] {
    const { id } = this.core.channels.get(channel);
    return this.sent.filter((sent) => sent.channelId === id && sent.to === undefined);
  }

  /** The latest requests in both directions, for people to read. */
  get traffic(): readonly Traffic[] {
    return this.core.journal.traffic;
  }

  /** Calls back after every change. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    return this.core.subscribe(listener);
  }

  /**
   * Waits until `probe` returns something truthy, and returns that. What `probe` throws counts as "not yet".
   * @throws {Error} after `timeoutMs`
   */
  until<T>(probe: () => T, timeoutMs = 5000): Promise<NonNullable<T>> {
    return waitUntil((listener) => this.subscribe(listener), probe, timeoutMs);
  }

  /** Invites the app to a channel. */
  invite(channel: string): void {
    this.core.channels.setAppMembership(this.core.channels.get(channel).id, true);
    this.core.changed();
  }

  /** Removes the app from a channel. */
  kick(channel: string): void {
    this.core.channels.setAppMembership(this.core.channels.get(channel).id, false);
    this.core.changed();
  }

  /** Somebody of another company joins a channel by Slack Connect; resolves to their name. */
  connect(name: string, channel = DEFAULT_CHANNEL): string {
    const id = `U0${name.toUpperCase()}`;
    const person = { id, name, realName: `${name} of Globex`, color: '#555555', teamId: 'T0GLOBEX' };
    const { members } = this.core.workspace;
    if (!members.some((known) => known.id === id)) members.push(person);
    this.core.channels.get(channel).memberIds.push(id);
    this.core.changed();
    return name;
  }

  archive(channel: string): void {
    this.core.channels.archive(this.core.channels.get(channel).id);
    this.core.changed();
  }

  /** Somebody deletes a message. */
  deleteMessage({ ts }: Message): void {
    this.core.messages.delete(ts);
    this.core.changed();
  }

  /** The workspace withdraws the app's token; `account_inactive` when it has removed the app. */
  revokeToken(error: 'token_revoked' | 'account_inactive' = 'token_revoked'): void {
    this.core.tokenError = error;
  }

  /** The app is created from its manifest: does its Request URL say back what it is asked to? */
  verifyUrl(): Promise<boolean> {
    return verifyUrl(this.core);
  }

  /** An owner removes the app; Slack tells it, if it has subscribed to that. */
  uninstall(): Promise<void> {
    return uninstall(this.core);
  }

  /** An owner installs the app again, which gives another token. */
  install(botToken: string): void {
    install(this.core, botToken);
  }

  /** How many connections an app in Socket Mode has. */
  get connections(): number {
    return this.core.connections.count;
  }

  /** Slack takes a connection of Socket Mode away, or warns that it will. */
  disconnect(reason: DisconnectReason, which: 'oldest' | 'all' = 'oldest'): void {
    this.core.connections.disconnect(reason, which);
  }

  /** The network breaks all connections of Socket Mode. */
  cutConnections(): void {
    this.core.connections.cut();
  }

  /** *Settings → Socket Mode*: off, the connections end, and whoever connects is told so. */
  switchSocketMode(to: 'on' | 'off'): void {
    this.core.connections.enabled = to === 'on';
    if (to === 'off') this.disconnect('link_disabled', 'all');
  }

  /** *Basic Information → Signing Secret → Regenerate*: from now on Slack signs with this one. */
  regenerateSigningSecret(secret: string): void {
    this.core.signingSecret = secret;
  }

  /** The workspace's owner grants the app further scopes: `slack.grant('users:read')`. */
  grant(...scopes: string[]): void {
    for (const scope of scopes) this.core.scopes.add(scope);
  }

  /** The workspace's owner installs the app with fewer scopes. */
  withdraw(...scopes: string[]): void {
    for (const scope of scopes) this.core.scopes.delete(scope);
  }

  /** A member chooses the language of their Slack: `slack.setLocale('bo', 'de-DE')`. */
  setLocale(idOrName: string, locale: string): void {
    member(this.core, idOrName).locale = locale;
    this.core.changed();
  }

  /** A member's time zone, by IANA's name: `slack.setTimeZone('bo', 'Europe/Berlin')`. */
  setTimeZone(idOrName: string, timeZone: string): void {
    member(this.core, idOrName).timeZone = timeZone;
    this.core.changed();
  }

  /** What a member wants to be called; '' takes it back: `slack.setDisplayName('bo', 'Bo 🐟')`. */
  setDisplayName(idOrName: string, displayName: string): void {
    member(this.core, idOrName).displayName = displayName;
    this.core.changed();
  }

  /** The files that were shared in a channel, oldest first, with their contents. */
  files(channel?: string): SharedFile[] {
    return this.messages(channel).flatMap(({ channelId, ts, files = [] }) =>
      files.map(({ id, name, title }) => {
        const content = this.core.files.find(id)?.content?.toString('utf8') ?? '';
        return { id, name, title, content, channelId, messageTs: ts };
      }),
    );
  }

  /** Lets the next calls of a Web API method fail. */
  failNext(method: string, failure: Failure, times?: number): void {
    this.core.faults.failNext(method, failure, times);
  }

  /** Asks `interceptor` about every Web API call. @returns a function that ends it */
  intercept(interceptor: Interceptor): () => void {
    return this.core.faults.intercept(interceptor);
  }

  /** The headers of a genuine request with this body; `seconds` since the epoch, now if absent. */
  sign(body: string, seconds?: number): Record<string, string> {
    return signedHeaders(this.core, body, seconds);
  }

  /** Delivers any request at all, as it is. */
  deliver(raw: RawRequest): Promise<Delivery> {
    return deliverLogged(this.core, 'request', raw, raw.body);
  }

  /** Signs and delivers an interaction payload of one's own making. */
  deliverPayload(payload: Json): Promise<Delivery> {
    return deliverForm(this.core, String(payload.type), { payload: JSON.stringify(payload) });
  }

  /** Signs and delivers an event of one's own making, in Slack's envelope. */
  deliverEvent(event: Json): Promise<Delivery> {
    return deliverEvent(this.core, String(event.type), eventEnvelope(this.core, event));
  }
}
