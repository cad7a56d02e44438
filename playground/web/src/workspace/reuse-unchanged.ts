import type { Message } from '../../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../../protocol.ts';

/**
 * A snapshot arrives whole on every change. Parts that are equal to the previous one's keep their identity, so
 * that React draws only what changed.
 */
export function reuseUnchanged(previous: Snapshot | undefined, next: Snapshot): Snapshot {
  if (!previous || previous.me.id !== next.me.id) return next;
  return {
    ...next,
    team: same(previous.team, next.team),
    me: same(previous.me, next.me),
    app: same(previous.app, next.app),
    members: same(previous.members, next.members),
    channels: same(previous.channels, next.channels),
    ...(next.home && { home: same(previous.home, next.home) }),
    warnings: same(previous.warnings, next.warnings),
    messages: reuseEach(previous.messages, next.messages, messageKey),
    views: reuseEach(previous.views, next.views, (view) => view.id),
  };
}

/** Private messages may share their `ts` with a public one. */
export function messageKey(message: Message): string {
  return `${message.channelId}/${message.ts}/${message.ephemeral ? 'private' : 'public'}`;
}

function reuseEach<T>(previous: T[], next: T[], key: (item: T) => string): T[] {
  const known = new Map(previous.map((item) => [key(item), item]));
  return next.map((item) => same(known.get(key(item)), item));
}

function same<T>(previous: T | undefined, next: T): T {
  return previous !== undefined && JSON.stringify(previous) === JSON.stringify(next) ? previous : next;
}
