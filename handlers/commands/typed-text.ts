import { isProblem } from '../../src/game/problem.ts';
import { decodeEntities, namedReferences } from '../receive/message-text.ts';
import { readFlags } from './flags.ts';

/**
 * A command's text as it was typed. What Slack has made of pasted links and the like (`<https://…|label>`) is read as
 * in a message, but for a link before the title, which is the story's own. Brackets that were typed arrive escaped.
 * https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export function typedText(raw: string): string {
  const named = namedReferences(raw, ({ kind, at }) => kind === '' && isBeforeTitle(raw.slice(0, at)));
  return decodeEntities(named);
}

/** Whether there is nothing but flags. */
function isBeforeTitle(text: string): boolean {
  const read = readFlags(text.trimStart());
  return !isProblem(read) && read.rest === '';
}
