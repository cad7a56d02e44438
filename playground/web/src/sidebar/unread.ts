import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../protocol.ts';

/** Channels in which something was posted since this window last showed them. */
export function useUnread(snapshot: Snapshot | undefined, shownId: string | undefined): ReadonlySet<string> {
  const [read, setRead] = useState<Record<string, number>>({});
  const newest = newestByChannel(snapshot);
  const reader = snapshot?.me.id;
  const mark = JSON.stringify(newest);

  useEffect(() => {
    const current: Record<string, number> = JSON.parse(mark);
    setRead((before) => {
      const next = { ...before };
      for (const [channelId, ts] of Object.entries(current)) {
        const key = `${reader}/${channelId}`;
        if (channelId === shownId || !(key in next)) next[key] = ts;
      }
      return next;
    });
  }, [mark, shownId, reader]);

  const unread = Object.entries(newest).filter(([channelId, ts]) => {
    const seen = read[`${reader}/${channelId}`];
    return channelId !== shownId && seen !== undefined && ts > seen;
  });
  return new Set(unread.map(([channelId]) => channelId));
}

function newestByChannel(snapshot: Snapshot | undefined): Record<string, number> {
  const newest: Record<string, number> = {};
  for (const channel of snapshot?.channels ?? []) newest[channel.id] = 0;
  for (const { channelId, ts } of snapshot?.messages ?? [])
    newest[channelId] = Math.max(newest[channelId] ?? 0, Number(ts));
  return newest;
}
