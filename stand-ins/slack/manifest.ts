import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { MessageShortcut } from './shapes.ts';

/** An app as it is installed in the workspace. */
export interface App {
  id: string;
  name: string;
  botId: string;
  botUserId: string;
  commands: readonly string[];
  /** Message shortcuts. */
  shortcuts: readonly MessageShortcut[];
  /** `features.app_home.home_tab_enabled` */
  homeTab: boolean;
  /** `settings.event_subscriptions.bot_events` */
  events: readonly string[];
  /** `oauth_config.scopes.bot` */
  scopes: readonly string[];
}

/** The parts of an app manifest that are read here. @see https://docs.slack.dev/reference/app-manifest */
interface Manifest {
  display_information: { name: string };
  features: {
    app_home: { home_tab_enabled: boolean };
    slash_commands: { command: string }[];
    shortcuts: { name: string; type: 'message' | 'global'; callback_id: string }[];
  };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
}

const file = new URL('../../slack-manifest.yml', import.meta.url);

/** The app of `slack-manifest.yml`, so that what is installed here is what will be installed in a real workspace. */
export function readApp(): App {
  const { display_information, features, oauth_config, settings } = parse(
    readFileSync(file, 'utf8'),
  ) as Manifest;
  return {
    id: 'A0GROOM',
    name: display_information.name,
    botId: 'B0GROOM',
    botUserId: 'U0GROOM',
    commands: features.slash_commands.map(({ command }) => command),
    shortcuts: features.shortcuts
      .filter(({ type }) => type === 'message')
      .map(({ callback_id: callbackId, name }) => ({ callbackId, name })),
    homeTab: features.app_home.home_tab_enabled,
    events: settings.event_subscriptions.bot_events,
    scopes: oauth_config.scopes.bot,
  };
}
