import type { Finding } from '../finding.ts';

/** What Slack says of the token. */
export interface InstallationFacts {
  /** Slack's error, if it doesn't take the token. */
  error?: string;
  scopes: readonly string[];
  team?: string;
  enterpriseId?: string;
  isOrgWide?: boolean;
}

/** `needed`: the scopes that slack-manifest.yml asks for. */
export function checkInstallation(facts: InstallationFacts, needed: readonly string[]): Finding[] {
  const { error, scopes } = facts;
  if (error !== undefined) {
    const todo = 'Install the app again under Install App, and store the Bot User OAuth Token';
    return [{ what: `Slack refuses the bot token (${error})`, why: 'no message changes any more', todo }];
  }
  const missing = needed.filter((scope) => !scopes.includes(scope));
  return missing.map((scope) => ({
    what: `The app has no scope ${scope}`,
    why: 'the manifest asks for it, and what needs it fails',
    todo: 'Paste slack-manifest.yml under App Manifest, then Reinstall to Workspace',
  }));
}
