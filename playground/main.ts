/**
 * `npm start`: a Slack workspace in the browser with Groom in it, all of it on this machine. Behind the page run
 * the built Lambda functions over an embedded DynamoDB and SQS; with `--one-process` the built `groom` over SQLite and
 * through Socket Mode, which is started again when somebody kills it. Nothing is kept: each start is a new workspace.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startLocalGroom } from '../stand-ins/aws/local-groom.ts';
import { type GroomProcess, startGroom, TOKENS } from '../stand-ins/process/groom-process.ts';
import type { Slack } from '../stand-ins/slack/slack.ts';
import { startSlack } from '../stand-ins/slack/start.ts';
import { defaultWorkspace, type Workspace } from '../stand-ins/slack/workspace.ts';
import { startPlaygroundServer } from './server/start.ts';

const firstPort = 3000;
const LOG_LEVEL = process.env.LOG_LEVEL ?? 'warn';
/** All scopes that Groom can make use of. */
const scopes = ['commands', 'chat:write', 'users:read', 'files:write'];

/** Groom on either host, behind a workspace. */
interface Played {
  slack: Slack;
  close(): Promise<unknown>;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'one-process': { type: 'boolean' } } });
  const { slack, close } = await (values['one-process'] ? onOneProcess() : onLambda());
  const webRoot = fileURLToPath(new URL('web/dist', import.meta.url));
  const page = await startPlaygroundServer({ slack, port: Number(process.env.PORT) || firstPort, webRoot });

  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(`\nGroom's playground: ${page.url}\nCtrl-C stops it.`);

  async function stop(): Promise<void> {
    // A second Ctrl-C, or what doesn't end within two seconds, ends at once.
    process.once('SIGINT', () => process.exit(0));
    setTimeout(() => process.exit(0), 2000).unref();
    await page.close();
    await close();
    await slack.close();
    process.exit(0);
  }
}

async function onLambda(): Promise<Played> {
  const secrets = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(16).toString('hex')}`,
  };
  const slack = await startSlack({ ...secrets, scopes, workspace: localWorkspace() });
  const groom = await startLocalGroom({
    ...secrets,
    slackApiUrl: slack.apiUrl,
    env: { LOG_LEVEL },
    log: (line) => console.error(line),
  });
  slack.deliverTo = groom.url;
  return { slack, close: groom.close };
}

async function onOneProcess(): Promise<Played> {
  const signingSecret = randomBytes(16).toString('hex');
  const slack = await startSlack({ ...TOKENS, signingSecret, scopes, workspace: localWorkspace() });
  const parent = mkdtempSync(join(tmpdir(), 'groom-playground-'));
  let isClosing = false;
  let groom: GroomProcess;
  const start = async () => {
    groom = startGroom({ slack, folder: join(parent, 'data'), env: { LOG_LEVEL } });
    void groom.ended.then((code) => {
      // Ctrl-C reaches it as well.
      if (isClosing || code === 0) return;
      console.error(groom.lines.join('\n'));
      if (code !== null) process.exit(code);
      // Who kills it before it is ready has it started once more.
      start().catch(() => undefined);
    });
    await groom.ready;
    console.log(`Groom is process ${groom.child.pid}: kill -9 it in the middle of a vote.`);
  };
  await start();
  return {
    slack,
    async close() {
      isClosing = true;
      await groom.stop();
      rmSync(parent, { recursive: true });
    },
  };
}

/** Acme, with everybody in this computer's time zone. */
function localWorkspace(): Workspace {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const workspace = defaultWorkspace();
  return { ...workspace, members: workspace.members.map((member) => ({ ...member, timeZone })) };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
