/**
 * `npm run doctor -- --stage prod [--region eu-central-1] [--channel C…]`: looks at a deployment with the operator's own credentials, and
 * says in one line each what is wrong, why that matters and what to do. Ends with 1 if anything is.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { createClients } from './clients.ts';
import { examineAll } from './examine-all.ts';
import { asLine } from './finding.ts';

const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'dev' },
    region: { type: 'string' },
    url: { type: 'string' },
    channel: { type: 'string' },
    'cold-start': { type: 'boolean', default: true },
  },
  allowNegative: true,
});

const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'), { logLevel: 'error' });

const findings = await examineAll({
  stage: values.stage,
  clients: createClients(values.region),
  url: values.url,
  channel: values.channel,
  isColdStartForced: values['cold-start'],
  template: read('serverless.yml'),
  manifest: read('slack-manifest.yml'),
  slackApiUrl: process.env.SLACK_API_URL,
  say: (line) => console.log(line),
});
for (const finding of findings) console.log(asLine(finding));
console.log(findings.length === 0 ? 'All is well.' : `${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;
