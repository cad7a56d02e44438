import type { App } from '@slack/bolt';
import { ACTIONS } from '../../blocks/ids.ts';
import { refusalText } from '../../blocks/replies.ts';
import { control } from '../../src/session/control.ts';
import type { Command } from '../../src/session/decide.ts';
import type { Deps } from '../deps.ts';
import { onMessageClick } from '../listeners.ts';
import type { MessageClick } from '../payload.ts';

/** The creator's buttons, and the command that each of them gives. */
const COMMANDS: Record<string, (ref: MessageClick['ref']) => Command> = {
  [ACTIONS.start]: () => ({ kind: 'start' }),
  [ACTIONS.reveal]: (of) => ({ kind: 'reveal', of }),
  [ACTIONS.agree]: (of) => ({ kind: 'agree', of, card: of.detail ?? '' }),
  [ACTIONS.estimate]: (of) => ({ kind: 'agree', of, card: of.detail ?? '' }),
  [ACTIONS.voteAgain]: (of) => ({ kind: 'voteAgain', of }),
  [ACTIONS.next]: (of) => ({ kind: 'next', of }),
  [ACTIONS.end]: () => ({ kind: 'end' }),
};

export function registerControl(app: App, deps: Deps): void {
  for (const [action, command] of Object.entries(COMMANDS)) {
    onMessageClick(app, deps, action, async (click) => {
      const answer = await control(deps.store, deps.now, click.sessionId, click, command(click.ref));
      return answer.kind === 'refusal' ? refusalText(answer.refusal) : undefined;
    });
  }
}
