import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { AppIcon, HashIcon, LockIcon } from '../icons.tsx';
import { Avatar } from '../workspace/avatar.tsx';
import { displayName, useWorkspace } from '../workspace/workspace.ts';

/** A channel's sign and name; for a direct message, the other person's or the app's. */
export function ChannelName({ channel }: { channel: Channel }) {
  const { me, members } = useWorkspace();
  const other =
    channel.kind === 'dm' &&
    members.find((member) => member.id !== me.id && channel.memberIds.includes(member.id));
  const sign = { public: <HashIcon />, private: <LockIcon />, dm: <AppIcon size={18} /> }[channel.kind];
  return (
    <span className="channel-name">
      {other ? <Avatar member={other} size={18} /> : sign}
      <span className="channel-name-text">{other ? displayName(other) : channel.name}</span>
    </span>
  );
}
