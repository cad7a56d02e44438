import type { KnownBlock, ModalView, Overflow } from '@slack/types';
import { defined } from '../../src/game/defined.ts';
import { MAX_STORIES, roomForStories, type Session, upcomingStories } from '../../src/game/session.ts';
import type { Story } from '../../src/game/story/story.ts';
import { ACTIONS, INPUTS, menuValue, type StoryMenuItem, VIEWS } from '../ids.ts';
import type { Translate } from '../language/translate.ts';
import { confirmation, endConfirmation, type LeftOpen } from '../message/controls.ts';
import { cut, plain } from '../text/mrkdwn.ts';
import { typedPlain } from '../text/rich-text.ts';
import type { ModalContext } from './context.ts';

/** Whether the creator can remind people. */
export interface Reminder {
  /** How many voters have not voted. */
  missing: number;
  /** In how many minutes they may be reminded again; 0 if now. */
  againIn: number;
}

/** *Manage…* for the creator: stories, reminders, hand-over, end and cancel. */
export function manageModal(
  t: Translate,
  context: ModalContext,
  session: Session,
  stories: readonly Story[],
  reminder: Reminder,
): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.manage,
    private_metadata: JSON.stringify(context),
    title: plain(t('manage.title')),
    submit: plain(t('modal.save')),
    close: plain(t('modal.close')),
    blocks: [
      { type: 'header', block_id: 'stories', text: plain(t('manage.stories')) },
      ...storyRows(t, session, stories),
      ...addInput(t, session),
      {
        type: 'input',
        block_id: INPUTS.handOver,
        optional: true,
        label: plain(t('manage.handOver')),
        hint: plain(t('manage.handOverHint')),
        element: {
          type: 'users_select',
          action_id: INPUTS.handOver,
          placeholder: plain(t('manage.choose')),
        },
      },
      ...nudgeRow(t, session, reminder),
      { type: 'divider' },
      {
        type: 'actions',
        block_id: 'finish',
        elements: [
          defined({
            type: 'button' as const,
            action_id: ACTIONS.endFromManage,
            text: plain(t('manage.end')),
            confirm: endConfirmation(t, leftOpen(session)),
          }),
          {
            type: 'button',
            action_id: ACTIONS.cancel,
            style: 'danger',
            text: plain(t('manage.cancel')),
            confirm: { ...confirmation(t, 'cancel'), style: 'danger' },
          },
        ],
      },
    ],
  };
}

function leftOpen(session: Session): LeftOpen {
  const { status, story, estimates } = session;
  const upcoming = upcomingStories(session).length;
  // Nobody has voted on the running one either.
  if (status === 'lobby') return { upcoming: upcoming + 1 };
  if (status === 'voting') return { running: 'reveal', upcoming };
  // Whether all have agreed is not known here, so it is asked once too often rather than not.
  return estimates.some((estimate) => estimate.story === story)
    ? { upcoming }
    : { running: 'estimate', upcoming };
}

/** Reminds those who have not voted. Once done, it can be done again only after a while. */
function nudgeRow(t: Translate, { story, round }: Session, { missing, againIn }: Reminder): KnownBlock[] {
  if (missing === 0) return [];
  if (againIn > 0) {
    const text = plain(t('manage.nudged', { minutes: againIn }));
    return [{ type: 'context', block_id: 'nudged', elements: [text] }];
  }
  const nudge = { type: 'button', action_id: ACTIONS.nudge, text: plain(t('manage.nudge')) } as const;
  return [
    { type: 'actions', block_id: `nudge_${story}_${round}`, elements: [nudge] },
    { type: 'context', block_id: 'nudge_hint', elements: [plain(t('manage.nudgeHint'))] },
  ];
}

/** The running story and those to come. Stories that have been played can't be changed any more. */
function storyRows(t: Translate, session: Session, stories: readonly Story[]): KnownBlock[] {
  const titles = new Map(stories.map(({ number, title }) => [number, title]));
  const upcoming = upcomingStories(session);
  const playing = [session.story, ...upcoming];
  return playing.flatMap((story, index) => {
    const title = cut(titles.get(story) ?? '', 150) || t('title.none');
    const now = story === session.story ? `  ${t('manage.now')}` : '';
    const position = session.order.length - playing.length + index + 1;
    const ref = { sessionId: session.sessionId, story, round: session.round };
    const items = storyItems(session, story, upcoming);
    // plain_text shows a title as it was typed. It must be a section, because only there an overflow menu can
    // stand beside it.
    return [
      {
        type: 'section',
        block_id: `story_${story}_${position}`,
        text: typedPlain(`${position}. ${title}${now}`),
        accessory: storyMenu(t, ref, items),
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

function storyMenu(
  t: Translate,
  ref: { sessionId: string; story: number; round: number },
  items: StoryMenuItem[],
): Overflow {
  return {
    type: 'overflow',
    action_id: ACTIONS.storyMenu,
    options: items.map((item) => ({ text: plain(t(`story.${item}`)), value: menuValue(ref, item) })),
  };
}

function addInput(t: Translate, session: Session): KnownBlock[] {
  const room = roomForStories(session);
  if (room <= 0) {
    return [
      {
        type: 'context',
        block_id: 'full',
        elements: [plain(t('manage.full', { most: MAX_STORIES }))],
      },
    ];
  }
  return [
    {
      type: 'input',
      // A new id after stories were added: otherwise Slack would keep what was typed.
      block_id: `${INPUTS.add}_${session.lastStory}`,
      optional: true,
      label: plain(t('manage.add')),
      hint: plain(t('manage.addHint', { room })),
      element: { type: 'plain_text_input', action_id: INPUTS.add, multiline: true },
    },
  ];
}
