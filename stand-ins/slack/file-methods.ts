import { isObject, type Json, objectsIn } from './blockkit/json.ts';
import { type Method, required } from './chat-methods.ts';
import type { Core } from './core.ts';
import { messageFile, type StoredFile } from './files.ts';
import { shareFiles } from './posting.ts';
import { SlackError } from './slack-error.ts';

/** @see https://docs.slack.dev/reference/methods/files.getUploadURLExternal#errors alt_txt_too_large */
const ALT_TEXT_CHARACTERS = 1000;

/** @see https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
const getUploadUrl: Method = (core, args) => {
  const name = required(args, 'filename');
  const length = Number(args.length);
  if (args.length === undefined || length === 0) throw new SlackError('missing_argument');
  if (!Number.isSafeInteger(length) || length < 0) {
    throw new SlackError('invalid_arguments', ['[ERROR] must be an integer [json-pointer:/length]']);
  }
  if (String(args.alt_txt ?? '').length > ALT_TEXT_CHARACTERS) throw new SlackError('alt_txt_too_large');
  const { file, path } = core.files.announce(name, length);
  return { upload_url: core.responseUrls.origin + path, file_id: file.id };
};

/**
 * Shares uploaded files in one conversation, or keeps them private without `channel_id`. Unlike in
 * chat.postMessage, a person's id doesn't stand for a conversation.
 * @see https://docs.slack.dev/reference/methods/files.completeUploadExternal
 */
const completeUpload: Method = (core, args) => {
  const files = listed(args.files).map((entry) => ticket(core, entry));
  const channel = args.channel_id === undefined ? undefined : core.channels.forApp(String(args.channel_id));
  if (channel && core.channels.isArchived(channel.id)) throw new SlackError('is_archived');
  for (const { file, title } of files) Object.assign(file, { title, completed: true });
  if (channel) {
    const shown = files.map(({ file }) => messageFile(file));
    shareFiles(core, channel.id, String(args.initial_comment ?? ''), shown);
  }
  return { files: files.map(({ file: { id, title } }) => ({ id, title })) };
};

export const FILE_METHODS: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
};

function listed(raw: unknown): Json[] {
  const files = objectsIn(typeof raw === 'string' ? parsedList(raw) : raw);
  if (files.length > 0 && files.every((file) => isObject(file) && typeof file.id === 'string')) return files;
  throw new SlackError('invalid_arguments', ['[ERROR] must be a list of files [json-pointer:/files]']);
}

function parsedList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A file that was announced and sent but not completed yet. */
function ticket(core: Core, { id, title }: Json): { file: StoredFile; title: string } {
  const file = core.files.find(String(id));
  if (file?.content === undefined || file.completed) throw new SlackError('file_not_found');
  return { file, title: typeof title === 'string' && title !== '' ? title : file.name };
}
