import { ACTIONS } from '../../blocks/ids.ts';
import { isProblem } from '../../src/game/problem.ts';
import type { Deps } from '../../src/play/deps.ts';
import { type Answer, refused, told } from '../answer.ts';
import { titleIn } from '../commands/arguments.ts';
import { start } from '../commands/start.ts';
import { onLineClick } from '../listeners.ts';
import type { LineClick } from '../receive/line-click.ts';
import type { BoltApp } from '../receive/receiver.ts';

/** In the private line that asks whether a command was meant: no, it is a story. */
export function registerStartOnIt(app: BoltApp, deps: Deps): void {
  onLineClick(app, deps, ACTIONS.startOnIt, (click) => startOnIt(deps, click));
}

async function startOnIt(deps: Deps, click: LineClick): Promise<Answer> {
  if (click.external) return refused({ code: 'external' });
  const story = titleIn(click.value);
  if (isProblem(story)) return told({ kind: 'problem', problem: story });
  const answer = await start(deps, { ...click, text: click.value }, story, {});
  return answer.notice ? answer : { ...answer, notice: { kind: 'begun' } };
}
