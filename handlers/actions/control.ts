import { ACTIONS } from '../../blocks/ids.ts';
import type { Command } from '../../src/game/decide.ts';
import type { Wish } from '../../src/game/notice.ts';
import { control } from '../../src/play/control.ts';
import type { Deps } from '../../src/play/deps.ts';
import { refused } from '../answer.ts';
import { onMessageClick } from '../listeners.ts';
import type { MessageClick } from '../receive/click.ts';
import type { BoltApp } from '../receive/receiver.ts';

interface Control {
  /** For those who are not the creator. */
  wish: Wish;
  command(ref: MessageClick['ref']): Command;
}

/** The creator's buttons, and the command that each of them gives. */
const CONTROLS: Record<string, Control> = {
  [ACTIONS.start]: { wish: 'start', command: () => ({ kind: 'start' }) },
  [ACTIONS.reveal]: { wish: 'reveal', command: (of) => ({ kind: 'reveal', of }) },
  [ACTIONS.agree]: { wish: 'record', command: agree },
  [ACTIONS.estimate]: { wish: 'record', command: agree },
  [ACTIONS.voteAgain]: { wish: 'voteAgain', command: (of) => ({ kind: 'voteAgain', of }) },
  [ACTIONS.next]: { wish: 'next', command: (of) => ({ kind: 'next', of }) },
  [ACTIONS.back]: { wish: 'back', command: (of) => ({ kind: 'back', of }) },
  [ACTIONS.end]: { wish: 'end', command: () => ({ kind: 'end' }) },
};

function agree(of: MessageClick['ref']): Command {
  return { kind: 'agree', of, card: of.detail ?? '' };
}

export function registerControl(app: BoltApp, deps: Deps): void {
  for (const [action, { wish, command }] of Object.entries(CONTROLS)) {
    onMessageClick(app, deps, action, async (click) => {
      const answer = await control(deps.store, deps.now, click.sessionId, click, command(click.ref));
      return answer.kind === 'refusal' ? refused(answer.refusal, wish) : {};
    });
  }
}
