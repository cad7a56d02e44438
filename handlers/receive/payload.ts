import { isSessionId, parseValue, VIEWS } from '../../blocks/ids.ts';
import { type ModalContext, parseModalContext } from '../../blocks/modals/context.ts';
import { cut } from '../../blocks/text/mrkdwn.ts';
import type { SessionRound } from '../../src/game/round/round.ts';
import { cleanTitle } from '../../src/game/story/title.ts';
import type { Click } from '../../src/play/clicked-session.ts';
import type { Actor } from '../../src/play/control.ts';
import type { ViewRef } from '../../src/ports/job.ts';
import { type ActionTs, actionTs, type Clock, isActionTs } from '../../src/time.ts';
import { isObject } from './request.ts';
import { isSlackId } from './slack-id.ts';

/**
 * What Slack's payloads say, read with suspicion: a payload is signed, but what it holds is checked before it
 * is used. https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
 */

type Body = Record<string, unknown>;

/** Characters. Slack's own have about a hundred; a job of the queue must not be of any size. */
const LONGEST_URL = 2000;
/** Slack's limit for display names. */
const LONGEST_HANDLE = 80;

/** A click on an element of a channel message. */
export interface MessageClick extends Click {
  /** The action_id. */
  action: string;
  ref: SessionRound & { detail?: string };
  /** The title that the message shows; the story's own may be longer. */
  title: string;
  triggerId: string;
  responseUrl: string;
}

/** Reads a click on a message; `undefined` if it was not made on one of ours. */
export function messageClick(body: unknown, now: Clock): MessageClick | undefined {
  if (!isObject(body)) return undefined;
  const action = actionOf(body);
  const ref = parseValue(chosenValue(action));
  const channelId = slackId(field(body, 'channel', 'id')) ?? slackId(field(body, 'container', 'channel_id'));
  const messageTs = text(field(body, 'container', 'message_ts')) ?? text(field(body, 'message', 'ts'));
  const userId = slackId(field(body, 'user', 'id'));
  const teamId = teamOf(body);
  if (!ref || !channelId || !isActionTs(messageTs) || !userId || !teamId) return undefined;
  return {
    sessionId: ref.sessionId,
    action: text(action.action_id) ?? '',
    ref,
    userId,
    teamId,
    channelId,
    messageTs,
    at: actedAt(action, now),
    title: titleOf(body),
    triggerId: text(body.trigger_id) ?? '',
    responseUrl: urlOf(body.response_url),
  };
}

/** A click or a submission in a modal that belongs to a session. */
export interface ModalEvent {
  actor: Actor;
  context: ModalContext;
  viewId: string;
  /** What it shows; *Edit story* stands on *Manage…*. */
  view: ViewRef['view'];
  /** The view below this one, if there is one. */
  previousViewId?: string;
  /** The clicked element's value. */
  value: string;
  triggerId: string;
  metadata: unknown;
}

export function modalEvent(body: unknown, now: Clock): ModalEvent | undefined {
  if (!isObject(body) || !isObject(body.view)) return undefined;
  const { view } = body;
  const context = parseModalContext(view.private_metadata);
  const viewId = slackId(view.id);
  const userId = slackId(field(body, 'user', 'id'));
  const teamId = teamOf(body);
  if (
    !context ||
    !isSessionId(context.sessionId) ||
    !isSlackId(context.channelId) ||
    !viewId ||
    !userId ||
    !teamId
  )
    return undefined;
  const action = actionOf(body);
  const previousViewId = slackId(view.previous_view_id);
  return {
    actor: { userId, teamId, channelId: context.channelId, at: actedAt(action, now) },
    context,
    viewId,
    view: view.callback_id === VIEWS.people ? 'people' : 'manage',
    ...(previousViewId !== undefined && { previousViewId }),
    value: chosenValue(action) ?? '',
    triggerId: text(body.trigger_id) ?? '',
    metadata: view.private_metadata,
  };
}

/** The user's workspace; `null` for org-wide installs, where the user's own team stands for it. */
export function teamOf(body: Body): string | undefined {
  return (
    slackId(field(body, 'team', 'id')) ?? slackId(field(body, 'user', 'team_id')) ?? slackId(body.team_id)
  );
}

/** Somebody's handle as it is shown; '' if there is none. */
export function handleOf(name: unknown): string {
  return cut(cleanTitle(text(name) ?? '') ?? '', LONGEST_HANDLE);
}

/** The value of an input of a submitted view. */
export function inputState(body: unknown, blockId: string, actionId: string): unknown {
  return isObject(body) ? field(body, 'view', 'state', 'values', blockId, actionId) : undefined;
}

export const inputText = (state: unknown): string => (isObject(state) ? (text(state.value) ?? '') : '');

function actionOf(body: Body): Body {
  const [action] = Array.isArray(body.actions) ? body.actions : [];
  return isObject(action) ? action : {};
}

/** A button's value, or that of the option chosen in a select or an overflow menu. */
function chosenValue(action: Body): string | undefined {
  return text(action.value) ?? text(field(action, 'selected_option', 'value'));
}

function actedAt(action: Body, now: Clock): ActionTs {
  return isActionTs(action.action_ts) ? action.action_ts : actionTs(now());
}

/** The title as it stands on the clicked message, if it does, in pieces where it has links: no need to read the story. */
function titleOf(body: Body): string {
  const blocks = field(body, 'message', 'blocks');
  const block = Array.isArray(blocks)
    ? blocks.find((one) => isObject(one) && one.block_id === 'title')
    : undefined;
  const pieces = field(block, 'elements', '0', 'elements');
  if (!Array.isArray(pieces)) return '';
  return decodeEntities(pieces.map((piece) => text(field(piece, 'text')) ?? '').join(''));
}

/** Slack escapes these three in a slash command's text. https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function decodeEntities(escaped: string): string {
  return escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** An own property at a path, whatever stands in between. */
function field(value: unknown, ...path: string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Body)[key];
  }
  return current;
}

/** A URL, in a job's measure; '' for what is none. */
export function urlOf(value: unknown): string {
  const url = text(value) ?? '';
  return url.length <= LONGEST_URL && URL.canParse(url) ? url : '';
}

const slackId = (value: unknown): string | undefined => (isSlackId(value) ? value : undefined);

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
