import { setLocale } from '../workspace/requests.ts';
import { displayName, useWorkspace } from '../workspace/workspace.ts';

/** Some of the languages that Slack comes in. */
const LOCALES: Readonly<Record<string, string>> = {
  'en-US': 'English',
  'es-ES': 'Español',
  'de-DE': 'Deutsch',
  'fr-FR': 'Français',
  'pt-BR': 'Português',
  'ja-JP': '日本語',
  'it-IT': 'Italiano',
};

/** The language of this member's Slack, which the app may ask for. */
export function LocaleChooser() {
  const { me, notify } = useWorkspace();
  const choose = async (locale: string) => {
    const answer = await setLocale({ memberId: me.id, locale });
    notify(answer.ok ? 'Groom asks Slack for it again within five minutes.' : answer.error);
  };
  return (
    <label className="locale-chooser">
      {displayName(me)}’s language
      <select
        value={me.locale ?? 'en-US'}
        data-testid="locale"
        onChange={(event) => void choose(event.target.value)}
      >
        {Object.entries(LOCALES).map(([locale, name]) => (
          <option key={locale} value={locale} lang={locale}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
