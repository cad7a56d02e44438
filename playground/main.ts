/**
 * `npm start`: a Slack workspace in the browser with Groom in it, all of it on this machine. Behind the page run
 * the built Lambda functions over an embedded DynamoDB and SQS. Nothing is kept: each start is a new workspace.
 */
import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { startLocalGroom } from '../stand-ins/aws/local-groom.ts';
import { startSlack } from '../stand-ins/slack/start.ts';
import { defaultWorkspace, type Workspace } from '../stand-ins/slack/workspace.ts';
import { startPlaygroundServer } from './server/start.ts';

const firstPort = 3000;
/** All scopes that Groom can make use of. */
const scopes = ['commands', 'chat:write', 'users:read', 'files:write'];

async function main(): Promise<void> {
  const secrets = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(16).toString('hex')}`,
  };
  const slack = await startSlack({ ...secrets, scopes, workspace: localWorkspace() });
  const groom = await startLocalGroom({
    ...secrets,
    slackApiUrl: slack.apiUrl,
    env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    log: (line) => console.error(line),
  });
  slack.deliverTo = groom.url;
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
    await groom.close();
    await slack.close();
    process.exit(0);
  }
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
