import type { KnownBlock, ModalView, Overflow } from '@slack/types';
import type { Session, Story } from '../../src/session/session.ts';
import { MAX_STORIES, roomForStories, upcomingStories } from '../../src/session/session.ts';
import { confirm, END_CONFIRMATION } from '../controls.ts';
import { ACTIONS, INPUTS, menuValue, type StoryMenuItem, VIEWS } from '../ids.ts';
import { cut, plain } from '../mrkdwn.ts';
import type { ModalContext } from './context.ts';

/** *Manage…* for the creator: stories, hand-over, end and cancel. */
export function manageModal(context: ModalContext, session: Session, stories: readonly Story[]): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    private_metadata: JSON.stringify(context),
    title: plain('Manage session'),
    submit: plain('Save'),
    close: plain('Close'),
    blocks: [
      { type: 'header', block_id: 'stories', text: plain('Stories') },
      ...storyRows(session, stories),
      ...addInput(session),
      {
        type: 'input',
        block_id: INPUTS.handOver,
        optional: true,
        label: plain('Hand over to …'),
        hint: plain('They reveal, go on and end from then on. They must have joined.'),
        element: {
          type: 'users_select',
          action_id: INPUTS.handOver,
          placeholder: plain('Choose a participant'),
        },
      },
      { type: 'divider' },
      {
        type: 'actions',
        block_id: 'finish',
        elements: [
          {
            type: 'button',
            action_id: ACTIONS.endFromManage,
            text: plain('End session'),
            confirm: END_CONFIRMATION,
          },
          {
            type: 'button',
            action_id: ACTIONS.cancel,
            style: 'danger',
            text: plain('Cancel session'),
            confirm: {
              ...confirm(
                'Cancel this session?',
                'All votes and estimates of it are dropped. To keep them, end it instead.',
                'Cancel session',
                'Keep it',
              ),
              style: 'danger',
            },
          },
        ],
      },
    ],
  };
}

/** The running story and those to come; what has been played can't be changed any more. */
function storyRows(session: Session, stories: readonly Story[]): KnownBlock[] {
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const upcoming = upcomingStories(session);
  const playing = [session.story, ...upcoming];
  return playing.flatMap((story, index) => {
    const title = cut(titles.get(story) ?? '', 150) || '(no title)';
    const position = session.order.length - playing.length + index + 1;
    const ref = { sessionId: session.sessionId, story, round: session.round };
    const items = storyItems(session, story, upcoming);
    // The title is literal in plain_text; an overflow menu can only stand beside a section.
    return [
      {
        type: 'section',
        block_id: `story_${story}_${position}`,
        text: plain(`${position}. ${title}${story === session.story ? '  (now)' : ''}`),
        accessory: storyMenu(ref, items),
      },
    ];
  });
}

function storyItems(session: Session, story: number, upcoming: readonly number[]): StoryMenuItem[] {
  const index = upcoming.indexOf(story);
  if (index < 0) return session.status === 'revealed' ? ['edit'] : ['edit', 'skip'];
  return [
    'edit',
    ...(index > 1 ? (['next'] as const) : []),
    ...(index > 0 ? (['earlier'] as const) : []),
    ...(index < upcoming.length - 1 ? (['later'] as const) : []),
    'skip',
  ];
}

const STORY_MENU_LABELS: Record<StoryMenuItem, string> = {
  edit: 'Edit title…',
  next: 'Vote on it next',
  earlier: 'Move up',
  later: 'Move down',
  skip: 'Skip',
};

function storyMenu(
  ref: { sessionId: string; story: number; round: number },
  items: StoryMenuItem[],
): Overflow {
  return {
    type: 'overflow',
    action_id: ACTIONS.storyMenu,
    options: items.map((item) => ({ text: plain(STORY_MENU_LABELS[item]), value: menuValue(ref, item) })),
  };
}

function addInput(session: Session): KnownBlock[] {
  const room = roomForStories(session);
  if (room <= 0) {
    return [
      {
        type: 'context',
        block_id: 'full',
        elements: [plain(`${MAX_STORIES} stories: this session is full.`)],
      },
    ];
  }
  return [
    {
      type: 'input',
      // Fresh once stories were added, so that the field is empty again.
      block_id: `${INPUTS.add}_${session.lastStory}`,
      optional: true,
      label: plain('Add stories'),
      hint: plain(`One per line; room for ${room} more.`),
      element: { type: 'plain_text_input', action_id: INPUTS.add, multiline: true },
    },
  ];
}
