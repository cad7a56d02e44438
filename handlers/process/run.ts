import { fixedSecret } from '../../src/ports/secret.ts';
import { openConnection } from '../../src/slack/socket-mode/open.ts';
import { SocketModeRefused, startSocketMode } from '../../src/slack/socket-mode/socket-mode.ts';
import type { Variables } from '../host/settings.ts';
import { createHttpEndpoint } from '../receive/http.ts';
import { createSocketEndpoint } from '../receive/socket.ts';
import { CannotRun } from './cannot-run.ts';
import type { Clients } from './clients.ts';
import { OPEN_METRICS } from './counts.ts';
import { type Host, openHost } from './host.ts';
import { serve } from './serve.ts';
import { appTokenRefused, checkBotToken, checkKinds, type Tokens } from './tokens.ts';

interface RunOptions {
  folder: string;
  variables: Variables;
  clients: Clients;
  /** Where `/healthz` and `/metrics` are, on loopback; absent: nowhere. */
  statusPort?: number | undefined;
}

/** What people do reaches Groom, one way or the other. */
interface Front {
  /** How many connections stand; an open port counts as one. */
  standing(): number;
  /** Rejects when nothing will come any more; never resolves. */
  broken: Promise<never>;
  /** Takes nothing more; resolves when all that was taken is answered. */
  stop(): Promise<void>;
}

/** Runs until somebody asks it to stop. @throws {CannotRun} @throws {CannotOpen} */
export async function runOnSockets(options: RunOptions, tokens: Tokens): Promise<void> {
  checkKinds(tokens);
  const { clientFor } = options.clients;
  await run(options, tokens.botToken, async ({ deps, receiver }) => {
    const client = clientFor(tokens.appToken);
    const { log, now } = deps;
    const socketMode = startSocketMode({
      open: () => openConnection(client),
      take: createSocketEndpoint(receiver),
      log,
      now,
    });
    const broken = socketMode.refused.catch((error: unknown): never => {
      throw error instanceof SocketModeRefused ? appTokenRefused(error.code) : error;
    });
    broken.catch(() => undefined);
    await Promise.race([socketMode.started, broken]);
    return { standing: () => socketMode.standing, broken, stop: () => socketMode.stop() };
  });
}

interface HttpOptions {
  port: number;
  host: string;
  botToken: string;
  signingSecret: string;
}

/** The same where Slack calls by HTTP, at `/slack/events`. @throws {CannotRun} @throws {CannotOpen} */
export async function runOnHttp(options: RunOptions, http: HttpOptions): Promise<void> {
  await run(options, http.botToken, async ({ deps, receiver }) => {
    const answer = createHttpEndpoint(receiver, fixedSecret(http.signingSecret), deps);
    const { url, close } = await serve({ 'POST /slack/events': answer }, http);
    process.stdout.write(`Slack’s requests are taken at ${url}/slack/events.\n`);
    return { standing: () => 1, broken: new Promise(() => undefined), stop: close };
  });
}

async function run(
  options: RunOptions,
  botToken: string,
  open: (host: Host) => Promise<Front>,
): Promise<void> {
  const { folder, variables, clients } = options;
  const told = toldToStop();
  // Before anything is done with it: what Slack refuses would cost the sessions their messages.
  const team = await checkBotToken(botToken, clients.clientFor);
  clients.checkClock();
  const host = await openHost({ folder, botToken, variables });
  const front = await Promise.race([open(host), told]);
  if (front) {
    const status = await serveStatus(options.statusPort, host, front);
    process.stdout.write(`Groom is connected to ${team}: type /groom there. Ctrl-C stops it.\n`);
    await Promise.race([front.broken, told]);
    await Promise.all([front.stop(), status?.close()]);
  }
  await host.close();
}

/** Resolves when somebody asks for it. Whoever asks again doesn't wait. */
const toldToStop = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });

async function serveStatus(port: number | undefined, host: Host, front: Front) {
  if (port === undefined) return undefined;
  return serve(
    {
      'GET /healthz': async () =>
        front.standing() > 0
          ? { status: 200, body: 'ok\n' }
          : { status: 503, body: 'no connection to Slack\n' },
      'GET /metrics': async () => ({
        status: 200,
        headers: { 'content-type': OPEN_METRICS },
        body: host.metrics({ connections: front.standing() }),
      }),
    },
    { port },
  );
}

/** @throws {CannotRun} unless it is one, or absent. */
export function portOf(name: string, value: string | undefined): number | undefined {
  if (!value) return undefined;
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new CannotRun('config', `${name} must be a port from 1 to 65535, not "${value}".`);
}
