/** What Groom speaks. The channel's message is in the channel's language, private lines in their reader's. */
export const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

/**
 * The language of a locale as Slack writes them, such as `pt-BR`; `undefined` for one that Groom does not speak.
 * https://docs.slack.dev/reference/methods/users.info
 */
export function languageOf(locale: unknown): Language | undefined {
  if (typeof locale !== 'string') return undefined;
  const [language] = locale.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((known) => known === language);
}
