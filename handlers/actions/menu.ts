import { ACTIONS, MENU_ITEMS, type MenuItem } from '../../blocks/ids.ts';
import { defined } from '../../src/game/defined.ts';
import type { Deps } from '../../src/play/deps.ts';
import { moveToBottom } from '../../src/play/move-to-bottom.ts';
import { stepOut } from '../../src/play/participation.ts';
import { myVote } from '../../src/play/voting.ts';
import { type Answer, refused, told } from '../answer.ts';
import { onMessageClick } from '../listeners.ts';
import { openModal } from '../open-modal.ts';
import type { MessageClick } from '../receive/click.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { sessionView } from '../session-views.ts';
import { takePartAnswer } from './vote.ts';

const ITEMS: Record<MenuItem, (deps: Deps, click: MessageClick) => Promise<Answer>> = {
  async my_vote({ store }, click) {
    const vote = await myVote(store, click);
    if (vote.kind === 'refusal') return refused(vote.refusal);
    const { card, session } = vote;
    const { title } = click;
    return told(defined({ kind: 'myVote', title, status: session.status, card }));
  },
  async watch({ store }, click) {
    return takePartAnswer(await stepOut(store, click, 'observer'));
  },
  people: (deps, click) => openView(deps, click, 'people'),
  manage: (deps, click) => openView(deps, click, 'manage'),
  async bottom(deps, click) {
    return { notice: await moveToBottom(deps, click) };
  },
};

/** The `⋯` menu. */
export function registerMenu(app: BoltApp, deps: Deps): void {
  onMessageClick(app, deps, ACTIONS.menu, async (click) => {
    const item = MENU_ITEMS.find((known) => known === click.ref.detail);
    return item ? ITEMS[item](deps, click) : {};
  });
}

async function openView(deps: Deps, click: MessageClick, view: 'people' | 'manage'): Promise<Answer> {
  if (click.external) return refused({ code: 'external' });
  const { sessionId, userId, teamId, channelId } = click;
  const { modal, refusal } = await sessionView(deps, {
    view,
    sessionId,
    userId,
    teamId,
    channelId,
    page: 0,
  });
  return (await openModal(deps, click, modal)) ? { refusal } : told({ kind: 'windowNotOpened' });
}
