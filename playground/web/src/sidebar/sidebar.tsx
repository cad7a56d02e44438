import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { ChannelName } from '../channel/channel-name.tsx';
import { placeUrl } from '../workspace/place.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { LocaleChooser } from './locale-chooser.tsx';
import { MemberSwitcher } from './member-switcher.tsx';

interface SidebarProps {
  channels: Channel[];
  current: Channel | undefined;
  unread: ReadonlySet<string>;
  /** Narrow windows show it as a drawer. */
  open: boolean;
  onChannel: (channel: Channel) => void;
  onMember: (name: string) => void;
  onClose: () => void;
}

export function Sidebar({ channels, current, unread, open, onChannel, onMember, onClose }: SidebarProps) {
  const { team, me } = useWorkspace();
  const section = (title: string, shown: Channel[]) =>
    shown.length > 0 && (
      <section>
        <h3>{title}</h3>
        <ul>
          {shown.map((channel) => (
            <li key={channel.id}>
              <a
                className="sidebar-row"
                href={placeUrl({ as: me.name, channel: channel.name })}
                aria-current={channel.id === current?.id ? 'page' : undefined}
                data-unread={unread.has(channel.id)}
                data-testid={`channel-${channel.name}`}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey) return;
                  event.preventDefault();
                  onChannel(channel);
                }}
              >
                <ChannelName channel={channel} />
              </a>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <>
      <nav className="sidebar" data-open={open} data-testid="sidebar" aria-label="Channels and people">
        <header className="sidebar-head">
          <span className="team-icon" aria-hidden="true">
            {team.name.charAt(0)}
          </span>
          {team.name}
        </header>
        {section(
          'Channels',
          channels.filter((channel) => channel.kind !== 'dm'),
        )}
        {section(
          'Direct messages',
          channels.filter((channel) => channel.kind === 'dm' && !isWithApp(channel)),
        )}
        {section('Apps', channels.filter(isWithApp))}
        <MemberSwitcher channel={current} onMember={onMember} />
        <LocaleChooser />
      </nav>
      <button
        type="button"
        className="scrim"
        data-open={open}
        tabIndex={open ? 0 : -1}
        aria-label="Close the menu"
        onClick={onClose}
      />
    </>
  );
}

/** The app's own conversation with the member, who is alone in it with the app. */
const isWithApp = ({ kind, appIsMember }: Channel): boolean => kind === 'dm' && appIsMember;
