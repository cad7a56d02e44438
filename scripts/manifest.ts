/**
 * `npm run manifest -- --url https://…/slack/events`: prints slack-manifest.yml with the address of a deployment in
 * it, and the link that opens Slack's *Create an app* with all of that filled in. `--stage prod --region eu-central-1`
 * instead of the address asks AWS for it.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = '/slack/events';
const PLACEHOLDER = /https:\/\/your-api\.[^\s]+/g;

const { values } = parseArgs({
  options: { url: { type: 'string' }, stage: { type: 'string' }, region: { type: 'string' } },
});
const address = addressOf(values.url ?? deployedAddress());
const manifest = readFileSync(`${root}slack-manifest.yml`, 'utf8').replaceAll(PLACEHOLDER, address);
console.log(manifest);
console.log(`# Or open this link, in which all of it is filled in:\n# ${linkFor(manifest)}`);

/** https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests#sharing */
function linkFor(yaml: string): string {
  const json = JSON.stringify(parse(yaml));
  return `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(json)}`;
}

/** The address of the one route, also where only that of the API is given. */
function addressOf(given: string): string {
  const { origin, protocol, pathname } = URL.parse(given) ?? fail(`${given} is no address.`);
  if (protocol !== 'https:') return fail(`Slack calls https addresses only, not ${given}.`);
  if (pathname !== '/' && pathname !== PATH) return fail(`The address ends in ${PATH}, not in ${pathname}.`);
  return origin + PATH;
}

function deployedAddress(): string {
  const { stage, region } = values;
  if (stage === undefined) return fail('Say where: --url https://…/slack/events, or --stage and --region.');
  const args = [
    'serverless',
    'info',
    '--stage',
    stage,
    ...(region === undefined ? [] : ['--region', region]),
  ];
  const { stdout, stderr } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' });
  const [found] = new RegExp(`https://\\S+${PATH}`).exec(stdout + stderr) ?? [];
  return found ?? fail(`npx ${args.join(' ')} names no address:\n${stdout}${stderr}`);
}

function fail(why: string): never {
  console.error(why);
  process.exit(1);
}
