import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, restore } from '../../src/sqlite/backup.ts';
import { CannotOpen } from '../../src/sqlite/cannot-open.ts';
import { exportAll } from '../../src/sqlite/export.ts';
import { MissingVariableError, type Variables } from '../host/settings.ts';
import { CannotRun, EXIT_CODES } from './cannot-run.ts';
import { createClients } from './clients.ts';
import { readCredentials } from './credentials.ts';
import { examine } from './doctor.ts';
import { login, tokensFor } from './login.ts';
import { portOf, runOnHttp, runOnSockets } from './run.ts';
import { dataFolder, givenIn } from './variables.ts';

/** `groom`: Groom in one process, with its data in one file. docs/one-process.md is for whoever runs it. */

/** What the build puts here. */
declare const GROOM_VERSION: string;

const USAGE = `groom                 connects to Slack through Socket Mode; asks for tokens at its first start
groom login           asks for the tokens anew
groom doctor          looks for what somebody should mend; Groom may run meanwhile
groom backup FILE     writes all data into one file; Groom may run meanwhile
groom restore FILE    puts such a file in place of the data
groom export FILE     writes channels’ settings and finished stories, a line of JSON each
groom move            says how data moves to AWS and back
groom --http          takes Slack's requests by HTTP instead, with SLACK_SIGNING_SECRET
      --port 3000     … at this port
      --host 0.0.0.0  … of this address; 127.0.0.1 unless you say so
      --status-port   where /healthz and /metrics are, on 127.0.0.1

Data is in GROOM_DATA, or else in $XDG_DATA_HOME/groom or ~/.local/share/groom.
`;

/** The SDK of AWS is no part of this bundle. */
const TO_MOVE =
  'Between AWS and one process, data moves from a checkout of Groom: npm run move (docs/one-process.md).';

const DEFAULT_PORT = '3000';

async function main(args: string[], variables: Variables): Promise<void> {
  const { values, positionals } = parsed(args);
  if (values.help) return void process.stdout.write(USAGE);
  if (values.version) return void process.stdout.write(`groom ${GROOM_VERSION}\n`);
  const folder = dataFolder(variables);
  const clients = createClients(variables.SLACK_API_URL || undefined);
  const options = {
    folder,
    variables,
    clients,
    statusPort: portOf('--status-port', values['status-port'] ?? variables.GROOM_STATUS_PORT),
  };
  const [command = 'run', file, ...rest] = positionals;
  if (rest.length > 0) throw misused();
  if (file !== undefined) return void process.stdout.write(`${withFile(command, folder, resolve(file))}\n`);
  if (command === 'move') throw new CannotRun('config', TO_MOVE);
  if (command === 'login') return void (await login(options));
  if (command === 'doctor') return sayFindings(await examine(options));
  if (command !== 'run') throw misused();
  if (!values.http) return runOnSockets(options, await tokensFor(options));
  return runOnHttp(options, {
    port: portOf('--port', values.port ?? DEFAULT_PORT) ?? 0,
    host: values.host ?? '127.0.0.1',
    botToken: needed(
      'SLACK_BOT_TOKEN',
      givenIn(variables, 'SLACK_BOT_TOKEN') ?? (await readCredentials(folder))?.botToken,
    ),
    signingSecret: needed('SLACK_SIGNING_SECRET', givenIn(variables, 'SLACK_SIGNING_SECRET')),
  });
}

/** A line each, and an exit code that says whether there were any. */
function sayFindings(findings: readonly string[]): void {
  process.stdout.write(`${findings.join('\n') || 'All is well.'}\n`);
  if (findings.length > 0) process.exit(1);
}

/** Answers with what was done. */
function withFile(command: string, folder: string, file: string): string {
  switch (command) {
    case 'backup':
      backUp(folder, file);
      return `All data is in ${file}. It has unrevealed votes in it, and no tokens.`;
    case 'restore':
      restore(folder, file);
      return `The data is that of ${file}; what was there is in ${folder}, as groom.db.old.`;
    case 'export':
      return `${exportAll(folder, file)} lines are in ${file}.`;
    default:
      throw misused();
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        http: { type: 'boolean' },
        port: { type: 'string' },
        host: { type: 'string' },
        'status-port': { type: 'string' },
        to: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
      },
    });
  } catch {
    throw misused();
  }
}

function needed(name: string, value: string | undefined): string {
  if (value) return value;
  throw new CannotRun('config', `Set ${name}, or ${name}_FILE to a file that holds it.`);
}

const misused = () => new CannotRun('config', `That is no command of Groom’s. What there is:\n\n${USAGE}`);

/** What a supervisor is told, and one line for whoever reads its log. */
function codeFor(error: unknown): number {
  if (error instanceof CannotRun) return error.exitCode;
  if (error instanceof CannotOpen) return EXIT_CODES.noPermission;
  if (error instanceof MissingVariableError) return EXIT_CODES.config;
  return 1;
}

/** Whoever watches a terminal doesn't want to read of every click. */
const QUIET = process.stdout.isTTY ? { LOG_LEVEL: 'warn' } : {};

main(process.argv.slice(2), { ...QUIET, ...process.env }).then(
  () => process.exit(0),
  (error: unknown) => {
    const code = codeFor(error);
    process.stderr.write(
      `${code === 1 || !(error instanceof Error) ? inspectError(error) : error.message}\n`,
    );
    process.exit(code);
  },
);

const inspectError = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
