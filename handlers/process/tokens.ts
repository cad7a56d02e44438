import type { WebClient } from '@slack/web-api';
import type { Outcome } from '../../src/ports/chat.ts';
import { outcome } from '../../src/slack/outcome.ts';
import { openConnection } from '../../src/slack/socket-mode/open.ts';
import { CannotRun } from './cannot-run.ts';

/** What a process needs to be Groom in a workspace. */
export interface Tokens {
  /** `xoxb-…`: what Groom does in Slack. */
  botToken: string;
  /** `xapp-…`: what people do reaches Groom. */
  appToken: string;
}

/** Without these nothing works; the others of slack-manifest.yml are optional. */
const NEEDED_SCOPES = ['commands', 'chat:write'];

/** Asks nobody: whether each can be what it is said to be. @throws {CannotRun} */
export function checkKinds({ botToken, appToken }: Tokens): void {
  if (botToken.startsWith('xapp-') && appToken.startsWith('xoxb-')) {
    throw wrong(
      'The two tokens are swapped: the bot token begins with xoxb-, the app-level token with xapp-.',
    );
  }
  if (!/^xoxb-[\w-]+$/.test(botToken)) {
    throw wrong(
      'That is no bot token: it begins with xoxb-. Copy it from OAuth & Permissions → Bot User OAuth Token.',
    );
  }
  if (!/^xapp-[\w-]+$/.test(appToken)) {
    throw wrong(
      'That is no app-level token: it begins with xapp-. Make one under Basic Information → App-Level Tokens, with the scope connections:write.',
    );
  }
}

/** A client of Slack's Web API with a token, which doesn't retry. */
type ClientFor = (token: string) => WebClient;

/**
 * Asks Slack of both whether they are valid, and may do what Groom needs. Nothing is opened, nothing is posted.
 * @returns the name of the workspace
 * @throws {CannotRun}
 */
export async function checkTokens(tokens: Tokens, clientFor: ClientFor): Promise<string> {
  checkKinds(tokens);
  const team = await checkBotToken(tokens.botToken, clientFor);
  accepted(await openConnection(clientFor(tokens.appToken)), APP_TOKEN);
  return team;
}

/** The same of the bot token alone, of which Slack is asked. @throws {CannotRun} */
export async function checkBotToken(botToken: string, clientFor: ClientFor): Promise<string> {
  const bot = await outcome(
    clientFor(botToken).auth.test(),
    ({ team = '', response_metadata: { scopes = [] } = {} }) => ({ team, scopes }),
  );
  const { team, scopes } = accepted(bot, BOT_TOKEN);
  const missing = NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) {
    throw wrong(
      `The bot token lacks the scope ${missing.join(' and ')}. Add it under OAuth & Permissions → Bot Token Scopes, and install the app again.`,
    );
  }
  return team;
}

/** Slack has refused Socket Mode for good, with this word of its own. */
export const appTokenRefused = (code: string): CannotRun =>
  wrong(APP_TOKEN[code] ?? `${APP_TOKEN.otherwise}: ${code}.`);

/** What to do where Slack refuses a token; `otherwise` for what nobody has thought of. */
interface Advice {
  [error: string]: string;
  otherwise: string;
}

const REINSTALL = 'Install the app again (Install App → Install to Workspace) and use the new token.';

const BOT_TOKEN: Advice = {
  invalid_auth: 'Slack does not know this bot token. Copy it again from OAuth & Permissions.',
  account_inactive: `The app was removed from the workspace. ${REINSTALL}`,
  token_revoked: `The bot token was revoked. ${REINSTALL}`,
  token_expired: `The bot token has expired. ${REINSTALL}`,
  otherwise: 'Slack refuses the bot token',
};

const NEW_APP_TOKEN = 'Make another one under Basic Information → App-Level Tokens.';

const APP_TOKEN: Advice = {
  invalid_auth: `Slack does not know this app-level token. ${NEW_APP_TOKEN}`,
  token_revoked: `The app-level token was revoked. ${NEW_APP_TOKEN}`,
  missing_scope: `The app-level token lacks the scope connections:write. ${NEW_APP_TOKEN}`,
  link_disabled: 'Socket Mode is switched off for this app. Switch it on under Settings → Socket Mode.',
  not_allowed_token_type: `That is no app-level token. ${NEW_APP_TOKEN}`,
  otherwise: 'Slack refuses the app-level token',
};

function accepted<T>(answer: Outcome<T>, advice: Advice): T {
  if (answer.ok) return answer.value;
  const { failure } = answer;
  if (failure.kind === 'refused') {
    throw wrong(advice[failure.error] ?? `${advice.otherwise}: ${failure.error}.`);
  }
  const why = failure.kind === 'rate_limited' ? 'it wants to be asked less often' : failure.error;
  throw new CannotRun('unavailable', `Slack can’t be asked now (${why}). Check the network, and try again.`);
}

const wrong = (message: string) => new CannotRun('config', message);
