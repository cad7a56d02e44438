import { displayName, useWorkspace } from '../workspace/workspace.ts';

export function UserMention({ id }: { id: string }) {
  const { app, me, members } = useWorkspace();
  const member = members.find((each) => each.id === id);
  const name = id === app.botUserId ? app.name : member ? displayName(member) : id;
  return (
    <span className={id === me.id ? 'mention mention-me' : 'mention'} data-user={id}>
      @{name}
    </span>
  );
}

export function ChannelMention({ id, label }: { id: string; label?: string }) {
  const { channels } = useWorkspace();
  const name = channels.find((channel) => channel.id === id)?.name ?? (label || id);
  return <span className="mention">#{name}</span>;
}

export function Broadcast({ name }: { name: string }) {
  return <span className="mention mention-me">@{name}</span>;
}
