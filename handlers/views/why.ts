import type { App } from '@slack/bolt';
import { INPUTS, isSessionId, VIEWS } from '../../blocks/ids.ts';
import { parseWhyContext, type WhyContext } from '../../blocks/modals/why.ts';
import type { Notice } from '../../src/game/notice.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import { cleanTitle } from '../../src/game/story/title.ts';
import type { Deps } from '../../src/play/deps.ts';
import { giveReason, type ReasonAnswer } from '../../src/play/reasons.ts';
import type { Job } from '../../src/ports/job.ts';
import { actionTs } from '../../src/time.ts';
import { wordsFor } from '../reader.ts';
import { inputState, inputText, teamOf, urlOf } from '../receive/payload.ts';
import { isSlackId } from '../receive/slack-id.ts';

/** *Why this card?*, saved. What became of it is told in private, where the button was. */
export function registerWhyView(app: App, deps: Deps): void {
  const { store, queue, log, now } = deps;
  app.view({ callback_id: VIEWS.why, type: 'view_submission' }, async ({ ack, body }) => {
    const context = parseWhyContext(body.view.private_metadata);
    const teamId = teamOf({ ...body });
    if (!context || !isSessionId(context.sessionId) || !isSlackId(context.channelId) || !teamId) {
      log.warn('a view that is none of ours', { view: VIEWS.why });
      return ack();
    }
    const userId = body.user.id;
    const text = cleanTitle(inputText(inputState(body, INPUTS.reason, INPUTS.reason)));
    if (text === undefined || text.length > MAX_REASON) {
      const t = await wordsFor(deps, { ...context, teamId, userId });
      const wrong = text === undefined ? t('why.empty') : t('why.too_long', { most: MAX_REASON });
      return ack({ response_action: 'errors', errors: { [INPUTS.reason]: wrong } });
    }
    const of = { ...context, teamId, userId };
    const answer = await giveReason(store, of, { text, at: actionTs(now()) });
    await queue.send(jobsAfter(of, noticeOf(answer)));
    log.info('reason', { sessionId: context.sessionId, teamId, answer: answer.kind });
    return ack();
  });
}

function noticeOf(answer: ReasonAnswer): Notice {
  switch (answer.kind) {
    case 'kept':
      return { kind: 'reasonKept', card: answer.card };
    case 'too_late':
      return { kind: 'reasonTooLate' };
    case 'refusal':
      return { kind: 'refusal', refusal: answer.refusal };
  }
}

/** As after every click: it may have helped to freeze the round. */
function jobsAfter(of: WhyContext & { teamId: string; userId: string }, notice: Notice): Job[] {
  const { sessionId, teamId, channelId, userId } = of;
  const responseUrl = urlOf(of.responseUrl);
  const changed: Job = { kind: 'changed', sessionId, teamId };
  if (!responseUrl) return [changed];
  return [changed, { kind: 'reply', sessionId, teamId, channelId, userId, responseUrl, notice }];
}
