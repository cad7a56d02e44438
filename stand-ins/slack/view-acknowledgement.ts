import { isObject, objectsIn, parseObject } from './blockkit/json.ts';
import { readView } from './content.ts';
import type { Core } from './core.ts';
import { SlackError } from './slack-error.ts';
import { pushView, replaceView } from './views.ts';
import type { LiveView, Window } from './windows.ts';

/**
 * Carries out the acknowledgement of a submission; false when it makes no sense.
 * @see https://docs.slack.dev/surfaces/modals#response_actions
 */
export function obeyAcknowledgement(core: Core, window: Window, live: LiveView, body: string): boolean {
  const answer = body.trim() === '' ? {} : parseObject(body);
  if (answer === undefined) return false;
  try {
    switch (answer.response_action) {
      case undefined:
        window.views = window.views.filter((open) => open.id !== live.id);
        return true;
      case 'clear':
        window.views = [];
        return true;
      case 'errors':
        return showErrors(live, answer.errors);
      case 'update':
        replaceView(core, window, live, readView(answer.view), 'ack');
        return true;
      case 'push':
        pushView(core, window, readView(answer.view), 'ack');
        return true;
      default:
        return false;
    }
  } catch (error) {
    if (error instanceof SlackError) return false;
    throw error;
  }
}

/** Errors belong to input blocks: for any other block_id Slack shows none of them. */
function showErrors(live: LiveView, errors: unknown): boolean {
  const inputs = objectsIn(live.view.blocks).filter((block) => block.type === 'input');
  const known = new Set(inputs.map((block) => block.block_id));
  if (!isObject(errors) || Object.keys(errors).length === 0) return false;
  if (!Object.keys(errors).every((blockId) => known.has(blockId))) return false;
  live.errors = Object.fromEntries(Object.entries(errors).map(([blockId, text]) => [blockId, String(text)]));
  return true;
}
