/** More is no question of whether we are there. */
const MAX_BYTES = 1024;

/** A flat JSON object of words, one of which is the challenge. */
const VERIFICATION =
  /^\{(?=[^{}]*"type"\s*:\s*"url_verification")(?:\s*"\w{1,30}"\s*:\s*"[\w-]{1,100}"\s*,)*\s*"challenge"\s*:\s*"([\w-]{1,100})"(?:\s*,\s*"\w{1,30}"\s*:\s*"[\w-]{1,100}")*\s*\}\s*$/;

/**
 * The challenge with which Slack checks an address when an app is created from its manifest. The app's signing secret
 * exists only from then on, so whoever answers must do so before it knows one: it says back a word that was said to
 * it, and parses nothing. `undefined` for any other body.
 * https://docs.slack.dev/reference/events/url_verification
 */
export function unsignedChallenge(body: Buffer): string | undefined {
  return body.length > MAX_BYTES ? undefined : VERIFICATION.exec(body.toString('latin1'))?.[1];
}
