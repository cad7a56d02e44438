import { parse } from 'yaml';

/** The link that opens Slack's *Create an app*, filled in. https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests#sharing */
export const linkFor = (manifest: object): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;

/** What slack-manifest.yml says, for an app in Socket Mode, which has no addresses. */
export function socketManifest(yaml: string): object {
  const { features, settings, ...rest } = parse(yaml);
  const { request_url: _, ...interactivity } = settings.interactivity;
  const { request_url: __, ...event_subscriptions } = settings.event_subscriptions;
  return {
    ...rest,
    features: {
      ...features,
      slash_commands: features.slash_commands.map(({ url: _, ...command }: { url: string }) => command),
    },
    settings: { ...settings, interactivity, event_subscriptions, socket_mode_enabled: true },
  };
}
