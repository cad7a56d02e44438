import type { KnownBlock } from '@slack/types';
import { type Block, Message } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { displayName, useWorkspace } from '../workspace/workspace.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');

export function LibraryBlock({ block }: { block: KnownBlock }) {
  const { members } = useWorkspace();
  const users = members.map((member) => ({ id: member.id, name: displayName(member) }));
  return (
    <Message
      blocks={[block as Block]}
      withoutWrapper
      theme={dark.matches ? 'dark' : 'light'}
      data={{ users }}
      logo=""
      name=""
      time={new Date(0)}
    />
  );
}
