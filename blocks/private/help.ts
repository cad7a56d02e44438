import { DECK_NAMES, DECKS } from '../../src/game/deck/deck.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import type { Translate } from '../language/translate.ts';

/** `/groom help`: everything on one screen. */
export function renderHelp(t: Translate): Rendering {
  const decks = DECK_NAMES.map((name) => `\`${name}\` ${DECKS[name].cards.join(' ')}`);
  const sections = [
    [
      t('help.title'),
      t('help.start'),
      t('help.form'),
      t('help.deck'),
      t('help.cards'),
      t('help.lobby'),
      t('help.until'),
      t('help.flags'),
      t('help.links'),
    ],
    [t('help.voting'), t('help.menu')],
    [t('help.creator'), t('help.takeOver')],
    [t('help.keyboard'), t('help.lists'), t('help.settings')],
    [t('help.decks'), ...decks, t('help.abstentions')],
  ];
  return {
    text: t('help.text'),
    blocks: sections.map((lines) => ({
      type: 'section',
      expand: true,
      text: { type: 'mrkdwn', text: lines.join('\n') },
    })),
  };
}
