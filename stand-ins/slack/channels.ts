import type { Channel } from './shapes.ts';
import { SlackError } from './slack-error.ts';
import type { Workspace } from './workspace.ts';

/** The workspace's conversations, who is in them, and what the app may do there. */
export class Channels {
  readonly #workspace: Workspace;
  readonly #archived = new Set<string>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  all(): Channel[] {
    return this.#workspace.channels;
  }

  /** By id (`C0PLANNING`) or name (`#planning`). Throws an Error when there is none. */
  get(idOrName: string): Channel {
    const found = this.find(idOrName);
    if (found === undefined) throw new Error(`There is no channel ${idOrName}`);
    return found;
  }

  find(idOrName: string): Channel | undefined {
    return this.all().find(({ id, name }) => id === idOrName || `#${name}` === idOrName);
  }

  /** A member sees public channels, and the others they are in. */
  visibleTo(memberId: string): Channel[] {
    return this.all().filter((channel) => channel.kind === 'public' || channel.memberIds.includes(memberId));
  }

  isArchived(channelId: string): boolean {
    return this.#archived.has(channelId);
  }

  archive(channelId: string): void {
    this.#archived.add(channelId);
  }

  setAppMembership(channelId: string, isMember: boolean): void {
    this.get(channelId).appIsMember = isMember;
  }

  /**
   * The channel that the app's call means, if the app may act there.
   * @throws {SlackError} `not_in_channel` for a public channel the app is not in; `channel_not_found` for
   * any other, since private ones do not exist for outsiders.
   * @see https://docs.slack.dev/reference/methods/chat.postMessage#errors
   */
  forApp(channelId: string): Channel {
    const channel = this.find(channelId);
    if (channel === undefined) throw new SlackError('channel_not_found');
    if (channel.appIsMember) return channel;
    throw new SlackError(channel.kind === 'public' ? 'not_in_channel' : 'channel_not_found');
  }

  /**
   * As `forApp`; a user's id means the app's direct message with that user, which it may open.
   * @param anyPublic with the scope `chat:write.public`, public channels need no invitation
   * @see https://docs.slack.dev/reference/scopes/chat:write.public
   */
  forPost(channelOrUserId: string, anyPublic: boolean): Channel {
    const isMember = this.#workspace.members.some((member) => member.id === channelOrUserId);
    if (isMember) return this.directMessage(channelOrUserId);
    return this.forOwnMessage(channelOrUserId, anyPublic);
  }

  /** As `forApp`; what the app has posted with `chat:write.public` it may change there as well. */
  forOwnMessage(channelId: string, anyPublic: boolean): Channel {
    const channel = this.find(channelId);
    return anyPublic && channel?.kind === 'public' ? channel : this.forApp(channelId);
  }

  /** The app's own conversation with a member: its Messages tab. */
  directMessage(memberId: string): Channel {
    const id = memberId.replace(/^U/, 'D');
    const name = this.#workspace.app.name;
    const existing = this.find(id);
    const channel: Channel = existing ?? { id, name, kind: 'dm', appIsMember: true, memberIds: [memberId] };
    if (existing === undefined) this.#workspace.channels.push(channel);
    return channel;
  }
}
