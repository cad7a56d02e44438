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
  const { sessionId, channelId, userId, responseUrl } = click;
  const { story, round, detail = '' } = click.ref;
  const of = { sessionId, channelId, story, round };
  const asked = await cardToExplain(deps.store, { ...of, userId, card: detail });
  if (asked.kind === 'refusal') return refused(asked.refusal);
  const { session, card, title, text } = asked;
  // In an org-wide install a click on a private line names no team but the person's own.
  const { teamId } = session;
  const t = await wordsFor(deps, { ...click, teamId }, Promise.resolve(session));
  const modal = whyModal(t, { ...of, teamId, card, responseUrl }, title, text);
  return (await openModal(deps, click, modal)) ? {} : told({ kind: 'windowNotOpened' });
}
