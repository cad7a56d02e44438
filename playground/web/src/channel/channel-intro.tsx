import type { Channel } from '../../../../stand-ins/slack/shapes.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ChannelName } from './channel-name.tsx';

interface ChannelIntroProps {
  channel: Channel;
  empty: boolean;
  onTry: (text: string) => void;
}

/** What is above a channel's first message; in an empty channel, also what to do first. */
export function ChannelIntro({ channel, empty, onTry }: ChannelIntroProps) {
  const { app } = useWorkspace();
  const usable = channel.appIsMember;
  const text = usable ? '/groom Add SSO login' : `/invite @${app.name}`;
  return (
    <div className="intro">
      <h2>
        <ChannelName channel={channel} />
      </h2>
      <p>This is the very beginning of {channel.kind === 'dm' ? 'this conversation' : `#${channel.name}`}.</p>
      {empty && channel.kind !== 'dm' && (
        <p className="first-run" data-testid="first-run">
          {usable ? 'Type ' : `${app.name} isn’t in here. It works best when it is: type `}
          <button type="button" className="suggestion" onClick={() => onTry(text)}>
            {text}
          </button>
          {usable ? ' and vote as several people: switch under “Play as”, or open a window for each.' : '.'}
        </p>
      )}
    </div>
  );
}
