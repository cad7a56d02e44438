import type { HomeView, ModalView } from '@slack/types';
import type { Json } from './blockkit/json.ts';
import type { Core } from './core.ts';
import { stateOf } from './element-state.ts';
import { withShortcodes } from './emoji.ts';
import { viewWithIds } from './generated-ids.ts';
import type { ElementState, ViewValues } from './shapes.ts';
import { SlackError } from './slack-error.ts';
import type { LiveHome, LiveView, Window } from './windows.ts';

/** "A modal can hold up to 3 views at a time in a view stack." https://docs.slack.dev/surfaces/modals */
const STACK_LIMIT = 3;

/** Opens a modal in a window, in place of one that is open there. */
export function openView(core: Core, window: Window, view: ModalView, by: string): LiveView {
  window.views = [];
  return addView(core, window, view, by);
}

/** @throws {SlackError} push_limit_reached; not_found when no modal is open */
export function pushView(core: Core, window: Window, view: ModalView, by: string): LiveView {
  if (window.views.length === 0) throw new SlackError('not_found');
  if (window.views.length >= STACK_LIMIT) throw new SlackError('push_limit_reached');
  return addView(core, window, view, by);
}

function addView(core: Core, window: Window, view: ModalView, by: string): LiveView {
  refuseDuplicate(core, view);
  const id = newId(core);
  const withAllIds = viewWithIds(view);
  const live: LiveView = {
    id,
    hash: newHash(core),
    rootId: window.views[0]?.id ?? id,
    previousId: window.views.at(-1)?.id ?? null,
    view: withAllIds,
    values: stateOf(withAllIds.blocks),
  };
  window.views.push(live);
  record(core, window.memberId, view, by);
  return live;
}

/** Shows another view in its place; what was entered stays where the inputs stay. */
export function replaceView(
  core: Core,
  window: Window,
  old: LiveView,
  view: ModalView,
  by: string,
): LiveView {
  refuseDuplicate(core, view, old.id);
  const { errors: _, ...kept } = old;
  const withAllIds = viewWithIds(view);
  const values = stateOf(withAllIds.blocks, old.values);
  const live: LiveView = { ...kept, hash: newHash(core), view: withAllIds, values };
  window.views = window.views.map((open) => (open.id === old.id ? live : open));
  record(core, window.memberId, view, by);
  return live;
}

/** Puts a view on a member's Home tab, for all of their windows to show; it stays one and the same view. */
export function publishView(core: Core, memberId: string, view: HomeView): LiveHome {
  const old = core.homes.get(memberId);
  refuseDuplicate(core, view, old?.id);
  const id = old?.id ?? newId(core);
  const withAllIds = viewWithIds(view);
  const values = stateOf(withAllIds.blocks, old?.values);
  const live: LiveHome = {
    id,
    rootId: id,
    previousId: null,
    hash: newHash(core),
    view: withAllIds,
    values,
  };
  core.homes.set(memberId, live);
  record(core, memberId, view, 'views.publish');
  return live;
}

function refuseDuplicate(core: Core, view: ModalView | HomeView, exceptId?: string): void {
  if (!view.external_id) return;
  const isOther = (open: LiveView | LiveHome) =>
    open.view.external_id === view.external_id && open.id !== exceptId;
  if (core.windows.showing(isOther) || [...core.homes.values()].some(isOther))
    throw new SlackError('duplicate_external_id');
}

function newId(core: Core): string {
  return `V${core.clock.timestamp().replace('.', '')}`;
}

/** Two views never have the same hash, so that an update meant for an older one is noticed. */
function newHash(core: Core): string {
  return `${core.clock.timestamp()}.${crypto.randomUUID().slice(0, 8)}`;
}

function record(core: Core, memberId: string, view: ModalView | HomeView, by: string): void {
  core.journal.sent.push({ at: core.clock.now(), by, to: memberId, view });
  core.changed();
}

/** Emoji arrive by their names; what is typed is counted before that. */
function arrived(values: ViewValues): ViewValues {
  const byAction = (states: Record<string, ElementState>) =>
    mapped(states, (state) =>
      typeof state.value === 'string' ? { ...state, value: withShortcodes(state.value) } : state,
    );
  return mapped(values, byAction);
}

const mapped = <T>(entries: Record<string, T>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));

/** A view as Slack describes it to apps: in payloads and in the answers of the views methods. */
export function viewPayload({ workspace }: Core, live: LiveView | LiveHome): Json {
  const { view } = live;
  return {
    id: live.id,
    team_id: workspace.team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: arrived(live.values) },
    hash: live.hash,
    ...(view.type === 'modal' && { title: view.title }),
    clear_on_close: (view.type === 'modal' && view.clear_on_close) || false,
    notify_on_close: (view.type === 'modal' && view.notify_on_close) || false,
    close: (view.type === 'modal' && view.close) || null,
    submit: (view.type === 'modal' && view.submit) || null,
    previous_view_id: live.previousId,
    root_view_id: live.rootId,
    app_id: workspace.app.id,
    external_id: view.external_id ?? '',
    // https://github.com/slackapi/bolt-js/pull/1615
    app_installed_team_id: (workspace.isOrgWide ? workspace.enterprise?.id : undefined) ?? workspace.team.id,
    bot_id: workspace.app.botId,
  };
}
