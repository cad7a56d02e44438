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
}

/** @see https://docs.slack.dev/reference/methods/chat.postMessage "text" is truncated or refused above it */
const TEXT_CHARACTERS = 40_000;
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
  return { text, ...(blocks && { blocks }), ...readMetadata(args) };
}

function readBlocks(blocks: unknown): KnownBlock[] {
  const problems = validateBlocks(blocks);
  if (problems.length > 0) throw new SlackError('invalid_blocks', problems);
  return blocks as KnownBlock[];
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
