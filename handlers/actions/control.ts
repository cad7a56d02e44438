import type { App } from '@slack/bolt';
import { ACTIONS } from '../../blocks/ids.ts';
import { control } from '../../src/session/control.ts';
import type { Command } from '../../src/session/decide.ts';
import type { Deps } from '../deps.ts';
import { onMessageClick, refused } from '../listeners.ts';
import type { MessageClick } from '../payload.ts';

interface Control {
  /** Completes "Only @Ada can …". */
  wish: string;
  command(ref: MessageClick['ref']): Command;
}

/** The creator's buttons, and the command that each of them gives. */
const CONTROLS: Record<string, Control> = {
  [ACTIONS.start]: { wish: 'start the vote', command: () => ({ kind: 'start' }) },
  [ACTIONS.reveal]: { wish: 'reveal this one', command: (of) => ({ kind: 'reveal', of }) },
  [ACTIONS.agree]: { wish: 'record the estimate', command: agree },
  [ACTIONS.estimate]: { wish: 'record the estimate', command: agree },
  [ACTIONS.voteAgain]: { wish: 'open another round', command: (of) => ({ kind: 'voteAgain', of }) },
  [ACTIONS.next]: { wish: 'go on to the next story', command: (of) => ({ kind: 'next', of }) },
  [ACTIONS.end]: { wish: 'end this session', command: () => ({ kind: 'end' }) },
};

function agree(of: MessageClick['ref']): Command {
  return { kind: 'agree', of, card: of.detail ?? '' };
}

export function registerControl(app: App, deps: Deps): void {
  for (const [action, { wish, command }] of Object.entries(CONTROLS)) {
    onMessageClick(app, deps, action, async (click) => {
      const answer = await control(deps.store, deps.now, click.sessionId, click, command(click.ref));
      return answer.kind === 'refusal' ? refused(answer.refusal, wish) : undefined;
    });
  }
}
