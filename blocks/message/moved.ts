import type { RichTextElement } from '@slack/types';
import type { Language } from '../../src/game/language.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { translator } from '../language/translate.ts';
import { textElement } from '../text/rich-text.ts';

/**
 * What *Move to bottom* leaves behind, with a link to the new message if it has one. In rich text: Slack refuses to
 * replace a message that has some by one without. https://docs.slack.dev/reference/methods/chat.update#errors
 */
export function renderMoved(permalink: string | undefined, language: Language): Rendering {
  const t = translator(language);
  const link: RichTextElement = { type: 'link', url: permalink ?? '', text: t('moved.go') };
  const parts = permalink ? t.parts<RichTextElement>('moved.link', { link }) : [t('moved.line')];
  const elements = parts.map((part) => (typeof part === 'string' ? textElement(part) : part));
  return {
    text: t('moved.text'),
    blocks: [{ type: 'rich_text', block_id: 'moved', elements: [{ type: 'rich_text_section', elements }] }],
  };
}
