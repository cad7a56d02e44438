import { useState } from 'react';
import type { Channel, HomeTab, Traffic } from '../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../protocol.ts';
import { AppView } from './app-home/app-view.tsx';
import { ChannelView } from './channel/channel-view.tsx';
import { ModalStack } from './modal/modal-stack.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { useUnread } from './sidebar/unread.ts';
import { TrafficPanel } from './traffic/traffic-panel.tsx';
import type { Place } from './workspace/place.ts';

interface WorkspaceViewProps {
  snapshot: Snapshot;
  traffic: Traffic[];
  channel: Channel | undefined;
  /** Which tab of the app's own conversation is open. */
  tab: HomeTab;
  onPlace: (change: Place) => void;
}

/** Slack's window: sidebar, channel, and beside them the traffic. */
export function WorkspaceView({ snapshot, traffic, channel, tab, onPlace }: WorkspaceViewProps) {
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [trafficOpen, setTrafficOpen] = useState(false);
  const unread = useUnread(snapshot, channel?.id);
  const { me, home } = snapshot;
  const visible = snapshot.channels.filter(
    (each) => each.kind === 'public' || each.memberIds.includes(me.id),
  );
  const go = (change: Place) => {
    setDrawerOpen(false);
    onPlace(change);
  };
  const frame = {
    trafficOpen,
    onToggleTraffic: () => setTrafficOpen(!trafficOpen),
    onOpenDrawer: () => setDrawerOpen(true),
  };
  return (
    <div className="frame" data-traffic={trafficOpen}>
      <Sidebar
        channels={visible}
        current={channel}
        unread={unread}
        open={drawerOpen}
        onChannel={(chosen) => go({ channel: chosen.name, tab: 'home' })}
        onMember={(name) => go({ as: name })}
        onClose={() => setDrawerOpen(false)}
      />
      {channel && channel.id === home?.channelId ? (
        <AppView
          key={`${me.id}/${channel.id}`}
          {...{ channel, snapshot, home, tab }}
          onTab={(chosen) => onPlace({ tab: chosen })}
          {...frame}
        />
      ) : (
        channel && <ChannelView key={`${me.id}/${channel.id}`} {...{ channel, snapshot }} {...frame} />
      )}
      {trafficOpen && <TrafficPanel traffic={traffic} onClose={() => setTrafficOpen(false)} />}
      <ModalStack
        key={me.id}
        views={snapshot.views}
        warnings={snapshot.warnings.filter((warning) => warning.channelId === undefined)}
      />
    </div>
  );
}
