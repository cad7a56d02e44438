import { useState } from 'react';
import type { Snapshot } from '../../../protocol.ts';
import { Composer } from '../composer/composer.tsx';
import { ChannelHeader, type HeaderProps } from './channel-header.tsx';
import { ChannelIntro } from './channel-intro.tsx';
import { MessageList } from './message-list.tsx';

export function ChannelView({ snapshot, ...header }: HeaderProps & { snapshot: Snapshot }) {
  const { channel } = header;
  const [draft, setDraft] = useState('');
  const messages = snapshot.messages.filter((message) => message.channelId === channel.id);
  const warnings = snapshot.warnings.filter((warning) => warning.channelId === channel.id);
  const count = channel.memberIds.length + (channel.appIsMember ? 1 : 0);
  return (
    <main className="channel" data-testid="channel" data-channel={channel.name}>
      <ChannelHeader {...header} members={count} />
      <MessageList
        messages={messages}
        warnings={warnings}
        intro={<ChannelIntro channel={channel} empty={messages.length === 0} onTry={setDraft} />}
      />
      <Composer channel={channel} draft={draft} onDraft={setDraft} />
    </main>
  );
}
