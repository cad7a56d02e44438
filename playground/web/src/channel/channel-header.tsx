import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { MenuIcon, TrafficIcon } from '../icons.tsx';
import { ChannelName } from './channel-name.tsx';

export interface HeaderProps {
  channel: Channel;
  trafficOpen: boolean;
  onToggleTraffic: () => void;
  onOpenDrawer: () => void;
}

/** @param members how many are in it; absent for a conversation with the app */
export function ChannelHeader({ channel, members, ...on }: HeaderProps & { members?: number }) {
  const count = members === undefined ? undefined : `${members} members`;
  return (
    <header className="channel-header">
      <button
        type="button"
        className="icon-button only-narrow"
        aria-label="Channels and people"
        data-testid="open-drawer"
        onClick={on.onOpenDrawer}
      >
        <MenuIcon />
      </button>
      <h1>
        <ChannelName channel={channel} />
        {count && <small className="only-narrow">{count}</small>}
      </h1>
      {count && <span className="member-count only-wide">{count}</span>}
      <button
        type="button"
        className="header-button"
        aria-pressed={on.trafficOpen}
        data-testid="toggle-traffic"
        onClick={on.onToggleTraffic}
      >
        <TrafficIcon />
        Traffic
      </button>
    </header>
  );
}
