import type { App } from '@slack/bolt';
import { ACTIONS, CARD_ACTION } from '../../blocks/ids.ts';
import { takePartText, voteText } from '../../blocks/replies.ts';
import { castVote, join, stepOut } from '../../src/session/participation.ts';
import type { Deps } from '../deps.ts';
import { onMessageClick } from '../listeners.ts';

/** The cards, *Join* and *Leave*. */
export function registerVoting(app: App, deps: Deps): void {
  onMessageClick(app, deps, CARD_ACTION, async (click) => {
    const { story, round, detail = '' } = click.ref;
    return voteText(await castVote(deps.store, click, { story, round }, detail), click.title);
  });
  onMessageClick(app, deps, ACTIONS.join, async (click) => takePartText(await join(deps.store, click)));
  onMessageClick(app, deps, ACTIONS.leave, async (click) =>
    takePartText(await stepOut(deps.store, click, 'left')),
  );
}
