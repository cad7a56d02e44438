import type { App } from '@slack/bolt';
import { ACTIONS, CARD_ACTION } from '../../blocks/ids.ts';
import { takePartText, voteLine } from '../../blocks/replies.ts';
import { castVote, join, stepOut, type TakePartAnswer } from '../../src/session/participation.ts';
import type { Deps } from '../deps.ts';
import { onMessageClick, type Reply, refused, told } from '../listeners.ts';

/** The cards, *Join* and *Leave*. */
export function registerVoting(app: App, deps: Deps): void {
  onMessageClick(app, deps, CARD_ACTION, async (click) => {
    const { story, round, detail = '' } = click.ref;
    const answer = await castVote(deps.store, click, { story, round }, detail);
    return answer.kind === 'refusal' ? refused(answer.refusal) : told(voteLine(answer, click.title));
  });
  onMessageClick(app, deps, ACTIONS.join, async (click) => takePartReply(await join(deps.store, click)));
  onMessageClick(app, deps, ACTIONS.leave, async (click) =>
    takePartReply(await stepOut(deps.store, click, 'left')),
  );
}

export function takePartReply(answer: TakePartAnswer): Reply {
  return answer.kind === 'refusal' ? refused(answer.refusal) : told(takePartText(answer));
}
