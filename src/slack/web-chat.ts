import type { HomeView, ModalView } from '@slack/types';
import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { cleanTitle } from '../game/story/title.ts';
import type { Chat, Outcome } from '../ports/chat.ts';
import type { Profile } from '../ports/directory.ts';
import { type Millis, SECOND } from '../time.ts';
import type { Fetch, FetchAnswer } from './https-fetch.ts';
import { NO_UNFURLS } from './no-unfurls.ts';
import { failureOf, outcome } from './outcome.ts';
import { shareFile, uploadFile } from './send-file.ts';

/** A private line that takes longer counts as unknown. */
const RESPOND_TIMEOUT: Millis = 2.5 * SECOND;

/** Slack through its Web API. The client must not retry, nor wait out rate limits: see `webClientOptions`. */
export function createWebChat(client: WebClient, fetch: Fetch): Chat {
  const through = async (url: string, message: object) =>
    isSlacks(url, client.slackApiUrl) ? throughUrl(fetch, url, message) : NOT_SLACKS;
  return {
    check: () => outcome(client.auth.test()),
    post: (channel, { text, blocks }) =>
      outcome(client.chat.postMessage({ channel, text, blocks, ...NO_UNFURLS }), ({ ts }) => ts ?? ''),
    update: (channel, ts, { text, blocks }) => outcome(client.chat.update({ channel, ts, text, blocks })),
    deleteMessage: (channel, ts) => outcome(client.chat.delete({ channel, ts })),
    postDirect: (userId, line) =>
      outcome(client.chat.postMessage({ channel: userId, ...line, ...NO_UNFURLS })),
    postEphemeral: (channel, user, line) => outcome(client.chat.postEphemeral({ channel, user, ...line })),
    permalink: (channel, message_ts) =>
      outcome(client.chat.getPermalink({ channel, message_ts }), ({ permalink }) => permalink ?? ''),
    openView: (trigger_id, view: ModalView) => outcome(client.views.open({ trigger_id, view })),
    pushView: (trigger_id, view: ModalView) => outcome(client.views.push({ trigger_id, view })),
    updateView: (view_id, view: ModalView) => outcome(client.views.update({ view_id, view })),
    publishHome: (user_id, view: HomeView) => outcome(client.views.publish({ user_id, view })),
    // Without `replace_original: false` Slack would replace the public message.
    respond: (url, line, { replaces = false } = {}) =>
      through(url, { response_type: 'ephemeral', replace_original: replaces, ...line }),
    postThrough: (url, message) =>
      through(url, { response_type: 'in_channel', replace_original: false, ...message }),
    replaceThrough: (url, message) => through(url, { replace_original: true, ...message }),
    profile: (user) => outcome(client.users.info({ user, include_locale: true }), profileOf),
    uploadFile: (file) => uploadFile({ client, fetch }, file),
    shareFile: (userId, file, line) => shareFile(client, userId, file, line),
  };
}

/** A response_url comes in signed payloads, and is kept: it is used for nothing but to answer Slack. */
function isSlacks(url: string, apiUrl: string): boolean {
  const { hostname } = new URL(url);
  return SLACKS_HOSTS.test(hostname) || hostname === new URL(apiUrl).hostname;
}

const SLACKS_HOSTS = /(^|\.)slack(-gov)?\.com$/;
const NOT_SLACKS: Outcome = { ok: false, failure: { kind: 'refused', error: 'not Slack’s host' } };

/**
 * What the client needs to leave retries to the queue: by itself it would retry for half an hour and sleep
 * through rate limits. A call that takes longer than `timeout` ms counts as unknown.
 * https://docs.slack.dev/tools/node-slack-sdk/web-api/#automatic-retries
 */
export const webClientOptions = (timeout: Millis) =>
  ({ timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true }) as const;

/**
 * `name` of a user is their legacy handle, which nobody sees.
 * https://docs.slack.dev/reference/objects/user-object
 */
function profileOf({ user }: UsersInfoResponse): Profile {
  const { locale, tz, profile, real_name } = user ?? {};
  const names = [profile?.display_name, profile?.real_name, real_name];
  const name = names.map((one) => cleanTitle(one ?? '')).find(Boolean);
  return { ...(locale && { locale }), ...(tz && { timeZone: tz }), ...(name && { name }) };
}

/**
 * Posts through a response_url, which needs no token and works anywhere for 30 minutes or five times.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
async function throughUrl(fetch: Fetch, responseUrl: string, message: object): Promise<Outcome> {
  try {
    const response = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ ...message, ...NO_UNFURLS }),
      signal: AbortSignal.timeout(RESPOND_TIMEOUT),
    });
    if (response.ok) return { ok: true, value: undefined };
    if (response.status === 429) {
      return { ok: false, failure: { kind: 'rate_limited', retryAfter: retryAfter(response) } };
    }
    const kind = response.status >= 500 ? 'unknown' : 'refused';
    return { ok: false, failure: { kind, error: `HTTP ${response.status}` } };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

/**
 * How long Slack wants to be left alone: it says so in seconds, and whatever stands before it may name a date instead.
 * https://docs.slack.dev/apis/web-api/rate-limits
 */
function retryAfter(response: FetchAnswer): Millis {
  const said = response.headers.get('retry-after') ?? '';
  const until = Number.isNaN(Number(said)) ? Date.parse(said) - Date.now() : Number(said) * SECOND;
  return until > 0 ? until : SECOND;
}
