/**
 * Belongs to everything that is said: Slack would show below it what its links lead to, to everybody who sees it.
 * https://docs.slack.dev/messaging/unfurling-links-in-messages
 */
export const NO_UNFURLS = { unfurl_links: false, unfurl_media: false } as const;
