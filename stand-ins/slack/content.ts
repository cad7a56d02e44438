import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { isObject, type Json } from './blockkit/json.ts';
import { validateBlocks, validateHome, validateView } from './blockkit/validate.ts';
import { SlackError } from './slack-error.ts';

/** What a message says, checked. */
export interface Content {
  text: string;
  /** Absent when the call had no `blocks` at all. */
  blocks?: KnownBlock[];
  metadata?: Json;
  /** Whether Slack shows what its links lead to, as the call had it; absent where it left that to Slack. */
  unfurlLinks?: boolean;
  unfurlMedia?: boolean;
}

/** @see https://docs.slack.dev/reference/methods/chat.postMessage "text" is truncated or refused above it */
const TEXT_CHARACTERS = 40_000;
/**
 * chat.update takes less, even beside blocks: documented as characters, measured as UTF-8 bytes (openclaw/openclaw
 * #115027, pymc-labs/daimon #106).
 * @see https://docs.slack.dev/reference/methods/chat.update#errors msg_too_long
 */
const UPDATE_BYTES = 4000;
/**
 * What all blocks of a message hold together. Slack documents no limit, and not what it counts: 9,597 characters of
 * text (15,561 of JSON) were taken and 11,341 (17,694) refused in bolt-js #2867, some 13,200 in bolt-js
 * #2509. Here the first of both counts, in bytes.
 */
const BLOCKS_JSON_BYTES = 13_200;
const BLOCKS_TEXT_BYTES = 10_000;
/** @see https://docs.slack.dev/reference/methods/views.open#errors view_too_large */
const VIEW_BYTES = 250_000;

/**
 * Reads text, blocks and metadata from a call's arguments or a response's body.
 * @throws {SlackError} no_text, msg_too_long, invalid_blocks, invalid_blocks_format, invalid_metadata_format
 */
export function readContent(args: Json): Content {
  const text = args.text === undefined ? '' : String(args.text);
  const blocks =
    args.blocks === undefined ? undefined : readBlocks(parsed(args.blocks, 'invalid_blocks_format'));
  if (text === '' && (blocks === undefined || blocks.length === 0)) throw new SlackError('no_text');
  if (text.length > TEXT_CHARACTERS) throw new SlackError('msg_too_long');
  return { text, ...(blocks && { blocks }), ...readMetadata(args), ...readUnfurls(args) };
}

/**
 * As `readContent`, for a Web API method; a response_url takes the same blocks however long they are (bolt-js #2867).
 * @throws {SlackError} as well: msg_blocks_too_long
 */
export function readMessage(args: Json): Content {
  const content = readContent(args);
  if (areTooLong(content.blocks ?? [])) throw new SlackError('msg_blocks_too_long');
  return content;
}

/**
 * As `readMessage`, for chat.update.
 * @throws {SlackError} as well: msg_too_long above 4,000 bytes
 */
export function readUpdate(args: Json): Content {
  const content = readMessage(args);
  if (Buffer.byteLength(content.text) > UPDATE_BYTES) throw new SlackError('msg_too_long');
  return content;
}

/** @throws {SlackError} block_mismatch, if rich text would be lost */
export function requireRichText(old: readonly KnownBlock[] = [], blocks?: readonly KnownBlock[]): void {
  if (blocks && hasRichText(old) && !hasRichText(blocks)) throw new SlackError('block_mismatch');
}

function areTooLong(blocks: readonly KnownBlock[]): boolean {
  const text = textsIn(blocks).reduce((bytes, one) => bytes + Buffer.byteLength(one), 0);
  return text > BLOCKS_TEXT_BYTES || Buffer.byteLength(JSON.stringify(blocks)) > BLOCKS_JSON_BYTES;
}

/** Every `text` that is a string, at whatever depth. */
function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** @see https://docs.slack.dev/reference/methods/chat.update#errors block_mismatch */
const hasRichText = (blocks: readonly KnownBlock[]): boolean =>
  blocks.some(({ type }) => type === 'rich_text');

function readBlocks(blocks: unknown): KnownBlock[] {
  const problems = validateBlocks(blocks);
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems);
  return blocks as KnownBlock[];
}

/** @see https://docs.slack.dev/messaging/unfurling-links-in-messages */
function readUnfurls({ unfurl_links: links, unfurl_media: media }: Json) {
  return {
    ...(links !== undefined && { unfurlLinks: String(links) === 'true' }),
    ...(media !== undefined && { unfurlMedia: String(media) === 'true' }),
  };
}

function readMetadata(args: Json): { metadata?: Json } {
  if (args.metadata === undefined) return {};
  const metadata = parsed(args.metadata, 'invalid_metadata_format');
  if (!isObject(metadata)) throw new SlackError('invalid_metadata_format');
  const isEmpty = Object.keys(metadata).length === 0;
  const isFit = typeof metadata.event_type === 'string' && isObject(metadata.event_payload);
  if (!isEmpty && !isFit) throw new SlackError('invalid_metadata_format');
  return { metadata };
}

/** @throws {SlackError} invalid_arguments, view_too_large */
export function readView(raw: unknown): ModalView {
  return checkedView(raw, validateView) as ModalView;
}

/** As `readView`, for the Home tab. */
export function readHome(raw: unknown): HomeView {
  return checkedView(raw, validateHome) as HomeView;
}

function checkedView(raw: unknown, validate: (view: unknown) => string[]): unknown {
  const view = parsed(raw, 'invalid_arguments');
  const problems = validate(view);
  if (problems.length > 0) throw new SlackError('invalid_arguments', problems);
  if (Buffer.byteLength(JSON.stringify(view)) > VIEW_BYTES) throw new SlackError('view_too_large');
  return view;
}

/** In a form-encoded call, structured arguments are strings of JSON. */
function parsed(value: unknown, code: string): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackError(code);
  }
}
