import { useEffect, useState } from 'react';
import type { Member, Traffic } from '../../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../../protocol.ts';
import { reuseUnchanged } from './reuse-unchanged.ts';
import { windowIdOf } from './window-id.ts';

const KEPT_TRAFFIC = 200;
const RETRY_MS = 1000;

export interface Connection {
  /** Absent until the server has answered for the member asked for. */
  snapshot: Snapshot | undefined;
  /** Newest first. */
  traffic: Traffic[];
  online: boolean;
}

/**
 * The stream of events of one member's window. The first connection names no member: it learns who there is,
 * and as whom the server greets a window that did not say.
 */
export function useConnection(as: string | undefined): Connection {
  const [snapshot, setSnapshot] = useState<Snapshot>();
  const [members, setMembers] = useState<Member[]>([]);
  const [traffic, setTraffic] = useState<Traffic[]>([]);
  const [online, setOnline] = useState(true);
  const memberId = members.find((member) => member.name === as)?.id;

  useEffect(() => {
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const open = () => {
      source = new EventSource(streamUrl(memberId));
      source.addEventListener('open', () => setOnline(true));
      source.addEventListener('snapshot', (event) => {
        const next: Snapshot = JSON.parse(event.data);
        setSnapshot((previous) => reuseUnchanged(previous, next));
        setMembers((previous) => (previous.length === next.members.length ? previous : next.members));
      });
      source.addEventListener('traffic', (event) => {
        const lines: Traffic[] = JSON.parse(event.data);
        setTraffic((previous) => newestFirst(previous, lines));
      });
      source.addEventListener('error', () => {
        setOnline(false);
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
      });
    };
    open();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [memberId]);

  const answersForMember = snapshot && (as === undefined || snapshot.me.name === as);
  return { snapshot: answersForMember ? snapshot : undefined, traffic, online };
}

function streamUrl(memberId: string | undefined): string {
  const query = new URLSearchParams({ window: windowIdOf(memberId) });
  if (memberId) query.set('member', memberId);
  return `/playground/events?${query}`;
}

function newestFirst(previous: Traffic[], lines: Traffic[]): Traffic[] {
  const byId = new Map([...previous, ...lines].map((line) => [line.id, line]));
  return [...byId.values()].sort((a, b) => b.id - a.id).slice(0, KEPT_TRAFFIC);
}
