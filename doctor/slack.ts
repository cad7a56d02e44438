import type { InstallationFacts } from './checks/installation.ts';

const SLACK_API = 'https://slack.com/api/';

/**
 * Asks Slack whose the token is; its scopes stand in a header.
 * https://docs.slack.dev/reference/methods/auth.test
 */
export async function readInstallation(token: string, apiUrl = SLACK_API): Promise<InstallationFacts> {
  const response = await fetch(`${apiUrl}auth.test`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(10_000),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  const scopes = (response.headers.get('x-oauth-scopes') ?? '').split(',').filter(Boolean);
  const text = (name: string) => (typeof answer[name] === 'string' ? { [name]: answer[name] } : {});
  const {
    team,
    enterprise_id: enterpriseId,
    error,
  } = { ...text('team'), ...text('enterprise_id'), ...text('error') };
  return {
    scopes,
    ...(team && { team }),
    ...(enterpriseId && { enterpriseId }),
    ...(error && { error }),
    isOrgWide: answer.is_enterprise_install === true,
  };
}
