import { defaultWorkspace, type Workspace } from '../../stand-ins/slack/workspace.ts';

/** The names of further members, beyond the five. */
export const crowd = (size: number): string[] =>
  Array.from({ length: size }, (_, index) => `p${String(index).padStart(3, '0')}`);

/** Acme with a crowd in it. */
export function crowdedWorkspace(size: number): Workspace {
  const workspace = defaultWorkspace();
  for (const name of crowd(size)) {
    workspace.members.push({ id: `U0${name.toUpperCase()}`, name, realName: name, color: '#888888' });
  }
  return workspace;
}
