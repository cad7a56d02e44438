import { createContext, useContext } from 'react';
import type { Channel, Member } from '../../../../stand-ins/slack/shapes.ts';
import type { Snapshot } from '../../../protocol.ts';

/** What every part of the page may need to know: people and places. Changes rarely. */
export interface Workspace {
  team: Snapshot['team'];
  app: Snapshot['app'];
  me: Member;
  members: Member[];
  channels: Channel[];
  /** Shows one line at the foot of the page for a few seconds. */
  notify: (text: string) => void;
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceContext');
  return workspace;
}

/** The name under which Slack shows a person: in the message list, in mentions, in menus. */
export function displayName(member: Member): string {
  return member.displayName || member.realName || member.name;
}
