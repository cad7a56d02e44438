import type { App } from '@slack/bolt';
import { ACTIONS, MENU_ITEMS, type MenuItem } from '../../blocks/ids.ts';
import { defined } from '../../src/game/defined.ts';
import type { Deps } from '../../src/play/deps.ts';
import { moveToBottom } from '../../src/play/move-to-bottom.ts';
import { stepOut } from '../../src/play/participation.ts';
import { myVote } from '../../src/play/voting.ts';
import { failureText } from '../../src/ports/chat.ts';
import { onMessageClick, type Reply, refused, told } from '../listeners.ts';
import type { MessageClick } from '../receive/payload.ts';
import { sessionView } from '../session-views.ts';
import { takePartReply } from './vote.ts';

type MenuHandler = (deps: Deps, click: MessageClick) => Promise<Reply>;

const ITEMS: Record<MenuItem, MenuHandler> = {
  async my_vote({ store }, click) {
    const vote = await myVote(store, click);
    if (vote.kind === 'refusal') return refused(vote.refusal);
    const { card, session } = vote;
    const { title } = click;
    return told(defined({ kind: 'myVote', title, status: session.status, card }));
  },
  async watch({ store }, click) {
    return takePartReply(await stepOut(store, click, 'observer'));
  },
  people: (deps, click) => openView(deps, click, 'people'),
  manage: (deps, click) => openView(deps, click, 'manage'),
  async bottom(deps, click) {
    const notice = await moveToBottom(deps, click);
    return notice && told(notice);
  },
};

/** The `⋯` menu. */
export function registerMenu(app: App, deps: Deps): void {
  onMessageClick(app, deps, ACTIONS.menu, async (click) => {
    const item = MENU_ITEMS.find((known) => known === click.ref.detail);
    return item && ITEMS[item](deps, click);
  });
}

/** Opens a modal before the ack: its trigger lives for three seconds only. */
async function openView(deps: Deps, click: MessageClick, view: 'people' | 'manage'): Promise<Reply> {
  const { sessionId, userId, teamId, channelId } = click;
  const modal = await sessionView(deps, {
    view,
    sessionId,
    userId,
    teamId,
    channelId,
    page: 0,
  });
  const opened = await deps.chats.for(teamId).openView(click.triggerId, modal);
  if (opened.ok) return undefined;
  deps.log.warn('modal not opened', { sessionId, teamId, reason: failureText(opened.failure) });
  return told({ kind: 'windowNotOpened' });
}
