import { useState } from 'react';
import type { Channel, Snapshot } from '../../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { MenuIcon, TrafficIcon } from '../icons.tsx';
import { ChannelIntro } from './channel-intro.tsx';
import { ChannelName } from './channel-name.tsx';
import { MessageList } from './message-list.tsx';

interface ChannelViewProps {
  channel: Channel;
  snapshot: Snapshot;
  trafficOpen: boolean;
  onToggleTraffic: () => void;
  onOpenDrawer: () => void;
}

export function ChannelView({ channel, snapshot, ...on }: ChannelViewProps) {
  const [draft, setDraft] = useState('');
  const messages = snapshot.messages.filter((message) => message.channelId === channel.id);
  const warnings = snapshot.warnings.filter((warning) => warning.channelId === channel.id);
  const count = channel.memberIds.length + (channel.appIsMember ? 1 : 0);
  return (
    <main className="channel" data-testid="channel" data-channel={channel.name}>
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
          <small className="only-narrow">{count} members</small>
        </h1>
        <span className="member-count only-wide">{count} members</span>
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
      <MessageList
        messages={messages}
        warnings={warnings}
        intro={<ChannelIntro channel={channel} empty={messages.length === 0} onTry={setDraft} />}
      />
      <Composer channel={channel} draft={draft} onDraft={setDraft} />
    </main>
  );
}
