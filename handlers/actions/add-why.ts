import { ACTIONS } from '../../blocks/ids.ts';
import { whyModal } from '../../blocks/modals/why.ts';
import type { Deps } from '../../src/play/deps.ts';
import { cardToExplain } from '../../src/play/reasons.ts';
import { type Answer, refused, told } from '../answer.ts';
import { onMessageClick } from '../listeners.ts';
import { openModal } from '../open-modal.ts';
import type { MessageClick } from '../receive/click.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { wordsFor } from '../words-for.ts';

/** *Add why*, in the private line after a vote: opens the one field. */
export function registerAddWhy(app: BoltApp, deps: Deps): void {
  onMessageClick(app, deps, ACTIONS.addWhy, (click) => askWhy(deps, click));
}

async function askWhy(deps: Deps, click: MessageClick): Promise<Answer> {
  const { sessionId, teamId, channelId, userId, responseUrl } = click;
  const { story, round, detail = '' } = click.ref;
  const of = { sessionId, channelId, story, round };
  const [asked, t] = await Promise.all([
    cardToExplain(deps.store, { ...of, teamId, userId, card: detail }),
    wordsFor(deps, click),
  ]);
  if (asked.kind === 'refusal') return refused(asked.refusal);
  const { card, title, text } = asked;
  const modal = whyModal(t, { ...of, teamId, card, responseUrl }, title, text);
  return (await openModal(deps, click, modal)) ? {} : told({ kind: 'windowNotOpened' });
}
