import { INVALID_TOKEN } from '../ports/chat.ts';
import type { Secret } from '../ports/secret.ts';
import type { Fetch, FetchInit } from './https-fetch.ts';

/** After a reinstallation there is another one. */
const INVALID = new RegExp(`"error":"(${INVALID_TOKEN.join('|')})"`);

/**
 * Gives calls of the Web API the newest token, whichever their client was made with. If Slack doesn't take it, and
 * there is a newer one by now, the call is made once more: nothing has happened in the first.
 */
export function withNewestToken(fetch: Fetch, token: Secret): Fetch {
  return async (url, init) => {
    if (init?.headers?.Authorization === undefined) return fetch(url, init);
    const answer = await fetch(url, authorized(init, token.current));
    if (!INVALID.test(await answer.text()) || !(await token.renew())) return answer;
    return fetch(url, authorized(init, token.current));
  };
}

const authorized = (init: FetchInit, token: string): FetchInit => ({
  ...init,
  headers: { ...init.headers, Authorization: `Bearer ${token}` },
});
