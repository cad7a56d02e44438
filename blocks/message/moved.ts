import type { Language } from '../../src/game/language.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { translator } from '../language/translate.ts';

/** What *Move to bottom* leaves behind, with a link to the new message if it has one. */
export function renderMoved(permalink: string | undefined, language: Language): Rendering {
  const t = translator(language);
  const words = permalink ? t('moved.link', { permalink }) : t('moved.line');
  return {
    text: t('moved.text'),
    blocks: [{ type: 'context', block_id: 'moved', elements: [{ type: 'mrkdwn', text: words }] }],
  };
}
