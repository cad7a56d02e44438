import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import { ACTIONS, pageAction, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { mention, plain } from '../text/mrkdwn.ts';
import type { ModalContext } from './context.ts';

const PEOPLE_ON_A_PAGE = 40;

export interface Person {
  userId: string;
  state: 'voted' | 'notVoted' | 'joined' | 'isWatching';
}

/** Who takes part. Its creator can remove people; names are mentions, which only sections can show. */
export function peopleModal(
  t: Translate,
  context: ModalContext,
  people: readonly Person[],
  creatorId: string,
  mayRemove: boolean,
): ModalView {
  const pages = Math.max(1, Math.ceil(people.length / PEOPLE_ON_A_PAGE));
  const page = Math.min(context.page, pages - 1);
  const shown = people.slice(page * PEOPLE_ON_A_PAGE, (page + 1) * PEOPLE_ON_A_PAGE);
  const heading = people.length === 0 ? t('people.nobody') : t('people.count', { count: people.length });
  const hostedBy = t('heading.hostedBy', { host: mention(creatorId) });
  return {
    type: 'modal',
    callback_id: VIEWS.people,
    private_metadata: JSON.stringify({ ...context, page }),
    title: plain(t('people.title')),
    close: plain(t('modal.close')),
    blocks: [
      {
        type: 'context',
        block_id: 'count',
        elements: [{ type: 'mrkdwn', text: `${heading} · ${hostedBy}` }],
      },
      ...shown.map((person, index) =>
        personRow(t, person, creatorId, mayRemove, page * PEOPLE_ON_A_PAGE + index + 1),
      ),
      ...pageButtons(t, page, pages),
    ],
  };
}

function personRow(
  t: Translate,
  { userId, state }: Person,
  creatorId: string,
  mayRemove: boolean,
  number: number,
): SectionBlock {
  const facts = [t(`people.${state}`), ...(userId === creatorId ? [t('people.host')] : [])];
  const row: SectionBlock = {
    type: 'section',
    block_id: `person_${userId}`,
    text: { type: 'mrkdwn', text: [mention(userId), ...facts].join(' · ') },
  };
  if (!mayRemove || userId === creatorId) return row;
  return {
    ...row,
    accessory: {
      type: 'button',
      action_id: ACTIONS.remove,
      text: plain(t('people.remove')),
      value: userId,
      // Nobody's name can stand in plain text; a number tells the rows apart, at least.
      accessibility_label: t('label.remove', { who: t('people.number', { number }) }),
      confirm: {
        title: plain(t('remove.title', { who: t('people.this') })),
        text: plain(t('remove.text')),
        confirm: plain(t('remove.yes')),
        deny: plain(t('remove.no')),
        style: 'danger',
      },
    },
  };
}

function pageButtons(t: Translate, page: number, pages: number): ActionsBlock[] {
  if (pages === 1) return [];
  const turn = (direction: 'back' | 'forward', label: string, to: number) =>
    ({ type: 'button', action_id: pageAction(direction), text: plain(label), value: String(to) }) as const;
  return [
    {
      type: 'actions',
      block_id: `pages_${page}`,
      elements: [
        ...(page > 0 ? [turn('back', t('people.back'), page - 1)] : []),
        ...(page < pages - 1 ? [turn('forward', t('people.forward'), page + 1)] : []),
      ],
    },
  ];
}
