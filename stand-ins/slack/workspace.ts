import { type App, readApp } from './manifest.ts';
import type { Channel, Member } from './shapes.ts';

/** Who and what there is before anybody has said anything. */
export interface Workspace {
  team: { id: string; name: string; domain: string };
  /** The organization of a workspace on Enterprise Grid. */
  enterprise?: { id: string; name: string };
  /** The app is installed in all of the organization, with one token. */
  isOrgWide?: boolean;
  app: App;
  members: Member[];
  channels: Channel[];
}

const MEMBERS: Member[] = [
  { id: 'U0ADA', name: 'ada', realName: 'Ada Adeyemi', displayName: 'Ada', color: '#7a4d9f' },
  { id: 'U0BO', name: 'bo', realName: 'Bo Lindqvist', displayName: 'Bo', color: '#2b7a5b' },
  { id: 'U0CY', name: 'cy', realName: 'Cy Moreau', displayName: 'Cy', color: '#b4552d' },
  { id: 'U0DEE', name: 'dee', realName: 'Dee Okafor', displayName: 'Dee', color: '#1f6fb2' },
  { id: 'U0EVE', name: 'eve', realName: 'Eve Tanaka', displayName: 'Eve', color: '#a83a6a' },
];

/**
 * Acme: five members; `#planning`, where the app is; `#random`, where it is not; the private `#leads` and
 * a direct message, neither of which it can see. A new copy with every call.
 */
export function defaultWorkspace(): Workspace {
  const everyone = MEMBERS.map((member) => member.id);
  const pair = ['U0ADA', 'U0BO'];
  return {
    team: { id: 'T0GROOM', name: 'Acme', domain: 'acme' },
    app: readApp(),
    members: structuredClone(MEMBERS),
    channels: [
      { id: 'C0PLANNING', name: 'planning', kind: 'public', appIsMember: true, memberIds: [...everyone] },
      { id: 'C0RANDOM', name: 'random', kind: 'public', appIsMember: false, memberIds: [...everyone] },
      { id: 'C0LEADS', name: 'leads', kind: 'private', appIsMember: false, memberIds: [...pair] },
      { id: 'D0ADABO', name: 'ada, bo', kind: 'dm', appIsMember: false, memberIds: [...pair] },
    ],
  };
}

/** Acme on Enterprise Grid: Slack names the organization as the team of Ada and Bo, and the workspace as that of others. */
export function gridWorkspace(isOrgWide = false): Workspace {
  const workspace = defaultWorkspace();
  const members = workspace.members.map((member, index) =>
    index < 2 ? { ...member, teamId: 'E0ACME' } : member,
  );
  return { ...workspace, members, enterprise: { id: 'E0ACME', name: 'Acme Inc.' }, isOrgWide };
}

/** A workspace of another company, which has installed the same app: with a token of its own. */
export function otherWorkspace(): Workspace {
  const team = { id: 'T0GLOBEX', name: 'Globex', domain: 'globex' };
  return { ...defaultWorkspace(), team };
}
