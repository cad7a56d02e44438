import { type Method, required } from './chat-methods.ts';
import { readHome, readView } from './content.ts';
import type { Core } from './core.ts';
import { SlackError } from './slack-error.ts';
import { openView, publishView, pushView, replaceView, viewPayload } from './views.ts';
import type { Window } from './windows.ts';

/** @see https://docs.slack.dev/reference/methods/views.open */
const open: Method = (core, args) => {
  const view = readView(args.view);
  const window = windowOf(core, required(args, 'trigger_id'));
  return { view: viewPayload(core, openView(core, window, view, 'views.open')) };
};

/** @see https://docs.slack.dev/reference/methods/views.push */
const push: Method = (core, args) => {
  const view = readView(args.view);
  const window = windowOf(core, required(args, 'trigger_id'));
  return { view: viewPayload(core, pushView(core, window, view, 'views.push')) };
};

/** @see https://docs.slack.dev/reference/methods/views.update */
const update: Method = (core, args) => {
  const view = readView(args.view);
  const { view_id: id, external_id: externalId } = args;
  const shown = core.windows.showing((live) =>
    id === undefined ? externalId !== undefined && live.view.external_id === externalId : live.id === id,
  );
  if (shown === undefined) throw new SlackError('not_found');
  if (args.hash !== undefined && args.hash !== shown.view.hash) throw new SlackError('hash_conflict');
  return { view: viewPayload(core, replaceView(core, shown.window, shown.view, view, 'views.update')) };
};

/** @see https://docs.slack.dev/reference/methods/views.publish */
const publish: Method = (core, args) => {
  const view = readHome(args.view);
  const user = required(args, 'user_id');
  if (!core.workspace.members.some(({ id }) => id === user)) {
    throw new SlackError('invalid_arguments', ['invalid `user_id`']);
  }
  if (!core.workspace.app.homeTab) throw new SlackError('not_enabled');
  const isFresh = args.hash === undefined || args.hash === core.homes.get(user)?.hash;
  if (!isFresh) throw new SlackError('hash_conflict');
  return { view: viewPayload(core, publishView(core, user, view)) };
};

export const VIEW_METHODS: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
};

/** A person who has reloaded meanwhile has no window for the modal any more. */
function windowOf(core: Core, triggerId: string): Window {
  const window = core.windows.find(core.triggers.exchange(triggerId));
  if (window === undefined) throw new SlackError('expired_trigger_id');
  return window;
}
