import type { PublicLobby } from '../src/session/public-session.ts';
import type { Rendering } from '../src/slack/chat.ts';
import { blockId, button, menu } from './controls.ts';
import { headingLine } from './heading.ts';
import { ACTIONS } from './ids.ts';
import { count, mentions, plain, quoted, titleBlock } from './mrkdwn.ts';

/** People gather; the place of the cards is taken, so that nothing moves when they come. */
export function renderLobby(session: PublicLobby): Rendering {
  const { deck, title, joined, watching, stories } = session;
  const gathered =
    joined.length > 0
      ? `${joined.length} joined · ${mentions(joined)}`
      : 'Nobody has joined yet. Tap Join to take part.';
  const observers = watching.length > 0 ? ` · watching: ${mentions(watching)}` : '';
  const text = [
    `Getting ready to estimate ${quoted(title)}${stories > 1 ? ` and ${count(stories - 1, 'more story', 'more stories')}` : ''}.`,
    joined.length > 0 ? `${joined.length} joined: ${mentions(joined, ', ')}.` : 'Nobody has joined yet.',
  ].join(' ');
  return {
    text,
    blocks: [
      titleBlock(title),
      headingLine(session, [deck.title], session),
      { type: 'section', block_id: 'cards', text: plain('The cards appear here when voting starts.') },
      {
        type: 'actions',
        block_id: blockId('controls', session),
        elements: [
          button(ACTIONS.start, 'Start voting', session, joined.length > 1 ? { style: 'primary' } : {}),
          button(ACTIONS.join, 'Join', session),
          button(ACTIONS.leave, 'Leave', session),
          menu(session),
        ],
      },
      { type: 'context', block_id: 'people', elements: [{ type: 'mrkdwn', text: gathered + observers }] },
    ],
  };
}
