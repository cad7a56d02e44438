import type { PublicLobby } from '../../src/game/public-session.ts';
import type { Rendering } from '../../src/ports/chat.ts';
import { type Translate, translator } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { deckTitle, mention, mentions, plain, within } from '../text/mrkdwn.ts';
import { blockId, button, menu } from './controls.ts';
import { headingLine } from './heading.ts';
import { titleBlock } from './title.ts';
import { openUntil, watchingText } from './voting-text.ts';

/** People gather. A line takes the place of the cards, so that nothing moves when they come. */
export function renderLobby(session: PublicLobby, limits: Limits): Rendering {
  const { deck, joined, watching } = session;
  const t = translator(session.language);
  const gathered =
    joined.length > 0
      ? t('lobby.joined', { count: joined.length, names: mentions(t, joined) })
      : t('lobby.nobody');
  const observers = watching.length > 0 ? [t('people.watching', { names: mentions(t, watching) })] : [];
  return {
    text: textOf(t, session, limits),
    blocks: [
      titleBlock(t, session, limits),
      headingLine(t, session, [deckTitle(t, deck)], session),
      { type: 'section', block_id: 'cards', text: plain(t('lobby.cards')) },
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(t, 'start', session, joined.length > 1 ? { style: 'primary' } : {}),
          button(t, 'join', session),
          button(t, 'leave', session),
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

/** The same as one text. The first post mentions nobody. */
function textOf(t: Translate, session: PublicLobby, { said }: Limits): string {
  const { title, stories, joined, watching, creatorId } = session;
  const names = mentions(t, joined, t('list.comma'));
  return [
    t('lobby.text', { title: within(title, said), more: stories - 1 }),
    joined.length > 0 ? t('lobby.textJoined', { count: joined.length, names }) : t('lobby.textNobody'),
    ...watchingText(t, watching),
    ...(joined.length > 0 ? [t('lobby.textStart', { host: mention(creatorId) })] : []),
    ...openUntil(t, session),
  ].join(t('list.sentence'));
}
