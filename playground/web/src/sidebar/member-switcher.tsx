import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { NewWindowIcon } from '../icons.tsx';
import { Avatar } from '../workspace/avatar.tsx';
import { placeUrl } from '../workspace/place.ts';
import { displayName, useWorkspace } from '../workspace/workspace.ts';

interface MemberSwitcherProps {
  channel: Channel | undefined;
  onMember: (name: string) => void;
}

/** Whose window this is. A team of five at one keyboard: switch here, or open a window for each. */
export function MemberSwitcher({ channel, onMember }: MemberSwitcherProps) {
  const { me, members } = useWorkspace();
  const place = channel ? { channel: channel.name } : {};
  return (
    <section className="member-switcher" data-testid="member-switcher">
      <h3>Play as</h3>
      <ul>
        {members.map((member) => (
          <li key={member.id} className="member-row">
            <button
              type="button"
              className="sidebar-row"
              aria-current={member.id === me.id || undefined}
              data-testid={`member-${member.name}`}
              onClick={() => onMember(member.name)}
            >
              <span className="presence">
                <Avatar member={member} size={20} />
              </span>
              <span className="channel-name-text">{member.realName || member.name}</span>
              {member.id === me.id && <span className="you">you</span>}
            </button>
            {member.id !== me.id && (
              <a
                className="open-window"
                href={placeUrl({ as: member.name, ...place })}
                target="_blank"
                rel="noreferrer"
                title={`Open another window as ${displayName(member)}`}
                aria-label={`Open another window as ${displayName(member)}`}
                data-testid={`open-window-${member.name}`}
              >
                <NewWindowIcon />
              </a>
            )}
          </li>
        ))}
      </ul>
      <p className="sidebar-note">
        <NewWindowIcon /> opens another window, so that two windows can be two people.
      </p>
    </section>
  );
}
