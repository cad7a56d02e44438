import type { ActionsBlock, PlainTextOption, SectionBlock } from '@slack/types';
import { estimateCards } from '../../src/game/deck/deck.ts';
import { defined } from '../../src/game/defined.ts';
import type { PublicRevealed } from '../../src/game/public-session.ts';
import { ACTIONS, cardValue } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import type { Limits } from '../text/budget.ts';
import { cardText, cut, plain } from '../text/mrkdwn.ts';
import { blockId, button, confirmation, endConfirmation, type LeftOpen, menu } from './controls.ts';

/** Offers to agree on the card nearest to the median, or on another one; once agreed, shows the estimate and lets it be changed. */
export function estimateRow(
  t: Translate,
  session: PublicRevealed,
  limits: Limits,
): ActionsBlock | SectionBlock {
  const { deck, estimate, statistics } = session;
  const options: PlainTextOption[] = estimateCards(deck).map((card) => ({
    text: plain(cut(card, limits.card)),
    value: cardValue(session, card),
  }));
  const select = (placeholder: string) =>
    ({
      type: 'static_select',
      action_id: ACTIONS.estimate,
      placeholder: plain(placeholder),
      options,
    }) as const;
  if (estimate !== undefined) {
    return {
      type: 'section',
      // The estimate is part of the id: otherwise Slack would go on showing the option that was chosen in it.
      block_id: `${blockId('estimate', session)}_${estimate}`,
      text: { type: 'mrkdwn', text: t('result.estimate', { card: cardText(estimate) }) },
      accessory: select(t('estimate.change')),
    };
  }
  const agreed = statistics?.suggested;
  const agree =
    agreed !== undefined &&
    button(t, 'agree', session, { style: 'primary', value: cardValue(session, agreed) }, agreed);
  return {
    type: 'actions',
    block_id: blockId('estimate', session),
    elements: [...(agree ? [agree] : []), select(t(agree ? 'estimate.other' : 'estimate.choose'))],
  };
}

/** Goes on to the next story, to another vote, or to the end. */
export function nextRow(t: Translate, session: PublicRevealed): ActionsBlock {
  const { estimate, position, stories } = session;
  const decided = estimate !== undefined;
  const isLast = position >= stories;
  const open: LeftOpen = { upcoming: stories - position, ...(!decided && { running: 'estimate' }) };
  const next = button(
    t,
    'next',
    session,
    decided ? { style: 'primary' } : { confirm: confirmation(t, 'next') },
  );
  return {
    type: 'actions',
    block_id: blockId('controls', session),
    elements: [
      ...(isLast ? [] : [next]),
      button(t, 'voteAgain', session),
      button(
        t,
        'end',
        session,
        defined({ confirm: endConfirmation(t, open), style: isLast && decided ? 'primary' : undefined }),
      ),
      menu(t, session),
    ],
  };
}
