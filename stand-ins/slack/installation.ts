import { parseObject } from './blockkit/json.ts';
import type { Core } from './core.ts';
import { deliverEvent, deliverLogged, signedHeaders } from './deliver.ts';
import { DEPRECATED_TOKEN, eventEnvelope } from './payloads.ts';

/**
 * What Slack does when an app is created from its manifest: it asks the Request URL to say a word back. That is signed
 * with a secret of an app that is just being made, so nobody can know it there.
 * @returns whether the address is `Verified`
 * @see https://docs.slack.dev/reference/events/url_verification
 */
export async function verifyUrl(core: Core): Promise<boolean> {
  const challenge = crypto.randomUUID().replaceAll('-', '').repeat(2).slice(0, 52);
  const request = { token: DEPRECATED_TOKEN, challenge, type: 'url_verification' };
  const body = JSON.stringify(request);
  const headers = signedHeaders(core, body, undefined, 'application/json');
  const answer = await deliverLogged(core, 'url_verification', { body, headers }, request);
  const said = parseObject(answer.body)?.challenge ?? answer.body.trim();
  return answer.status === 200 && said === challenge;
}

/**
 * The app is removed from the workspace: its token is worth nothing, Slack says so in two events, in any order, and
 * says nothing to it any more.
 * @see https://docs.slack.dev/reference/events/app_uninstalled
 * @see https://docs.slack.dev/reference/events/tokens_revoked
 */
export async function uninstall(core: Core): Promise<void> {
  core.tokenError = 'account_inactive';
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [core.workspace.app.botUserId] } };
  for (const event of [revoked, { type: 'app_uninstalled' }]) {
    if (!core.workspace.app.events.includes(event.type)) continue;
    await deliverEvent(core, event.type, eventEnvelope(core, event));
  }
}

/** It is installed again, with another token. What the old one was worth Slack no longer says. */
export function install(core: Core, botToken: string): void {
  core.botToken = botToken;
  core.tokenError = undefined;
}
