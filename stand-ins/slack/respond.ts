import { type Json, parseObject } from './blockkit/json.ts';
import { type Content, readContent } from './content.ts';
import type { Core } from './core.ts';
import type { Reply } from './http.ts';
import { deleteEphemeral, postEphemeral, postMessage, replaceEphemeral, updateMessage } from './posting.ts';
import type { ResponseTarget } from './response-urls.ts';
import { SlackError } from './slack-error.ts';

const BY = 'response_url';

/**
 * Takes what the app posts to a response_url. Refusals are plain HTTP errors, as with incoming webhooks.
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function receiveResponse(core: Core, path: string, body: string): Reply {
  const began = performance.now();
  const request = parseObject(body) ?? body;
  const reply = respond(core, path, request);
  core.journal.addTraffic({
    at: core.clock.now(),
    direction: 'to Slack',
    name: BY,
    outcome: reply.status === 200 ? '200' : `${reply.status} ${String(reply.body)}`,
    ms: Math.round(performance.now() - began),
    request,
    response: reply.body,
  });
  core.changed();
  return reply;
}

function respond(core: Core, path: string, request: Json | string): Reply {
  const resolution = core.responseUrls.use(path);
  if ('error' in resolution) return { status: 404, body: resolution.error };
  if (typeof request === 'string') return { status: 400, body: 'invalid_payload' };
  const { target } = resolution;
  if (core.channels.isArchived(target.channelId)) return { status: 410, body: 'channel_is_archived' };
  try {
    answerInteraction(core, target, request);
    return { status: 200, body: 'ok' };
  } catch (error) {
    if (error instanceof SlackError) return { status: 400, body: error.message };
    throw error;
  }
}

/**
 * The trap of response_urls: the answer to a click **replaces the clicked message**, seen by the whole
 * channel or not, unless it says `replace_original: false`.
 * @see https://docs.slack.dev/interactivity/handling-user-interaction#updating_message_response
 */
function answerInteraction(core: Core, target: ResponseTarget, request: Json): void {
  const { origin, channelId, memberId } = target;
  if (origin && isTrue(request.delete_original)) {
    deleteOriginal(core, memberId, origin);
  } else if (origin && request.replace_original !== false && request.replace_original !== 'false') {
    const content = readContent(request);
    replaceOriginal(core, target, origin, content);
  } else {
    say(core, memberId, channelId, request, BY);
  }
}

/** A new message: for that member alone unless `response_type` is `in_channel`. */
export function say(core: Core, memberId: string, channelId: string, request: Json, by: string): void {
  const content = readContent(request);
  if (request.response_type === 'in_channel') postMessage(core, channelId, content, by);
  else postEphemeral(core, memberId, channelId, content, by);
}

type Origin = NonNullable<ResponseTarget['origin']>;

function replaceOriginal(core: Core, target: ResponseTarget, origin: Origin, content: Content): void {
  if (origin.ephemeral) {
    replaceEphemeral(core, target.memberId, origin.ts, content, BY);
    return;
  }
  const found = () => core.messages.find(target.channelId, origin.ts);
  if (found() === undefined) throw new SlackError('message_not_found');
  const replace = () => {
    const message = found();
    if (message === undefined) return;
    // Unlike chat.update, this replaces all of the message.
    const { blocks: _, ...bare } = message;
    updateMessage(core, bare, content, BY);
  };
  const delay = core.options.replacementDelay?.() ?? 0;
  if (delay === 0) replace();
  else setTimeout(replace, delay).unref();
}

function deleteOriginal(core: Core, memberId: string, origin: Origin): void {
  if (origin.ephemeral) deleteEphemeral(core, memberId, origin.ts);
  else core.messages.delete(origin.ts);
  core.changed();
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';
