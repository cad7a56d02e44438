import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, type Json, parseObject } from './blockkit/json.ts';
import { CHAT_METHODS, type Method } from './chat-methods.ts';
import type { Core } from './core.ts';
import type { Interception } from './faults.ts';
import { FILE_METHODS } from './file-methods.ts';
import type { Reply } from './http.ts';
import { requireScope } from './scopes.ts';
import { SlackError } from './slack-error.ts';
import { usersInfo } from './users.ts';
import { VIEW_METHODS } from './view-methods.ts';

/** @see https://docs.slack.dev/reference/methods/auth.test */
const authTest: Method = ({ workspace: { team, app, enterprise, isOrgWide = false } }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  user: app.name.toLowerCase(),
  team_id: isOrgWide ? enterprise?.id : team.id,
  user_id: app.botUserId,
  bot_id: app.botId,
  ...(enterprise && { enterprise_id: enterprise.id }),
  is_enterprise_install: isOrgWide,
});

/** Whether Slack is there; takes no token. @see https://docs.slack.dev/reference/methods/api.test */
const apiTest: Method = (_, args) => ({ args });

/**
 * A new address for a WebSocket, which takes one connection.
 * @see https://docs.slack.dev/reference/methods/apps.connections.open
 */
const connectionsOpen: Method = ({ connections, responseUrls }) => ({
  url: responseUrls.origin.replace(/^http/, 'ws') + connections.issue(),
});

const CONNECTIONS_OPEN = 'apps.connections.open';

const METHODS: Readonly<Record<string, Method>> = {
  ...CHAT_METHODS,
  ...VIEW_METHODS,
  ...FILE_METHODS,
  [CONNECTIONS_OPEN]: connectionsOpen,
  'auth.test': authTest,
  'api.test': apiTest,
  'users.info': usersInfo,
};

/**
 * Answers one call of the Web API. `undefined`: break the connection.
 * @see https://docs.slack.dev/apis/web-api
 */
export async function callMethod(
  core: Core,
  name: string,
  headers: IncomingHttpHeaders,
  body: string,
): Promise<Reply | undefined> {
  const parsed = readArguments(headers['content-type'] ?? '', body);
  if (parsed === undefined) return { status: 200, body: refusal(new SlackError('invalid_json')) };
  const { token, ...args } = parsed;
  const began = performance.now();
  const at = core.clock.now();
  const reply = await intercepted(core, name, args, () =>
    answer(core, name, presented(headers, token), args),
  );
  core.journal.addTraffic({
    at,
    direction: 'to Slack',
    name,
    outcome: reply === undefined ? 'connection lost' : outcomeOf(reply),
    ms: Math.round(performance.now() - began),
    request: args,
    response: reply?.body,
  });
  core.changed();
  return reply;
}

/** Puts a test's interception and the latency that was asked for around the effect. */
async function intercepted(
  core: Core,
  name: string,
  args: Json,
  effect: () => Reply,
): Promise<Reply | undefined> {
  const interception: Interception = core.faults.decide(name, args) ?? {};
  const latency = core.options.latency?.(name) ?? 0;
  if (latency > 0) await sleep(latency);
  const early = interception.afterEffect ? effect() : undefined;
  if (interception.delayMs) await sleep(interception.delayMs);
  if (interception.drop) return undefined;
  const { status = 200, body, headers } = interception;
  if (body === undefined && status === 200) return early ?? effect();
  return { status, body: body ?? {}, ...(headers && { headers }) };
}

function answer(core: Core, name: string, token: string | undefined, args: Json): Reply {
  try {
    const method = METHODS[name];
    if (method === undefined) throw new SlackError('unknown_method');
    const scopes = name === CONNECTIONS_OPEN ? core.appTokenScopes : core.scopes;
    if (name !== 'api.test') authenticate(core, token, name);
    requireScope(scopes, name);
    const retryAfter = core.limiter.retryAfter(name, args);
    if (retryAfter > 0) return tooMany(retryAfter);
    // https://docs.slack.dev/authentication/installing-with-oauth says which header has what the token may do.
    const headers = { 'X-OAuth-Scopes': [...scopes].join(',') };
    return { status: 200, headers, body: { ok: true, ...method(core, args) } };
  } catch (error) {
    if (error instanceof SlackError) return { status: 200, body: refusal(error) };
    throw error;
  }
}

/** The app-level token opens connections and is asked who it is; the bot token does all else. */
function authenticate(core: Core, token: string | undefined, name: string): void {
  if (token === undefined) throw new SlackError('not_authed');
  const isAppToken = token === core.appToken;
  if (isAppToken && name === 'auth.test') return;
  if (isAppToken !== (name === CONNECTIONS_OPEN) && (isAppToken || token === core.botToken)) {
    throw new SlackError('not_allowed_token_type');
  }
  if (!isAppToken && token !== core.botToken) throw new SlackError('invalid_auth');
  if (core.tokenError !== undefined) throw new SlackError(core.tokenError);
}

/** @see https://docs.slack.dev/apis/web-api/rate-limits#headers */
function tooMany(seconds: number): Reply {
  const headers = { 'Retry-After': String(seconds) };
  return { status: 429, headers, body: { ok: false, error: 'ratelimited' } };
}

function refusal({ code, messages, details }: SlackError): Json {
  const complaints = messages.length > 0 ? { errors: messages, response_metadata: { messages } } : {};
  return { ok: false, error: code, ...complaints, ...details };
}

/** As a Bearer token or, in older style, among the arguments. */
function presented(headers: IncomingHttpHeaders, argument: unknown): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  return bearer ?? (typeof argument === 'string' ? argument : undefined);
}

/** Form-encoded or JSON; `undefined` when it is neither. */
function readArguments(contentType: string, body: string): Json | undefined {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  return parseObject(body === '' ? '{}' : body);
}

function outcomeOf({ status, body }: Reply): string {
  return isObject(body) && typeof body.error === 'string' ? body.error : String(status);
}
