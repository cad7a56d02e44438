import type { Totals } from '../../src/game/round/history.ts';
import type { PrivateLine } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';
import { escapeText } from '../text/mrkdwn.ts';
import { totalsText } from './history.ts';

/** What stands above the file, in the app's own conversation with whoever asked for it. */
export function fileLine(channelId: string, totals: Totals, t: Translate): PrivateLine {
  const facts = totalsText(totals, t).join(' · ');
  return { text: t('export.line', { channel: `<#${channelId}>`, facts }) };
}

/** What is said where the command was typed: where the file is. */
export const fileSentLine = (t: Translate): PrivateLine => ({ text: t('export.sent') });

/** An export that could not be sent as a file. */
export interface TextExport {
  /** Slack's error; `missing_scope` if files were never allowed. */
  error: string;
  /** As much of it as fits into a message. */
  text: string;
  /** How many stories are in that text, and how many there are. */
  shown: number;
  all: number;
}

/** An export as text to copy. Screen readers only read what it is: a table of commas helps nobody who hears it. */
export function textExportLine({ error, text, shown, all }: TextExport, t: Translate): PrivateLine {
  const why =
    error === 'missing_scope' ? t('export.noScope') : t('export.refused', { error: escapeText(error) });
  const cut = shown < all ? [t('export.cut', { shown, all })] : [];
  const words = [why, ...cut].join(t('list.sentence'));
  return {
    text: words,
    blocks: [
      { type: 'section', block_id: 'why', text: { type: 'mrkdwn', text: words } },
      {
        type: 'rich_text',
        block_id: 'export',
        elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
      },
    ],
  };
}
