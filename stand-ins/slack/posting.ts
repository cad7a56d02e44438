import type { Content } from './content.ts';
import type { Core } from './core.ts';
import { withIds } from './generated-ids.ts';
import type { StoredMessage } from './messages.ts';
import type { Message, MessageFile } from './shapes.ts';

/** Puts a new message of the app's into a channel; `by` says how it came, as the journal has it. */
export function postMessage(
  core: Core,
  channelId: string,
  content: Content,
  by = 'chat.postMessage',
): StoredMessage {
  const message: StoredMessage = {
    ts: core.clock.timestamp(),
    channelId,
    ...shown(content),
    ...(content.metadata && { metadata: content.metadata }),
    ...(by !== 'chat.postMessage' && { viaResponseUrl: true as const }),
  };
  core.messages.put(message);
  record(core, by, message, content);
  return message;
}

/** Posts a message of the app's that carries files. */
export function shareFiles(core: Core, channelId: string, text: string, files: MessageFile[]): StoredMessage {
  const by = 'files.completeUploadExternal';
  const message: StoredMessage = { ts: core.clock.timestamp(), channelId, text, files };
  core.messages.put(message);
  record(core, by, message, { text });
  return message;
}

/** Changes what a message says. Blocks that are not given stay as they are; `[]` removes them. */
export function updateMessage(
  core: Core,
  old: StoredMessage,
  content: Content,
  by = 'chat.update',
): StoredMessage {
  const message = { ...old, ...shown(content), editedTs: core.clock.timestamp() };
  if (content.metadata) message.metadata = content.metadata;
  core.messages.put(message);
  record(core, by, message, content);
  return message;
}

/** Shows a message to one member, in the windows that are open now; it is stored nowhere. */
export function postEphemeral(
  core: Core,
  memberId: string,
  channelId: string,
  content: Content,
  by = 'chat.postEphemeral',
): Message {
  const ts = core.clock.timestamp();
  const message: Message = { ts, channelId, ...shown(content), ephemeral: true };
  for (const window of core.windows.of(memberId)) window.ephemerals.push(message);
  record(core, by, message, content, memberId);
  return message;
}

/** Replaces an ephemeral message in the windows that still show it. */
export function replaceEphemeral(
  core: Core,
  memberId: string,
  ts: string,
  content: Content,
  by: string,
): void {
  for (const window of core.windows.of(memberId)) {
    window.ephemerals = window.ephemerals.map((old) => (old.ts === ts ? { ...old, ...shown(content) } : old));
    const message = window.ephemerals.find((shownOne) => shownOne.ts === ts);
    if (message) record(core, by, message, content, memberId);
  }
}

export function deleteEphemeral(core: Core, memberId: string, ts: string): void {
  for (const window of core.windows.of(memberId)) {
    window.ephemerals = window.ephemerals.filter((message) => message.ts !== ts);
  }
}

function shown({ text, blocks }: Content): Pick<Message, 'text' | 'blocks'> {
  return { text, ...(blocks && { blocks: withIds(blocks) }) };
}

function record(core: Core, by: string, { channelId, ts }: Message, content: Content, to?: string): void {
  core.journal.sent.push({
    at: core.clock.now(),
    by,
    channelId,
    ts,
    ...content,
    ...(to !== undefined && { to }),
  });
  core.changed();
}
