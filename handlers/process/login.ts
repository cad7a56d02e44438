import type { Variables } from '../host/settings.ts';
import { askSecret } from './ask.ts';
import { CannotRun, EXIT_CODES } from './cannot-run.ts';
import type { Clients } from './clients.ts';
import { readCredentials, saveCredentials } from './credentials.ts';
import { checkTokens, type Tokens } from './tokens.ts';
import { givenTokens } from './variables.ts';

/** What the build puts here: the link that creates the Slack app, with slack-manifest.yml filled in. */
declare const SLACK_APP_LINK: string;

interface LoginOptions {
  folder: string;
  variables: Variables;
  clients: Clients;
}

/**
 * The tokens that were given, or are kept; else they are asked for, if somebody is there to be asked.
 * @throws {CannotRun}
 */
export async function tokensFor(options: LoginOptions): Promise<Tokens> {
  const given = givenTokens(options.variables);
  if (isComplete(given)) return given;
  const { botToken, appToken } = { ...(await readCredentials(options.folder)), ...given };
  if (botToken && appToken) return { botToken, appToken };
  if (!process.stdin.isTTY) {
    throw new CannotRun(
      'config',
      `Set ${botToken ? '' : 'SLACK_BOT_TOKEN'}${botToken || appToken ? '' : ' and '}${appToken ? '' : 'SLACK_APP_TOKEN'}, or start Groom once in a terminal.`,
    );
  }
  return login(options);
}

const isComplete = (tokens: Partial<Tokens>): tokens is Tokens =>
  tokens.botToken !== undefined && tokens.appToken !== undefined;

/** Says how to create the app, and asks for its tokens until Slack takes them; then they are kept. @throws {CannotRun} */
export async function login({ folder, clients }: LoginOptions): Promise<Tokens> {
  if (!process.stdin.isTTY) throw new CannotRun('config', 'Tokens are asked for in a terminal only.');
  process.stdout.write(`${HOW}\n\n`);
  for (;;) {
    const terminal = { input: process.stdin, output: process.stdout };
    const botToken = await askSecret(terminal, 'Bot User OAuth Token (xoxb-…): ');
    const appToken = await askSecret(terminal, 'App-Level Token (xapp-…): ');
    try {
      await checkTokens({ botToken, appToken }, clients.clientFor);
      await saveCredentials(folder, { botToken, appToken });
      process.stdout.write(`Kept in ${folder}.\n`);
      return { botToken, appToken };
    } catch (error) {
      if (!(error instanceof CannotRun) || error.exitCode !== EXIT_CODES.config) throw error;
      process.stdout.write(`${error.message}\n\n`);
    }
  }
}

const HOW = `Groom needs an app of its own in your Slack workspace. This link creates it, with everything filled in:

${SLACK_APP_LINK}

Choose the workspace and press Create. Then copy two tokens; they are not shown here as you paste them.
1. Install App → Install to Workspace: the Bot User OAuth Token.
2. Basic Information → App-Level Tokens → Generate Token and Scopes, with the scope connections:write: the token.`;
