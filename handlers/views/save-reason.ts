import { INPUTS, VIEWS } from '../../blocks/ids.ts';
import { withGlyphs } from '../../src/game/emoji/shortcodes.ts';
import { MAX_REASON } from '../../src/game/round/reason.ts';
import { cleanTitle } from '../../src/game/story/title.ts';
import type { Deps } from '../../src/play/deps.ts';
import { giveReason } from '../../src/play/reasons.ts';
import type { Job } from '../../src/ports/job.ts';
import { replies } from '../answer.ts';
import { onSubmit } from '../listeners.ts';
import { typedIn } from '../receive/inputs.ts';
import type { BoltApp } from '../receive/receiver.ts';
import { wordsFor } from '../words-for.ts';

/** *Why this card?*, saved. What became of it is told in private, where the button was. */
export function registerSaveReason(app: BoltApp, deps: Deps): void {
  onSubmit(app, deps, VIEWS.why, 'reason', async ({ actor, context, form }) => {
    const { teamId, userId, at } = actor;
    const of = { ...context, teamId, userId };
    const text = cleanTitle(typedIn(form, 'reason'));
    if (text === undefined || withGlyphs(text).length > MAX_REASON) {
      const t = await wordsFor(deps, of);
      const wrong = text === undefined ? t('why.empty') : t('why.too_long', { most: MAX_REASON });
      return { errors: { [INPUTS.reason]: wrong } };
    }
    const answer = await giveReason(deps.store, of, { text, at });
    // As after every click: it may have helped to freeze the round.
    const changed: Job = { kind: 'changed', sessionId: of.sessionId, teamId };
    if (answer.kind === 'kept') {
      return { jobs: [changed, ...replies(of, { kind: 'reasonKept', card: answer.card })] };
    }
    return { refusal: answer.refusal, jobs: [changed, ...replies(of, answer)] };
  });
}
