/** Reads what the page posts. What does not fit throws an Error that says so. */
import { isObject, type Json } from '../../stand-ins/slack/blockkit/json.ts';
import type { ViewValues } from '../../stand-ins/slack/shapes.ts';
import type {
  ActionRequest,
  CommandRequest,
  HomeRequest,
  LocaleRequest,
  MessageRequest,
  ShortcutRequest,
  ViewRequest,
} from '../protocol.ts';

export function commandRequest(body: Json): CommandRequest {
  return {
    ...windowOf(body),
    channelId: text(body, 'channelId'),
    text: text(body, 'text'),
  };
}

export function messageRequest(body: Json): MessageRequest {
  return {
    memberId: text(body, 'memberId'),
    channelId: text(body, 'channelId'),
    text: text(body, 'text'),
  };
}

export function actionRequest(body: Json): ActionRequest {
  return {
    ...windowOf(body),
    container: containerOf(body.container),
    blockId: text(body, 'blockId'),
    actionId: text(body, 'actionId'),
    ...(isObject(body.chosen) && { chosen: body.chosen }),
    ...valuesOf(body),
  };
}

export function viewRequest(body: Json): ViewRequest {
  return { ...windowOf(body), viewId: text(body, 'viewId'), ...valuesOf(body) };
}

export function homeRequest(body: Json): HomeRequest {
  const tab = text(body, 'tab');
  if (tab !== 'home' && tab !== 'messages') throw new Error(`There is no tab ${tab}`);
  return { memberId: text(body, 'memberId'), tab };
}

export function shortcutRequest(body: Json): ShortcutRequest {
  return {
    ...windowOf(body),
    channelId: text(body, 'channelId'),
    messageTs: text(body, 'messageTs'),
    callbackId: text(body, 'callbackId'),
  };
}

export function localeRequest(body: Json): LocaleRequest {
  return { memberId: text(body, 'memberId'), locale: text(body, 'locale') };
}

function windowOf(body: Json): { memberId: string; windowId: string } {
  return { memberId: text(body, 'memberId'), windowId: text(body, 'windowId') };
}

function containerOf(container: unknown): ActionRequest['container'] {
  if (!isObject(container)) throw new Error('container is missing');
  if ('viewId' in container) return { viewId: text(container, 'viewId') };
  return { channelId: text(container, 'channelId'), messageTs: text(container, 'messageTs') };
}

function valuesOf({ values }: Json): { values?: ViewValues } {
  if (values === undefined) return {};
  const blocks = isObject(values) ? Object.values(values) : [undefined];
  const states = blocks.flatMap((block) => (isObject(block) ? Object.values(block) : [undefined]));
  const isFit = states.every((state) => isObject(state) && typeof state.type === 'string');
  if (!isFit) throw new Error('values must be objects with a type, by block_id and action_id');
  return { values: values as ViewValues };
}

function text(body: Json, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Error(`${name} is missing`);
  return value;
}
