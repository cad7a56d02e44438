import type { PublicLobby } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, menu } from './controls.ts';
import { deckTitle } from './deck-title.ts';
import { headingLine } from './heading.ts';
import { ACTIONS } from './ids.ts';
import { type Translate, translator } from './language/translate.ts';
import { mentions, plain, titleBlock, titleInText } from './mrkdwn.ts';

/** People gather; the place of the cards is taken, so that nothing moves when they come. */
export function renderLobby(session: PublicLobby): Rendering {
  const { deck, title, joined, watching } = session;
  const t = translator(session.language);
  const gathered =
    joined.length > 0
      ? t('lobby.joined', { count: joined.length, names: mentions(t, joined) })
      : t('lobby.nobody');
  const observers = watching.length > 0 ? [t('people.watching', { names: mentions(t, watching) })] : [];
  return {
    text: textOf(t, session),
    blocks: [
      titleBlock(t, title),
      headingLine(t, session, [deckTitle(t, deck)], session),
      { type: 'section', block_id: 'cards', text: plain(t('lobby.cards')) },
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(ACTIONS.start, t('button.start'), session, joined.length > 1 ? { style: 'primary' } : {}),
          button(ACTIONS.join, t('button.join'), session),
          button(ACTIONS.leave, t('button.leave'), session),
          menu(t, session),
        ],
      },
      {
        type: 'context',
        block_id: 'people',
        elements: [{ type: 'mrkdwn', text: [gathered, ...observers].join(' · ') }],
      },
    ],
  };
}

/** The same in words. */
function textOf(t: Translate, { title, stories, joined }: PublicLobby): string {
  const names = mentions(t, joined, t('list.comma'));
  return [
    t('lobby.text', { title: titleInText(title), more: stories - 1 }),
    joined.length > 0 ? t('lobby.textJoined', { count: joined.length, names }) : t('lobby.textNobody'),
  ].join(t('list.sentence'));
}
