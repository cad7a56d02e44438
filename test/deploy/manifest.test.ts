import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMAND } from '../../blocks/ids.ts';
import { readTemplate } from '../../playground/aws/template.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = parse(readFileSync(`${root}slack-manifest.yml`, 'utf8')) as Manifest;
const sources = globSync(['handlers/**/*.ts', 'src/**/*.ts'], { cwd: root })
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))
  .join('\n');

/** The bot scopes of each Web API method. https://docs.slack.dev/reference/methods */
const scopesOf: Record<string, string[]> = {
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.getPermalink': [],
  'views.open': [],
  'views.push': [],
  'views.update': [],
};

test('the app has the scopes of the methods it calls, and of its command, and no others', () => {
  const methods = [...sources.matchAll(/\bclient\.(\w+\.\w+)\(/g)].map(([, method = '']) => method);
  expect(Object.keys(scopesOf)).toEqual(expect.arrayContaining(methods));
  const needed = methods.flatMap((method) => scopesOf[method] ?? []);
  expect(manifest.oauth_config?.scopes?.bot?.toSorted()).toEqual(
    [...new Set(['commands', ...needed])].sort(),
  );
  expect(manifest.oauth_config?.scopes?.user).toBeUndefined();
});

test('no method is listed that the app does not call', () => {
  for (const method of Object.keys(scopesOf)) expect(sources).toContain(`client.${method}(`);
});

test('commands and clicks arrive at the one route there is', () => {
  const path = readTemplate().functions.slack.events[0].httpApi.replace('POST ', '');
  const commands = manifest.features?.slash_commands ?? [];
  const urls = [...commands.map(({ url }) => url), manifest.settings?.interactivity?.request_url];
  expect(new Set(urls.map((url) => new URL(url ?? '').pathname))).toEqual(new Set([path]));
  expect(new Set(urls).size).toBe(1);
  expect(manifest.settings).toMatchObject({
    interactivity: { is_enabled: true },
    socket_mode_enabled: false,
  });
});

test('the command is the one that is handled, unescaped and with a hint', () => {
  expect(manifest.features?.slash_commands).toEqual([
    {
      command: COMMAND,
      url: expect.any(String),
      description: expect.any(String),
      usage_hint: expect.stringContaining('help'),
      should_escape: false,
    },
  ]);
});

test('people can read what the app tells them directly', () => {
  // chat.postMessage to a user fails otherwise: messages_tab_disabled.
  expect(manifest.features?.app_home?.messages_tab_enabled).toBe(true);
});

test("texts keep Slack's limits", () => {
  expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
  expect(manifest.display_information.description?.length).toBeLessThanOrEqual(140);
  expect(manifest.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/);
});
