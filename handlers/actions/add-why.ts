import { ACTIONS } from '../../blocks/ids.ts';
import { whyModal } from '../../blocks/modals/why.ts';
import { sameRound } from '../../src/game/round/round.ts';
import type { Deps } from '../../src/play/deps.ts';
import { type Answer, refused, told } from '../answer.ts';
import { onMessageClick } from '../listeners.ts';
import { openModal } from '../open-modal.ts';
import { wordsFor } from '../reader.ts';
import type { MessageClick } from '../receive/click.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** *Add why*, in the private line after a vote: opens the one field. */
export function registerAddWhy(app: BoltApp, deps: Deps): void {
  onMessageClick(app, deps, ACTIONS.addWhy, (click) => askWhy(deps, click));
}

async function askWhy(deps: Deps, click: MessageClick): Promise<Answer> {
  const { store } = deps;
  const { sessionId, channelId, userId, responseUrl, ref } = click;
  const session = await store.session(sessionId);
  if (!session) return refused({ code: 'session_over' });
  if (session.status !== 'voting' || !sameRound(session, ref)) return told({ kind: 'reasonTooLate' });
  const [story, slot, reasons, t] = await Promise.all([
    store.story(sessionId, ref.story),
    store.slot(sessionId, ref, userId),
    store.reasons(sessionId, ref),
    wordsFor(deps, click),
  ]);
  const { story: number, round, detail = '' } = ref;
  // They may have chosen another card since this line was written: that one is to be explained.
  const card = slot?.card ?? detail;
  const known = reasons.find((reason) => reason.userId === userId && reason.card === card);
  const context = { sessionId, channelId, story: number, round, card, responseUrl };
  const modal = whyModal(t, context, story?.title ?? '', known?.text);
  return (await openModal(deps, click, modal)) ? {} : told({ kind: 'windowNotOpened' });
}
