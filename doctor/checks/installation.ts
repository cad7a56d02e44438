import type { Finding } from '../finding.ts';

/** What Slack says of the token. */
export interface InstallationFacts {
  /** Slack's error, if it doesn't take the token. */
  error?: string;
  scopes: readonly string[];
  team?: string;
  /** The organization that the workspace belongs to, with Enterprise Grid. */
  enterpriseId?: string;
  /** The app is installed for the whole organization, with one token. */
  isOrgWide?: boolean;
}

/** Scopes that slack-manifest.yml offers without asking for them. */
const OPTIONAL_SCOPES: readonly string[] = ['chat:write.public', 'users:read', 'files:write'];

/** `needed`: the scopes that slack-manifest.yml asks for. */
export function checkInstallation(facts: InstallationFacts, needed: readonly string[]): Finding[] {
  const { error } = facts;
  if (error !== undefined) {
    const todo = 'Install the app again under Install App, and store the Bot User OAuth Token';
    return [{ what: `Slack refuses the bot token (${error})`, why: 'no message changes any more', todo }];
  }
  return [...checkScopes(facts.scopes, needed), ...checkOrganization(facts)];
}

function checkScopes(scopes: readonly string[], needed: readonly string[]): Finding[] {
  const missing = needed.filter((scope) => !scopes.includes(scope));
  const idle = scopes.filter((scope) => !needed.includes(scope) && !OPTIONAL_SCOPES.includes(scope));
  return [
    ...missing.map((scope) => ({
      what: `The app has no scope ${scope}`,
      why: 'the manifest asks for it, and what needs it fails',
      todo: 'Paste slack-manifest.yml under App Manifest, then Reinstall to Workspace',
    })),
    ...idle.map((scope) => ({
      what: `The app has the scope ${scope}`,
      why: 'Groom never uses it, but whoever gets hold of the token could',
      todo: 'Take it away under OAuth & Permissions, then reinstall',
    })),
  ];
}

function checkOrganization({
  team = 'The workspace',
  enterpriseId,
  isOrgWide,
}: InstallationFacts): Finding[] {
  if (isOrgWide) {
    return [
      {
        what: `The app is installed for the whole organization ${enterpriseId ?? team}`,
        why: 'everybody in all of its workspaces can start sessions, and all share this table and Slack’s limits',
        todo: 'If that is not meant, install it in one workspace, and store that token',
        isNote: true,
      },
    ];
  }
  if (enterpriseId === undefined) return [];
  return [
    {
      what: `${team} is a workspace of the organization ${enterpriseId}`,
      why: 'people whom Slack names by another workspace of it count as external: they vote, and nothing else',
      todo: 'Tell those who share channels with other workspaces',
      isNote: true,
    },
  ];
}
