import type { ActionsBlock, Button, KnownBlock } from '@slack/types';
import type { PrivateLine, Rendering } from '../../src/ports/chat.ts';
import { ACTIONS } from '../ids.ts';
import { cut, escapeText, plain } from '../text/mrkdwn.ts';

/** What `/groom doctor` says. It is for operators, and in English as their guide is. */

/** As much of it as one block may hold. */
const MOST = 2500;

interface Said {
  about: string;
  lines: readonly string[];
  offers?: true;
}

/** Lines to be read as they are, with buttons for what can be tried. */
export function doctorLine({ about, lines, offers }: Said): PrivateLine {
  return { text: escapeText(about), blocks: [...literally(about, lines), ...(offers ? [OFFERS] : [])] };
}

/** A heading, and below it lines in which Slack interprets nothing. */
export const literally = (about: string, lines: readonly string[]): KnownBlock[] => [
  { type: 'section', text: plain(about) },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: cut(lines.join('\n'), MOST) }] },
    ],
  },
];

export const doctorButton = (action_id: string, text: string): Button => ({
  type: 'button',
  action_id,
  text: plain(text),
  value: 'doctor',
});

const OFFERS: ActionsBlock = {
  type: 'actions',
  elements: [
    doctorButton(ACTIONS.doctorModal, 'Open a modal'),
    doctorButton(ACTIONS.doctorPost, 'Post a message to try updates on'),
  ],
};

/** The message in the channel that updates are tried on. */
export const trialMessage = (words: string): Rendering => ({
  text: words,
  blocks: [
    { type: 'section', text: plain(words) },
    {
      type: 'actions',
      elements: [
        doctorButton(ACTIONS.doctorUpdates, 'Try updates'),
        doctorButton(ACTIONS.doctorDeleted, 'Delete, then replace'),
      ],
    },
  ],
});
