import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMAND } from '../../blocks/ids.ts';
import { readTemplate } from '../../stand-ins/aws/template.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(`${root}slack-manifest.yml`, 'utf8');
const manifest = parse(text) as Manifest;
const sources = globSync(['handlers/**/*.ts', 'src/**/*.ts'], { cwd: root })
  .map((file) => readFileSync(`${root}${file}`, 'utf8'))
  .join('\n');

/** The bot scopes of each Web API method. https://docs.slack.dev/reference/methods */
const scopesOf: Record<string, string[]> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.getPermalink': [],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** What the app asks for in any case, and what it can do without. */
const required = manifest.oauth_config?.scopes?.bot ?? [];
const optional = [...text.matchAll(/^ *# - ([\w:.]+)$/gm)].map(([, scope = '']) => scope);

describe('The manifest', () => {
  it('should ask for the scopes of the methods that are called, and of the command, and no others', () => {
    const calls = sources.matchAll(/\bclient\.(\w+\.\w+)\(/g);
    const methods = [...calls].map(([, method = '']) => method);
    expect(Object.keys(scopesOf)).toEqual(expect.arrayContaining(methods));
    const needed = new Set([
      'commands',
      'chat:write.public',
      ...methods.flatMap((one) => scopesOf[one] ?? []),
    ]);
    expect([...required, ...optional].sort()).toEqual([...needed].sort());
    expect(manifest.oauth_config?.scopes?.user).toBeUndefined();
  });

  it('should ask for no more than the app can not do without', () => {
    expect(required).toEqual(['commands', 'chat:write']);
  });

  it('should have each scope explained in docs/deploying.md', () => {
    const guide = readFileSync(`${root}docs/deploying.md`, 'utf8');
    const scopes = [...guide.matchAll(/^\| `([a-z]+(?::[\w.]+)?)` \| (?=to|`|optional)/gm)].map(
      ([, scope]) => scope,
    );
    expect(scopes.sort()).toEqual([...required, ...optional].sort());
  });

  it('should be held against the methods that the app calls alone', () => {
    const called = Object.keys(scopesOf).filter((method) => sources.includes(`client.${method}(`));
    expect(called).toEqual(Object.keys(scopesOf));
  });

  it('should send commands, clicks and events to the one route there is', () => {
    const path = readTemplate().functions.slack.events[0].httpApi.replace('POST ', '');
    const commands = manifest.features?.slash_commands ?? [];
    const { interactivity, event_subscriptions: events } = manifest.settings ?? {};
    const urls = [...commands.map(({ url }) => url), interactivity?.request_url, events?.request_url];
    expect(new Set(urls.map((url) => new URL(url ?? '').pathname))).toEqual(new Set([path]));
    expect(new Set(urls).size).toBe(1);
    expect(manifest.settings).toMatchObject({
      interactivity: { is_enabled: true },
      socket_mode_enabled: false,
    });
  });

  it('should have the command that is handled, unescaped and with a hint', () => {
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

  it('should have the shortcut of a message', () => {
    expect(manifest.features?.shortcuts).toEqual([
      {
        name: 'Estimate this',
        type: 'message',
        callback_id: 'estimate_this',
        description: expect.any(String),
      },
    ]);
  });

  it('should let Slack tell when somebody looks at the home, and of a removal, and nothing else', () => {
    expect(manifest.features?.app_home?.home_tab_enabled).toBe(true);
    expect(manifest.settings?.event_subscriptions?.bot_events).toEqual([
      'app_home_opened',
      'app_uninstalled',
      'tokens_revoked',
    ]);
    expect(manifest.settings?.event_subscriptions).not.toHaveProperty('user_events');
  });

  it('should let people read what the app tells them directly', () => {
    // chat.postMessage to a user fails otherwise: messages_tab_disabled.
    expect(manifest.features?.app_home?.messages_tab_enabled).toBe(true);
  });

  it("should keep Slack's limits in its texts", () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description?.length).toBeLessThanOrEqual(140);
    for (const { name, description } of manifest.features?.shortcuts ?? []) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(manifest.display_information.background_color).toMatch(/^#[0-9a-f]{6}$/);
  });
});
