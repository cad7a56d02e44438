/** What people do in the page, passed on to Slack. Errors say what Slack's own client would refuse. */

import { sendMessageAction, sendViewAction } from '../../stand-ins/slack/action.ts';
import type { Json } from '../../stand-ins/slack/blockkit/json.ts';
import { closeView } from '../../stand-ins/slack/closing.ts';
import { sendCommand } from '../../stand-ins/slack/command.ts';
import type { Core } from '../../stand-ins/slack/core.ts';
import { openHome } from '../../stand-ins/slack/home.ts';
import { member } from '../../stand-ins/slack/payloads.ts';
import type { Message, ViewValues } from '../../stand-ins/slack/shapes.ts';
import { sendShortcut } from '../../stand-ins/slack/shortcut.ts';
import { enterValues, inputProblems, sendSubmission } from '../../stand-ins/slack/submission.ts';
import { talk } from '../../stand-ins/slack/talk.ts';
import type { LiveHome, LiveView, Window } from '../../stand-ins/slack/windows.ts';
import { addOrRemoveApp } from './membership.ts';
import {
  actionRequest,
  commandRequest,
  homeRequest,
  localeRequest,
  messageRequest,
  shortcutRequest,
  viewRequest,
} from './requests.ts';

/** By the last part of the path: `POST /playground/command`. */
export const ACTS: Readonly<Record<string, (core: Core, body: Json) => Promise<unknown>>> = {
  command: async (core, body) => sendCommand(core, commandRequest(body)),

  message: async (core, body) => {
    const { memberId, channelId, text } = messageRequest(body);
    return addOrRemoveApp(core, memberId, channelId, text) ?? talk(core, memberId, channelId, text);
  },

  action: async (core, body) => {
    const { memberId, windowId, container, values, ...action } = actionRequest(body);
    const window = windowOf(core, memberId, windowId);
    if ('viewId' in container) {
      const home = core.homes.get(memberId);
      const live = home?.id === container.viewId ? home : viewIn(window, container.viewId);
      return sendViewAction(core, window, live, action, stillThere(live, values));
    }
    const message = messageIn(core, window, container);
    return sendMessageAction(core, window, message, action);
  },

  submit: async (core, body) => {
    const { memberId, windowId, viewId, values } = viewRequest(body);
    const window = windowOf(core, memberId, windowId);
    const live = viewIn(window, viewId);
    enterValues(live, stillThere(live, values));
    const problems = inputProblems(live);
    if (Object.keys(problems).length === 0) return sendSubmission(core, window, live);
    live.errors = problems;
    core.changed();
    return undefined;
  },

  close: async (core, body) => {
    const { memberId, windowId, viewId } = viewRequest(body);
    const window = windowOf(core, memberId, windowId);
    return closeView(core, window, viewIn(window, viewId));
  },

  home: async (core, body) => {
    const { memberId, tab } = homeRequest(body);
    return openHome(core, memberId, tab);
  },

  shortcut: async (core, body) => {
    const { memberId, windowId, callbackId, ...at } = shortcutRequest(body);
    const window = windowOf(core, memberId, windowId);
    return sendShortcut(core, window, messageIn(core, window, at), callbackId);
  },

  locale: async (core, body) => {
    const { memberId, locale } = localeRequest(body);
    member(core, memberId).locale = locale;
    core.changed();
  },
};

function windowOf(core: Core, memberId: string, windowId: string): Window {
  return core.windows.open(windowId, member(core, memberId).id);
}

function viewIn(window: Window, viewId: string): LiveView {
  const view = window.views.find(({ id }) => id === viewId);
  if (view === undefined) throw new Error('This dialog is not open any more.');
  return view;
}

function messageIn(core: Core, window: Window, at: { channelId: string; messageTs: string }): Message {
  const message =
    window.ephemerals.find(({ ts }) => ts === at.messageTs) ?? core.messages.find(at.channelId, at.messageTs);
  if (message === undefined) throw new Error('This message is not there any more.');
  return message;
}

/** A view may have changed while the page was sending: what its inputs were then is dropped. */
function stillThere(live: LiveView | LiveHome, values: ViewValues = {}): ViewValues {
  const kept: ViewValues = {};
  for (const [blockId, states] of Object.entries(values)) {
    const known = live.values[blockId];
    const same = Object.entries(states).filter(([actionId, { type }]) => known?.[actionId]?.type === type);
    if (same.length > 0) kept[blockId] = Object.fromEntries(same);
  }
  return kept;
}
