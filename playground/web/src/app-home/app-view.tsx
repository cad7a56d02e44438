import { useEffect } from 'react';
import type { AppHome, HomeTab } from '../../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../../protocol.ts';
import { ChannelHeader, type HeaderProps } from '../channel/channel-header.tsx';
import { MessageList } from '../channel/message-list.tsx';
import { openHome } from '../workspace/requests.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { HomeBody } from './home-body.tsx';

interface AppViewProps extends HeaderProps {
  snapshot: Snapshot;
  home: AppHome;
  tab: HomeTab;
  onTab: (tab: HomeTab) => void;
}

const TABS: readonly HomeTab[] = ['home', 'messages'];

/** The app's own conversation with the member. The app hears of each tab that is opened. */
export function AppView({ snapshot, home, tab, onTab, ...header }: AppViewProps) {
  const { app, me, notify } = useWorkspace();
  const warnings = snapshot.warnings.filter((warning) => warning.channelId === home.channelId);

  useEffect(() => {
    void openHome({ memberId: me.id, tab }).then((answer) => {
      if (!answer.ok) notify(answer.error);
    });
  }, [me.id, tab, notify]);

  return (
    <main className="channel" data-testid="app-view" data-tab={tab}>
      <ChannelHeader {...header} />
      <div className="tabs" role="tablist" aria-label={app.name}>
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            className="tab"
            aria-selected={each === tab}
            data-testid={`tab-${each}`}
            onClick={() => onTab(each)}
          >
            {each === 'home' ? 'Home' : 'Messages'}
          </button>
        ))}
      </div>
      {tab === 'home' ? (
        <HomeBody published={home.published} warnings={warnings} />
      ) : (
        <>
          <MessageList
            messages={snapshot.messages.filter((message) => message.channelId === home.channelId)}
            warnings={warnings}
            intro={<p className="app-note">What {app.name} has to tell you alone, it tells you here.</p>}
          />
          <p className="app-note app-note-foot">Sending messages to this app has been turned off.</p>
        </>
      )}
    </main>
  );
}
