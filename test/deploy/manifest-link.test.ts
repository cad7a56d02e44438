import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const script = fileURLToPath(new URL('../../scripts/manifest.ts', import.meta.url));
const URL_OF_STAGE = 'https://abc123.execute-api.eu-central-1.amazonaws.com/slack/events';

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  return { stdout, stderr, status };
}

const addresses = ({ features, settings }: Manifest) => [
  ...(features?.slash_commands?.map(({ url }) => url) ?? []),
  settings?.interactivity?.request_url,
  settings?.event_subscriptions?.request_url,
];

describe('npm run manifest', () => {
  it.each([
    URL_OF_STAGE,
    URL_OF_STAGE.replace('/slack/events', ''),
    `${URL_OF_STAGE.replace('/slack/events', '/')}`,
  ])('should put the address into the manifest and the link: %s', (url) => {
    const { stdout, status } = run('--url', url);
    expect(status).toBe(0);
    const manifest = parse(stdout) as Manifest;
    expect(addresses(manifest)).toEqual([URL_OF_STAGE, URL_OF_STAGE, URL_OF_STAGE]);
    const link = new URL(/https:\/\/api\.slack\.com\/apps\?\S+/.exec(stdout)?.[0] ?? '');
    expect(link.searchParams.get('new_app')).toBe('1');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(manifest);
  });

  it('should have no addresses in it for Socket Mode', () => {
    const { stdout, status } = run('--socket');
    expect(status).toBe(0);
    const manifest = parse(stdout) as Manifest;
    expect(addresses(manifest)).toEqual([undefined, undefined, undefined]);
    expect(manifest.settings?.socket_mode_enabled).toBe(true);
    expect(manifest.settings?.event_subscriptions?.bot_events).toContain('app_home_opened');
    const link = new URL(/https:\/\/api\.slack\.com\/apps\?\S+/.exec(stdout)?.[0] ?? '');
    expect(JSON.parse(link.searchParams.get('manifest_json') ?? '')).toEqual(manifest);
  });

  it.each([
    ['nothing', [], 'Say where'],
    ['no address', ['--url', 'abc123'], 'no address'],
    ['an address without TLS', ['--url', URL_OF_STAGE.replace('https', 'http')], 'https addresses only'],
    ['another path', ['--url', `${URL_OF_STAGE}/more`], 'ends in /slack/events'],
  ])('should say what is missing, given %s', (_, args, why) => {
    expect(run(...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining(why) });
  });
});
