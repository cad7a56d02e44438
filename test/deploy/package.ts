import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const serverless = join(root, 'node_modules/serverless/bin/serverless.js');

/** What CloudFormation is given, in the form in which the tests look at it. */
export interface CloudFormation {
  Conditions: Record<string, unknown>;
  Resources: Record<string, Resource>;
  Outputs: Record<string, unknown>;
}

export interface Resource {
  Type: string;
  Condition?: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates are as deep as they like, and these are tests
  Properties: Record<string, any>;
}

export interface Packaged {
  template: CloudFormation;
  /** All of the template as text. */
  text: string;
  stackTags: unknown;
  /** The paths in each function's zip. */
  zips: { slack: string[]; publish: string[] };
}

/**
 * Runs `serverless package` without network and without credentials, in a folder of its own: two at once in one
 * folder would take each other's zips away.
 */
export async function packageService(...options: string[]): Promise<Packaged> {
  const cwd = mkdtempSync(join(tmpdir(), 'package-'));
  for (const name of ['serverless.yml', 'dist'])
    cpSync(join(root, name), join(cwd, name), { recursive: true });
  await promisify(execFile)(process.execPath, [serverless, 'package', ...options], { cwd, env: offline() });
  const read = (name: string) => readFileSync(join(cwd, '.serverless', name));
  const text = read('cloudformation-template-update-stack.json').toString();
  return {
    text,
    template: JSON.parse(text),
    stackTags: JSON.parse(read('serverless-state.json').toString()).service.provider.stackTags,
    zips: { slack: zippedPaths(read('slack.zip')), publish: zippedPaths(read('publish.zip')) },
  };
}

function offline(): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(([name]) => !/^(AWS|SLS|SERVERLESS)_/.test(name));
  return {
    ...Object.fromEntries(mine),
    SLS_TELEMETRY_DISABLED: '1',
    SLS_NOTIFICATIONS_MODE: 'off',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
  };
}

/**
 * The names in a zip's central directory.
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, section 4.3.12
 */
function zippedPaths(zip: Buffer): string[] {
  const paths: string[] = [];
  const header = Buffer.from('PK\x01\x02', 'latin1');
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.subarray(at, at + 4).equals(header)) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    paths.push(zip.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return paths;
}
