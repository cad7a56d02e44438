import type { WebClient } from '@slack/web-api';
import type { TokenOwner } from '../game/place.ts';
import type { Chat, Chats, Outcome } from '../ports/chat.ts';
import type { Served } from '../ports/served.ts';
import type { Fetch } from './https-fetch.ts';
import { outcome } from './outcome.ts';
import { createWebChat } from './web-chat.ts';

/** What goes through a response_url takes no token. */
const WITHOUT_TOKEN: ReadonlySet<string> = new Set(['respond', 'postThrough', 'replaceThrough']);

/** As Slack would refuse it, had we asked with a token that is not theirs. */
const REFUSED = { ok: false, failure: { kind: 'refused', error: 'team_access_not_granted' } } as const;

/**
 * An app that has one token, of a workspace or an organization. To nobody else anything is sent with it, if
 * `served` can tell.
 */
export function createOneWorkspace(
  client: WebClient,
  fetch: Fetch,
  served?: Pick<Served, 'mayServe'>,
): Chats {
  const chat = createWebChat(client, fetch);
  if (!served) return { for: () => chat };
  return { for: (teamId) => guarded(chat, () => served.mayServe(teamId)) };
}

function guarded(chat: Chat, mayServe: () => Promise<boolean>): Chat {
  type Call = (...given: unknown[]) => Promise<Outcome>;
  const calls = Object.entries(chat).map(([name, call]: [string, Call]) => {
    const careful: Call = async (...given) => ((await mayServe()) ? call(...given) : REFUSED);
    return [name, WITHOUT_TOKEN.has(name) ? call : careful];
  });
  return Object.fromEntries(calls) as Chat;
}

/** Whose the client's token is. https://docs.slack.dev/reference/methods/auth.test */
export const askTokenOwner = (client: WebClient): Promise<Outcome<TokenOwner>> =>
  outcome(client.auth.test(), ({ team_id = '', enterprise_id }) => ({
    teamId: team_id,
    ...(enterprise_id && { enterpriseId: enterprise_id }),
  }));
