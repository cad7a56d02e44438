import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import { type Json, parseObject } from '../../../stand-ins/slack/blockkit/json.ts';
import type { SlackOptions } from '../../../stand-ins/slack/core.ts';
import { listen, type Reply, readBody, send } from '../../../stand-ins/slack/http.ts';
import type { Slack } from '../../../stand-ins/slack/slack.ts';
import { startSlack } from '../../../stand-ins/slack/start.ts';

/** What Slack delivered to the app. */
interface Received {
  headers: Record<string, string | string[] | undefined>;
  /** As sent. */
  body: string;
  form: Record<string, string>;
  /** The interaction payload or the event’s envelope, if it is one. */
  payload: Json;
}

/** An app that notes what it receives and answers as the test says. */
export interface ScriptedApp {
  received: Received[];
  answer: (request: Received) => Promise<Partial<Reply>> | Partial<Reply>;
  last(): Received;
}

export const SECRET = 'signing-secret';
const TOKEN = 'xoxb-token';

/** A Slack, an app that it delivers to, and the app's client. All of it is closed after the test. */
export async function slackWithApp(
  options: Partial<SlackOptions> = {},
): Promise<{ slack: Slack; app: ScriptedApp; client: WebClient }> {
  const app: ScriptedApp = {
    received: [],
    answer: () => ({}),
    last: () => app.received.at(-1) ?? fail('The app has received nothing'),
  };
  const server = await listen(async (request, response) => {
    const body = await readBody(request);
    const form = Object.fromEntries(new URLSearchParams(body));
    const payload = parseObject(form.payload ?? body) ?? {};
    const received = { headers: request.headers, body, form, payload };
    app.received.push(received);
    send(response, { status: 200, body: '', ...(await app.answer(received)) });
  }, 0);
  const slack = await startSlack({ signingSecret: SECRET, botToken: TOKEN, ...options });
  slack.deliverTo = `${server.origin}/slack/events`;
  closers.push(slack.close, server.close);
  return { slack, app, client: clientOf(slack) };
}

export function clientOf(slack: Slack, token: string = TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  });
}

/** Posts to a response_url as an app does. */
export async function respond(url: unknown, body: unknown): Promise<{ status: number; text: string }> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(String(url), { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, text: await response.text() };
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

function fail(message: string): never {
  throw new Error(message);
}
