import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import { ACTIONS, pageAction, VIEWS } from '../ids.ts';
import { count, mention, plain } from '../mrkdwn.ts';
import type { ModalContext } from './context.ts';

export const PEOPLE_ON_A_PAGE = 40;

export interface Person {
  userId: string;
  state: 'voted' | 'not voted yet' | 'joined' | 'watching';
}

/** Who takes part. Its creator can remove people; names are mentions, which only sections can show. */
export function peopleModal(
  context: ModalContext,
  people: readonly Person[],
  creatorId: string,
  mayRemove: boolean,
): ModalView {
  const pages = Math.max(1, Math.ceil(people.length / PEOPLE_ON_A_PAGE));
  const page = Math.min(context.page, pages - 1);
  const shown = people.slice(page * PEOPLE_ON_A_PAGE, (page + 1) * PEOPLE_ON_A_PAGE);
  const heading =
    people.length === 0
      ? 'Nobody has joined yet'
      : `${count(people.length, 'person', 'people')} in this session`;
  return {
    type: 'modal',
    callback_id: VIEWS.people,
    private_metadata: JSON.stringify({ ...context, page }),
    title: plain('People'),
    close: plain('Close'),
    blocks: [
      {
        type: 'context',
        block_id: 'count',
        elements: [{ type: 'mrkdwn', text: `${heading} · hosted by ${mention(creatorId)}` }],
      },
      ...shown.map((person) => personRow(person, creatorId, mayRemove)),
      ...pageButtons(page, pages),
    ],
  };
}

function personRow({ userId, state }: Person, creatorId: string, mayRemove: boolean): SectionBlock {
  const host = userId === creatorId ? ' · host' : '';
  const row: SectionBlock = {
    type: 'section',
    block_id: `person_${userId}`,
    text: { type: 'mrkdwn', text: `${mention(userId)} · ${state}${host}` },
  };
  if (!mayRemove || userId === creatorId) return row;
  return {
    ...row,
    accessory: { type: 'button', action_id: ACTIONS.remove, text: plain('Remove'), value: userId },
  };
}

function pageButtons(page: number, pages: number): ActionsBlock[] {
  if (pages === 1) return [];
  const turn = (direction: 'back' | 'forward', label: string, to: number) =>
    ({ type: 'button', action_id: pageAction(direction), text: plain(label), value: String(to) }) as const;
  return [
    {
      type: 'actions',
      block_id: `pages_${page}`,
      elements: [
        ...(page > 0 ? [turn('back', '← Previous', page - 1)] : []),
        ...(page < pages - 1 ? [turn('forward', 'Next →', page + 1)] : []),
      ],
    },
  ];
}
