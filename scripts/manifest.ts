/**
 * `npm run manifest -- --url https://…/slack/events`: prints slack-manifest.yml with the address of a deployment in
 * it, and the link that opens Slack's *Create an app* with all of that filled in. `--stage prod --region eu-central-1`
 * instead of the address asks AWS for it. `--socket`: the same for Socket Mode, which takes no address.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { linkFor, socketManifest } from './manifest-link.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = '/slack/events';
const PLACEHOLDER = /https:\/\/your-api\.[^\s]+/g;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    stage: { type: 'string' },
    region: { type: 'string' },
    socket: { type: 'boolean' },
  },
});
const template = readFileSync(`${root}slack-manifest.yml`, 'utf8');
const manifest = values.socket
  ? stringify(socketManifest(template))
  : template.replaceAll(PLACEHOLDER, addressOf(values.url ?? deployedAddress()));
console.log(manifest);
console.log(`# Or open this link, in which all of it is filled in:\n# ${linkFor(parse(manifest))}`);

/** The address of the one route, also where only that of the API is given. */
function addressOf(given: string): string {
  const { origin, protocol, pathname } = URL.parse(given) ?? fail(`${given} is no address.`);
  if (protocol !== 'https:') return fail(`Slack calls https addresses only, not ${given}.`);
  if (pathname !== '/' && pathname !== PATH) return fail(`The address ends in ${PATH}, not in ${pathname}.`);
  return origin + PATH;
}

function deployedAddress(): string {
  const { stage, region } = values;
  if (stage === undefined)
    return fail('Say where: --url https://…/slack/events, or --stage and --region; or --socket.');
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
