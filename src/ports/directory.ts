import type { ChannelRef, TokenOwner, UserRef } from '../game/place.ts';
import type { Listed } from '../game/published.ts';
import type { FinishedStory } from '../game/round/history.ts';
import type { Session } from '../game/session.ts';
import type { ChannelSettings } from '../game/settings.ts';
import type { Millis } from '../time.ts';

/** What outlives sessions: what channels have agreed on and estimated, and what is known of people. */
export interface Directory {
  /** A channel's settings, or the defaults. */
  settings(channel: ChannelRef): Promise<ChannelSettings>;
  saveSettings(channel: ChannelRef, settings: ChannelSettings): Promise<void>;

  /** Writes a story into its channel's history, in place of what an older version of its session left there. */
  record(channel: ChannelRef, story: FinishedStory): Promise<void>;
  /** The channel's finished stories, newest session first; no more than `most`, if given. */
  history(channel: ChannelRef, most?: number): Promise<FinishedStory[]>;

  /** Lists a session as running in its channel, or as over: what is over never runs again, whoever comes late. */
  listSession(session: Pick<Session, 'teamId' | 'channelId' | 'sessionId'>, as: Listed): Promise<void>;
  /**
   * The ids of the sessions that run in a channel, the newest first, `most` at most; strongly consistent. The list is a
   * hint: what became of each, the session says.
   */
  running(channel: ChannelRef, most: number): Promise<string[]>;

  /** What is known of somebody, and since when; forgotten a month after it was learnt. */
  profile(user: UserRef): Promise<KnownProfile | undefined>;
  saveProfile(user: UserRef, profile: Profile): Promise<void>;

  /** The fingerprint of the token that was last found to be worth nothing in a workspace; for a month. */
  deadToken(teamId: string): Promise<string | undefined>;
  saveDeadToken(teamId: string, fingerprint: string): Promise<void>;
  /** What a workspace's sessions have taken of the calls that they share; `undefined` if none for a day. */
  share(teamId: string): Promise<Share | undefined>;
  /** Writes it, unless somebody else has written a version as high: then `false`. */
  saveShare(teamId: string, share: Share): Promise<boolean>;

  /** Something is about to be done that must not be done twice: answers `true` to the first who says so within an hour. */
  claim(what: string): Promise<boolean>;
  /** Whose our token is, as Slack has told it last. */
  tokenOwner(): Promise<TokenOwner | undefined>;
  saveTokenOwner(owner: TokenOwner): Promise<void>;

  /** The ids of the sessions that somebody has joined or created, newest first; eventually consistent. */
  sessionsOf(user: UserRef): Promise<string[]>;
}

/** The calls of chat.update that all sessions of a workspace share: a leaky bucket. Times are in ms since the epoch. */
export interface Share {
  version: number;
  /** How many calls the bucket holds. */
  burst: number;
  /** When all calls that were made will have leaked out of it. */
  spentUntil: Millis;
  /** When the last of those that wait to show progress comes to its turn … */
  queuedUntil: Millis;
  /** … and how much all who ever waited were put off: whoever was given a turn waits as much longer as this has grown. */
  putOff: Millis;
  /** How many 429s in a row, and when the last one came. */
  refusals: number;
  refusedAt: Millis;
  /** When the last new phase that was refused tries again. */
  retryUntil: Millis;
}

/** A profile as Slack told it at `asOf`. */
export interface KnownProfile extends Profile {
  asOf: Millis;
}

/** What Slack says of somebody, if it may be asked. */
export interface Profile {
  /** Such as `pt-BR`. */
  locale?: string;
  /** An IANA name. */
  timeZone?: string;
  /** What they are called, in one line. */
  name?: string;
}
