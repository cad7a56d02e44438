import { ACTIONS, CARD_ACTION } from '../../blocks/ids.ts';
import type { TakePartAnswer } from '../../src/game/answers.ts';
import type { Deps } from '../../src/play/deps.ts';
import { join, stepOut } from '../../src/play/participation.ts';
import { castVote } from '../../src/play/voting.ts';
import { type Answer, refused, told } from '../answer.ts';
import { onMessageClick } from '../listeners.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** The cards, *Join* and *Leave*. */
export function registerVoting(app: BoltApp, deps: Deps): void {
  onMessageClick(app, deps, CARD_ACTION, async (click) => {
    const { story, round, detail = '' } = click.ref;
    const answer = await castVote(deps.store, click, { story, round }, detail);
    if (answer.kind === 'refusal') return refused(answer.refusal);
    const of = { sessionId: click.sessionId, story, round };
    return told({ kind: 'vote', answer, title: click.title, of });
  });
  onMessageClick(app, deps, ACTIONS.join, async (click) => takePartAnswer(await join(deps.store, click)));
  onMessageClick(app, deps, ACTIONS.leave, async (click) =>
    takePartAnswer(await stepOut(deps.store, click, 'left')),
  );
}

/** Whoever joins for the first time sees it on the message. */
export function takePartAnswer(answer: TakePartAnswer): Answer {
  if (answer.kind === 'refusal') return refused(answer.refusal);
  if (answer.kind === 'out') return told({ kind: 'takePart', answer });
  return answer.already ? told({ kind: 'takePart', answer: { kind: 'joined', already: true } }) : {};
}
