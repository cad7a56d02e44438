import { useEffect, useMemo, useState } from 'react';
import type { Channel } from '../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../protocol.ts';
import { ConfirmProvider } from './overlay/confirm.tsx';
import { useConnection } from './workspace/connection.ts';
import { useNotice } from './workspace/notice.ts';
import { usePlace } from './workspace/place.ts';
import { WorkspaceContext } from './workspace/workspace.ts';
import { WorkspaceView } from './workspace-view.tsx';

export function App() {
  const [place, go] = usePlace();
  const { snapshot, traffic, online } = useConnection(place.as);
  const { notice, notify } = useNotice();
  const workspace = useWorkspaceOf(snapshot, notify);
  const channel = snapshot && channelOf(snapshot, place.channel);

  useEffect(() => {
    if (!snapshot || !channel) return;
    document.title = `${channel.name} (${snapshot.me.name}) – ${snapshot.team.name}`;
    if (place.as !== snapshot.me.name || place.channel !== channel.name)
      go({ as: snapshot.me.name, channel: channel.name }, 'replace');
  }, [snapshot, channel, place, go]);

  return (
    <>
      {workspace && snapshot && (
        <WorkspaceContext value={workspace}>
          <ConfirmProvider>
            <WorkspaceView
              snapshot={snapshot}
              traffic={traffic}
              channel={channel}
              tab={place.tab ?? 'home'}
              onPlace={(change) => go(change)}
            />
          </ConfirmProvider>
        </WorkspaceContext>
      )}
      {!online && <Offline />}
      <div className="notice" role="status" data-testid="notice" hidden={!notice}>
        {notice}
      </div>
    </>
  );
}

/** Shows up only after a while: a reconnect that takes a second concerns nobody. */
function Offline() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return shown && <div className="offline">Connecting…</div>;
}

function channelOf(snapshot: Snapshot, name: string | undefined): Channel | undefined {
  const { channels, me } = snapshot;
  const visible = channels.filter((each) => each.kind === 'public' || each.memberIds.includes(me.id));
  return visible.find((each) => each.name === name || each.id === name) ?? visible[0];
}

function useWorkspaceOf(snapshot: Snapshot | undefined, notify: (text: string) => void) {
  const { team, app, me, members, channels } = snapshot ?? {};
  return useMemo(
    () => team && app && me && members && channels && { team, app, me, members, channels, notify },
    [team, app, me, members, channels, notify],
  );
}
